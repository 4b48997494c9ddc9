//! Charts: one [`ChartSpec`] each, and everything that is drawn from it.
//!
//! A builder makes the spec from a snapshot and a view; [`layout`](layout()) turns it and a box into
//! positions; [`svg`] prints them, and the readout asks them what lies under a pointer.

pub mod calendar;
pub mod label;
pub mod measure;
pub mod number;
pub mod palette;
pub mod scale;
pub mod spec;

pub use spec::{ChartSpec, Plot};
