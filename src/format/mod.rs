//! Numbers, units and dates as a reader sees them, and hostile text made safe to show.

mod date;
mod link;
mod markup;
mod number;
mod text;

pub use date::{ago, as_of, day, day_short, month_year, span};
pub use link::safe_link;
pub use markup::escape;
pub use number::{Locale, amount, compact, exact, in_file, number, unit, unit_in_file, value, with_unit};
pub use text::{capitalised, named, shown_name, shown_text, uncapitalised};

/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';
/// The minus sign; a hyphen is too short beside digits.
const MINUS: char = '−';
