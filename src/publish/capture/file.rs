//! Reading captured files.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::publish::PublishError;

/// A folder of captures.
#[derive(Debug, Clone)]
pub struct Folder(pub PathBuf);

impl Folder {
    /// Whether the folder has this file.
    pub fn has(&self, name: &str) -> bool {
        self.0.join(name).is_file()
    }

    /// The text of a file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn text(&self, name: &str) -> Result<String, PublishError> {
        let path = self.0.join(name);
        fs::read_to_string(&path).map_err(|source| PublishError::Read { path, source })
    }

    /// A JSON file.
    ///
    /// # Errors
    /// When it cannot be read, or is something else.
    pub fn json<T: DeserializeOwned>(&self, name: &str) -> Result<T, PublishError> {
        serde_json::from_str(&self.text(name)?).map_err(|error| self.wrong(name, &error))
    }

    /// The rows of a CSV file with a header.
    ///
    /// # Errors
    /// When it cannot be read, or is something else.
    pub fn csv<T: DeserializeOwned>(&self, name: &str) -> Result<Vec<T>, PublishError> {
        let text = self.text(name)?;
        let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize().collect::<Result<_, _>>();
        rows.map_err(|error| self.wrong(name, &error))
    }

    /// Names of the files in a folder inside that begin and end so, in order.
    pub fn list(&self, inside: &str, prefix: &str, suffix: &str) -> Vec<String> {
        let listed = fs::read_dir(self.0.join(inside)).into_iter().flatten().flatten();
        let names = listed.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<_> =
            names.filter(|name| name.starts_with(prefix) && name.ends_with(suffix)).collect();
        names.sort();
        names.into_iter().map(|name| Path::new(inside).join(name).to_string_lossy().into_owned()).collect()
    }

    /// The error for a file that is not what was expected.
    pub fn wrong(&self, name: &str, what: &dyn ToString) -> PublishError {
        PublishError::Capture { path: self.0.join(name), what: what.to_string() }
    }
}
