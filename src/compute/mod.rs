//! Pure functions over what is known.

pub mod claim;
pub mod formula;
pub mod slots;
