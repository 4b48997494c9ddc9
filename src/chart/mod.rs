//! Charts: one [`ChartSpec`] each, and everything that is drawn from it.
//!
//! A builder makes the spec from a snapshot and a view; [`layout`](layout()) turns it and a box into
//! positions; [`svg`] prints them, and the readout asks them what lies under a pointer.

pub mod build;
pub mod calendar;
mod coverage;
pub mod cut;
pub mod field;
pub mod geometry;
mod identicon;
pub mod label;
pub mod layout;
pub mod measure;
pub mod number;
pub mod option;
pub mod palette;
pub mod readout;
mod rules;
pub mod scale;
pub mod spec;
pub mod svg;
mod table_file;
pub mod taken;
pub mod twin;
mod visible;
mod within;

pub use coverage::{coverage_strip, rung_strip};
pub use identicon::identicon;
pub use spec::{ChartSpec, Plot};
pub use table_file::table_csv;
pub use within::end_words;
