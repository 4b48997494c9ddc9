//! What can go wrong between a host and this page, in sentences a visitor can act on.

use wasm_split_helpers::SplitLoaderError;

use crate::snapshot::FormatError;

/// Longest wait for one file.
pub const TIMEOUT_SECONDS: u32 = 10;

/// Why a file is not here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// The browser could not reach the host.
    #[error("The data could not be reached. Check your connection, then try again.")]
    Offline,
    /// No answer in time.
    #[error("The data did not arrive within {0} seconds. Try again, or come back later.")]
    TimedOut(u32),
    /// The host has no such file.
    #[error("The host has no file “{0}”. The publication may be incomplete; try again in a minute.")]
    NotFound(String),
    /// The host answered with an error.
    #[error("The host answered with error {0}. Try again in a minute.")]
    Status(u16),
    /// The bytes are not those that were published.
    #[error("The file “{0}” was damaged on its way, so it is not shown. Try again.")]
    Corrupted(String),
    /// A page where data should be, as a captive portal sends.
    #[error(
        "The host sent a web page instead of data. If your network asks you to sign in, do that first, then try again."
    )]
    NotData,
    /// Data that this program cannot read.
    #[error("The file “{0}” cannot be read. The publisher made a mistake, or this page is old: reload it.")]
    Malformed(String),
    /// A format of another kind or time.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// An older publication than one already seen here.
    #[error(
        "The host sent an older publication (number {got}) than the one you have seen (number {seen}), so it is not shown."
    )]
    Replayed {
        /// Sequence that arrived.
        got: u64,
        /// Highest sequence seen.
        seen: u64,
    },
    /// A link to a snapshot that was never published here.
    #[error("There is no snapshot “{0}” here. The link may be mistyped; the latest one is still available.")]
    UnknownSnapshot(String),
    /// A part of the program did not come.
    #[error(
        "A part of the program did not arrive. Check your connection, then try again; if that does not help, reload the page, for the site may have been renewed."
    )]
    Program,
}

impl From<SplitLoaderError> for LoadError {
    fn from(_: SplitLoaderError) -> Self {
        Self::Program
    }
}
