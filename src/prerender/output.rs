//! The folder that is written to, and what was written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::PrerenderError;

/// A built site that files are added to.
pub struct Output {
    folder: PathBuf,
    written: BTreeMap<&'static str, Written>,
}

/// Files of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// How many.
    pub files: usize,
    /// Their bytes together.
    pub bytes: usize,
    /// The bytes of the largest.
    pub largest: usize,
}

impl Output {
    /// A site to add to.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), written: BTreeMap::new() }
    }

    /// The text of a file of the site.
    ///
    /// # Errors
    /// When there is none.
    pub fn read(&self, name: &str) -> Result<String, PrerenderError> {
        let path = self.folder.join(name);
        fs::read_to_string(&path).map_err(|source| PrerenderError::Read { path, source })
    }

    /// Writes a file and counts it with its kind.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(
        &mut self,
        kind: &'static str,
        name: &str,
        content: impl AsRef<[u8]>,
    ) -> Result<(), PrerenderError> {
        let path = self.folder.join(name.trim_start_matches('/'));
        let content = content.as_ref();
        let refused = |source| PrerenderError::Write { path: path.clone(), source };
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(refused)?;
        }
        fs::write(&path, content).map_err(refused)?;
        let written = self.written.entry(kind).or_default();
        written.files += 1;
        written.bytes += content.len();
        written.largest = written.largest.max(content.len());
        Ok(())
    }

    /// What was written, by kind.
    pub fn written(self) -> BTreeMap<&'static str, Written> {
        self.written
    }
}
