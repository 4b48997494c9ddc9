//! Pure functions over what is known.

pub mod claim;
pub mod formula;
pub mod search;
pub mod select;
pub mod slots;
