//! The writer: files named by their content, and the two that are not.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use sha2::{Digest, Sha256};

use super::PublishError;
use crate::snapshot::wire::ObjectRef;

/// A folder of published files.
pub struct Store {
    folder: PathBuf,
    /// Names of everything that belongs to this publication.
    written: BTreeSet<String>,
}

impl Store {
    /// Opens a folder, and makes it when there is none.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(folder: &Path) -> Result<Self, PublishError> {
        for inside in ["objects", "snapshots"] {
            let path = folder.join(inside);
            fs::create_dir_all(&path).map_err(|source| PublishError::Write { path, source })?;
        }
        Ok(Self { folder: folder.to_owned(), written: BTreeSet::new() })
    }

    /// Writes a file named by its content; the same content twice is one file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn object<T: Serialize>(&mut self, value: &T) -> Result<ObjectRef, PublishError> {
        let bytes = compact(value)?;
        let object = reference(&bytes);
        let name = format!("objects/{}.json", object.sha256);
        if self.written.insert(name.clone()) {
            self.write(&name, &bytes)?;
        }
        Ok(object)
    }

    /// Writes a file with a name of its own.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn named<T: Serialize>(&mut self, name: &str, value: &T) -> Result<ObjectRef, PublishError> {
        let bytes = compact(value)?;
        self.write(name, &bytes)?;
        self.written.insert(name.to_owned());
        Ok(reference(&bytes))
    }

    /// Removes objects and snapshots of earlier runs that this publication does not have. Only files
    /// with names that this writer gives are touched.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub fn remove_unused(&self) -> Result<usize, PublishError> {
        let hash = |name: &str| name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        // A day and a block.
        let id = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        Ok(self.remove("objects", hash)? + self.remove("snapshots", id)?)
    }

    fn remove(&self, inside: &str, ours: impl Fn(&str) -> bool) -> Result<usize, PublishError> {
        let folder = self.folder.join(inside);
        let listed = fs::read_dir(&folder).map_err(|source| PublishError::Read { path: folder, source })?;
        let mut removed = 0;
        for path in listed.flatten().map(|entry| entry.path()) {
            let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            if ours(name) && !self.written.contains(&format!("{inside}/{name}.json")) {
                fs::remove_file(&path).map_err(|source| PublishError::Write { path, source })?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let path = self.folder.join(name);
        // A file that is already right keeps its date, which spares copies and caches.
        if fs::read(&path).is_ok_and(|present| present == bytes) {
            return Ok(());
        }
        fs::write(&path, bytes).map_err(|source| PublishError::Write { path, source })
    }
}

/// The name that a file with this content has.
pub fn reference(bytes: &[u8]) -> ObjectRef {
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    ObjectRef { sha256, bytes: bytes.len() as u64 }
}

/// JSON without spaces, whole numbers without a decimal point, and a line end.
fn compact<T: Serialize>(value: &T) -> Result<Vec<u8>, PublishError> {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, Short))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Writes 256.0 as 256: half of all numbers here are counts.
struct Short;

impl Formatter for Short {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if value.fract() == 0.0 && value.abs() < EXACT {
            return write!(writer, "{}", value as i64);
        }
        write!(writer, "{}", serde_json::Number::from_f64(value).ok_or(io::ErrorKind::InvalidData)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_short_and_read_back_the_same() {
        let numbers = [256.0, 0.086_479_984_9, 1e-9, 8_791_253.0, 1e300, -3.5];
        let bytes = compact(&numbers).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert_eq!(text, "[256,0.0864799849,1e-9,8791253,1e+300,-3.5]\n");
        assert_eq!(serde_json::from_slice::<Vec<f64>>(&bytes).unwrap(), numbers);
    }

    #[test]
    fn names_are_hashes_of_the_bytes() {
        let object = reference(b"");
        assert_eq!(object.sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(object.bytes, 0);
    }
}
