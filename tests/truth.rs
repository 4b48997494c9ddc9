//! What the bundled data says is true: set beside facts that were established apart from it.
//!
//! The facts are our own tables under `tests/fixtures/`; where the captures lie beside the repository
//! (or where `SUBNET_LEDGER_CAPTURES` says), the same is asked of them in full.
#![cfg(not(target_arch = "wasm32"))]
// Everything here is a test, and what a test cannot read has failed it.
#![allow(clippy::unwrap_used)]

#[path = "truth/bundled.rs"]
mod bundled;
#[path = "truth/emission.rs"]
mod emission;
#[path = "truth/headlines.rs"]
mod headlines;
#[path = "truth/prices.rs"]
mod prices;
#[path = "truth/rungs.rs"]
mod rungs;
