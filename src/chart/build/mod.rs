//! From what is known to what a chart says: pure functions from a snapshot and a view to a
//! [`ChartSpec`](super::ChartSpec). Every headline is computed, and holds for the data drawn.

mod alone;
mod compare;
mod drawn;
mod flat;
mod guarded;
mod headline;
mod ledger;
mod lines;
mod measure;
mod offer;
mod plane;
mod point;
mod profile;
mod ranking;
mod remarks;
mod scatter;
mod share;
mod started;
mod words;

pub use compare::{Compared, Ground, compare_chart, compared};
pub use flat::Flat;
pub use guarded::{Guarded, guarded};
pub use ledger::{Past, ledger_chart, ledger_view};
pub use offer::Offer;
pub use plane::{plane_chart, plane_sentence};
pub use point::point_card;
pub use profile::{price_chart, price_view, sparkline};
pub use ranking::ranking;
pub use share::{lorenz, lorenz_sentence};
pub use words::{in_text, shown};
