//! Why the pages of a site cannot be written.

use std::path::PathBuf;

/// What stops the writer of pages, each with a sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum PrerenderError {
    /// A URL that no site can have.
    #[error(
        "“{0}” is no address of a site: write it whole, as https://host/ or https://host/folder/, without ? or #"
    )]
    Url(String),
    /// A file that cannot be read.
    #[error("{path} cannot be read: {source}. Is this a site that was built with `make dist`?")]
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
    /// A page that is not what the build writes.
    #[error("404.html is not the page of a built site: it has no {0}. Build the site anew with `make dist`.")]
    Template(&'static str),
    /// Data that is damaged or cannot be read.
    #[error("the data of the site cannot be used: {0}. `ledger check` tells more.")]
    Data(String),
    /// No font to draw words with.
    #[error(
        "no font was found, so previews would be without words: install one (Debian: fonts-dejavu-core), or leave the previews out with --no-previews"
    )]
    NoFont,
    /// A drawing that cannot be turned into a picture.
    #[error("the preview {name} cannot be drawn: {why}")]
    Preview {
        /// Its file.
        name: String,
        /// What the renderer says.
        why: String,
    },
}
