//! The only door to the published files.

mod ahead;
mod error;
mod fetch;
mod kept;
mod loaded;
mod store;
mod verify;

pub use error::LoadError;
pub use fetch::{fetch_mutable, fetch_object};
pub use loaded::{Loaded, Pin};
pub use store::Store;
pub use verify::Verified;
