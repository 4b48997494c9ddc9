//! Pure functions over what is known.

pub mod formula;
