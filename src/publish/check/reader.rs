//! Reading the files of a folder along their hashes.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::{Finding, Report};
use crate::publish::store::reference;
use crate::snapshot::check_format;
use crate::snapshot::wire::{Latest, ObjectRef};

/// Longest name of a file that is followed; hashes and ids are far shorter.
const MAX_NAME: usize = 120;

/// A folder being checked, and what was found so far.
pub struct Reader {
    folder: PathBuf,
    report: Report,
    /// What was read, so that what snapshots share is read and reported once.
    seen: BTreeMap<(String, TypeId), Option<Box<dyn Any>>>,
}

impl Reader {
    /// A reader of a folder.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), report: Report::default(), seen: BTreeMap::new() }
    }

    /// Adds a finding.
    pub fn find(&mut self, place: &str, what: impl Into<String>) {
        self.report.findings.push(Finding { place: place.to_owned(), what: what.into() });
    }

    /// Adds a finding unless something holds.
    pub fn want(&mut self, holds: bool, place: &str, what: impl FnOnce() -> String) {
        if !holds {
            self.find(place, what());
        }
    }

    /// Counts a snapshot.
    pub fn count_snapshot(&mut self) {
        self.report.snapshots += 1;
    }

    /// Everything found.
    pub fn report(self) -> Report {
        self.report
    }

    /// `latest.json`, or why there is none to start from.
    pub fn latest(&mut self) -> Result<Latest, String> {
        let bytes = fs::read(self.folder.join("latest.json")).map_err(|why| format!("latest.json: {why}"))?;
        self.report.files += 1;
        self.report.bytes += bytes.len() as u64;
        let latest: Latest = serde_json::from_slice(&bytes).map_err(|why| format!("latest.json: {why}"))?;
        check_format(&latest.format)
            .map_err(|why| format!("latest.json: {}", why.to_string().trim_end_matches('.')))?;
        Ok(latest)
    }

    /// An object, checked against its hash and length; `None` when that was reported, now or before.
    pub fn object<T: DeserializeOwned + Clone + 'static>(&mut self, wanted: &ObjectRef) -> Option<T> {
        self.named(&object_name(wanted), wanted)
    }

    /// A file under a name, checked in the same way.
    pub fn named<T: DeserializeOwned + Clone + 'static>(
        &mut self,
        name: &str,
        wanted: &ObjectRef,
    ) -> Option<T> {
        let key = (name.to_owned(), TypeId::of::<T>());
        if let Some(known) = self.seen.get(&key) {
            return known.as_ref()?.downcast_ref::<T>().cloned();
        }
        let read = self.read::<T>(name, wanted);
        if let Err(what) = &read {
            self.find(name, what.clone());
        }
        let value = read.ok();
        self.seen.insert(key, value.clone().map(|value| Box::new(value) as Box<dyn Any>));
        value
    }

    fn read<T: DeserializeOwned>(&mut self, name: &str, wanted: &ObjectRef) -> Result<T, String> {
        let is_hash = wanted.sha256.len() == 64
            && wanted.sha256.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if !is_hash {
            return Err("its hash is not 64 lower-case hexadecimal digits".to_owned());
        }
        // A name with a way out of the folder would read files that are none of ours.
        if name.len() > MAX_NAME || name.contains("..") {
            return Err("it is not a name inside the folder".to_owned());
        }
        let bytes = fs::read(self.folder.join(name)).map_err(|why| format!("it cannot be read ({why})"))?;
        self.report.files += 1;
        self.report.bytes += bytes.len() as u64;
        let found = reference(&bytes);
        if found.bytes != wanted.bytes {
            return Err(format!("it has {} bytes where {} were announced", found.bytes, wanted.bytes));
        }
        if found.sha256 != wanted.sha256 {
            return Err(format!("its content has the hash {}, not the one announced", found.sha256));
        }
        serde_json::from_slice(&bytes).map_err(|why| format!("it does not follow the format ({why})"))
    }
}

/// Where an object lies.
pub fn object_name(object: &ObjectRef) -> String {
    format!("objects/{}.json", object.sha256)
}
