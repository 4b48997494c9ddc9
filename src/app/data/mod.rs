//! The only door to the published files.

mod ahead;
mod error;
mod fetch;
mod store;

pub use error::LoadError;
pub use fetch::{fetch_mutable, fetch_object};
pub use store::{Loaded, Pin, Store, Verified};
