//! Importers, checks and the writer of snapshots.
//!
//! | module | what it does |
//! |---|---|
//! | [`capture`] | one importer for each kind of captured file |
//! | [`captures`], [`inputs`] | all of them, and what is written by hand, read once |
//! | [`registrations`] | who held which slot when |
//! | [`shipped`] | the ladder: which evidence is a subnet's own, and what it proves |
//! | [`events`] | what happened, and what changed between captures |
//! | [`snapshot`] | one snapshot: summary, index, root |
//! | [`reconstruction`] | the emission of 2025, rebuilt from prices, with its error |
//! | `received` | what each registration has received in all |
//! | `network`, `sums` | what is known of the network day by day, and what all subnets come to |
//! | [`store`] | files named by their content |
//! | [`plausible`] | signs that a capture is not what it seems |
//! | [`flag`] | remarks on rows, for whoever publishes |
//! | [`check`](mod@check) | any data folder, whoever published it |
//! | [`synth`] | a made-up network of any size, to measure with |
//! | [`schema`] | the format as JSON Schema |

pub mod about;
pub mod capture;
pub mod captures;
pub mod check;
pub mod claims;
pub mod columns;
mod error;
pub mod events;
pub mod flag;
pub mod held;
pub mod history;
pub mod inputs;
pub mod links;
pub mod names;
mod network;
pub mod number;
pub mod plausible;
pub mod profile;
mod received;
pub mod reconstruction;
pub mod registrations;
pub mod repository_name;
pub mod rule;
pub mod schema;
pub mod series;
pub mod shipped;
pub mod snapshot;
pub mod sources;
pub mod store;
mod sums;
pub mod synth;

use std::path::Path;

use crate::snapshot::{FORMAT, wire};

pub use error::PublishError;
pub use registrations::{Registration, Registrations};

use capture::file::Folder;
use captures::Captures;
use flag::Flags;
use inputs::Inputs;
use store::Store;

/// Publishes every cross-section of a folder of captures, oldest first, and gives the remarks on
/// their rows. The same captures always give the same bytes.
///
/// # Errors
/// When nothing can be published.
pub fn publish(captures: &Path, inputs: &Inputs, out: &Path) -> Result<Flags, PublishError> {
    let mut flags = Flags::default();
    let captures = Captures::read(&Folder(captures.to_owned()), &mut flags)?;
    plausible::check(&captures, &inputs.registrations, &mut flags);
    let mut store = Store::open(out)?;
    let mut snapshots: Vec<wire::SnapshotRef> = Vec::new();
    for (section, sequence) in captures.sections.iter().zip(1..) {
        let previous = snapshots.last().map(|snapshot| snapshot.id.clone());
        let job = snapshot::Job { captures: &captures, inputs, section, sequence, previous };
        snapshots.push(snapshot::write(&job, &mut store)?);
    }
    let newest = captures.sections.last().zip(snapshots.last());
    let Some((section, newest)) = newest else { return Ok(flags) };
    let latest = wire::Latest {
        format: FORMAT.to_owned(),
        snapshot: newest.id.clone(),
        root: newest.root.clone(),
        sequence: captures.sections.len() as u64,
        published_at: section.captured_at.clone(),
        snapshots: snapshots.clone(),
    };
    store.named("latest.json", &latest)?;
    store.remove_unused()?;
    Ok(flags)
}
