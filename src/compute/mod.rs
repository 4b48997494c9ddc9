//! Pure functions over what is known.

pub mod formula;
pub mod search;
pub mod select;
