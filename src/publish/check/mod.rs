//! Checks a data folder, whoever published it: every hash and length along the chain of trust, the
//! format, and what has to be true of the numbers.

mod history;
mod ledgers;
pub(crate) mod reader;
mod root;
mod subnet;
mod summary;

use std::fmt;
use std::path::Path;

use reader::Reader;

/// Something that is wrong in a data folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, and where in it, such as `snapshots/2026-08-07-8791253.json`.
    pub place: String,
    /// What is wrong, without a full stop.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}.", self.place, self.what)
    }
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What is wrong, in order of reading.
    pub findings: Vec<Finding>,
    /// Snapshots that were read.
    pub snapshots: usize,
    /// Different files that were read.
    pub files: usize,
    /// Their bytes together.
    pub bytes: u64,
}

/// Why a folder cannot be checked.
#[derive(Debug, thiserror::Error)]
#[error("{path} cannot be checked: {why}.")]
pub struct CheckError {
    path: String,
    why: String,
}

/// Checks everything that `latest.json` leads to.
///
/// # Errors
/// When there is no readable `latest.json` of our format.
pub fn check(folder: &Path) -> Result<Report, CheckError> {
    let mut reader = Reader::new(folder);
    let latest = reader.latest().map_err(|why| CheckError { path: folder.display().to_string(), why })?;
    root::latest(&latest, &mut reader);
    let mut previous = None;
    for published in &latest.snapshots {
        let name = format!("snapshots/{}.json", published.id);
        if let Some(root) = reader.named(&name, &published.root) {
            root::check(&root, &name, published, previous.as_ref(), &mut reader);
            previous = Some(root);
        }
    }
    Ok(reader.report())
}
