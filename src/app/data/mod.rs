//! The only door to the published files.

mod error;
mod fetch;
mod store;

pub use error::LoadError;
pub use store::{Loaded, Pin, Store, Verified};
