//! Why nothing can be published.

use std::path::PathBuf;

/// What stops the publisher. What is wrong with single rows is a [`super::flag::Flag`] instead.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A file that cannot be opened.
    #[error("{path} cannot be read: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file that cannot be written.
    #[error("{path} cannot be written: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A capture that is not what its importer reads.
    #[error("{path} is not a capture of the kind expected: {what}")]
    Capture {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: String,
    },
    /// A hand-made input with a mistake in it.
    #[error("{name} has a mistake: {what}")]
    Input {
        /// The file or the built-in table.
        name: String,
        /// What is wrong.
        what: String,
    },
    /// One capture that was read at different blocks: its rows cannot stand in one column.
    #[error(
        "{path} was not read at one block: netuid {netuid} is of block {found}, the others of {expected}"
    )]
    MixedBlocks {
        /// The file.
        path: PathBuf,
        /// The first row that differs.
        netuid: u16,
        /// Its block.
        found: u64,
        /// The block of the rows before it.
        expected: u64,
    },
    /// A number that JSON cannot hold.
    #[error("{0} is not a finite number")]
    NotFinite(String),
    /// A registration that the table of generations does not have.
    #[error(
        "netuid {netuid} was registered at block {block}, which generations.toml does not have: append it to the slot"
    )]
    UnknownRegistration {
        /// The slot.
        netuid: u16,
        /// The block.
        block: u64,
    },
    /// A folder without any cross-section.
    #[error("{0} holds no cross-section of the chain")]
    NoCrossSection(PathBuf),
    /// Published numbers that contradict themselves.
    #[error("refused: {0}")]
    Refused(String),
    /// A value that cannot be written as JSON.
    #[error("cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl PublishError {
    /// What the program ends with: 4 for data that a check refused, otherwise 1.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::MixedBlocks { .. } | Self::NotFinite(_) | Self::Refused(_) => 4,
            _ => 1,
        }
    }
}
