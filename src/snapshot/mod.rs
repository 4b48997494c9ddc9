//! The published files: wire types, their conversion into the model, and what a loaded snapshot
//! can be asked.

mod column;
mod convert;
mod format;
mod history;
mod profile;
pub mod wire;
mod years;

#[cfg(test)]
pub(crate) mod fixture;

pub use column::{Column, Snapshot, SubnetRow};
pub use convert::{Issue, day, snapshot_from_wire};
pub use format::{FormatError, check_format};
pub use history::{History, Points};
pub use profile::evidence_from_wire;
pub use years::{NETWORK, Sums, history_from_wire, sum_name, sums_from_wire, tao_usd_from_wire};

/// The source of evidence that somebody said: the claims ledger of the snapshot.
pub const CLAIMS: &str = "claims";

/// The format this program reads and writes.
pub const FORMAT: &str = "subnet-ledger/1";
