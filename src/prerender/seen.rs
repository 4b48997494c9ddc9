//! In which snapshot each thing was published first. Feeds go by it: what is found late, such as a claim
//! of last year, is new to whoever reads a feed, and by its own day would stand below everything they know.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::PrerenderError;
use super::feed::Mark;
use super::ledger::need;
use crate::model::{Day, Rung, SubnetId};
use crate::publish::check::reader::Reader;
use crate::snapshot::wire;

/// The first day of everything that feeds tell, by the name of its item.
#[derive(Debug, Default)]
pub struct Seen {
    first: BTreeMap<String, Day>,
    /// Files that were read for an earlier snapshot and have nothing new.
    read: BTreeSet<String>,
}

impl Seen {
    /// The day of the snapshot that had it first; `None` for what no snapshot had.
    pub fn first(&self, mark: &Mark) -> Option<Day> {
        self.first.get(&mark.id()).copied()
    }

    /// Takes in a snapshot of a day. Snapshots come oldest first.
    ///
    /// # Errors
    /// When a file is missing or is not what its hash says.
    pub fn add(&mut self, folder: &Path, root: &wire::Root, day: Day) -> Result<(), PrerenderError> {
        // Years of profiles are not kept in memory for the days of their releases.
        let mut files = Reader::new(folder);
        let index: wire::Index = need(&mut files, &root.objects.index)?;
        let events: wire::Events = need(&mut files, &root.objects.events)?;
        let claims: wire::Claims = need(&mut files, &root.objects.claims)?;
        for event in &events.events {
            self.note(&Mark::event(event), day);
            self.note_all(Mark::lost(event).map(|(mark, _)| mark), day);
        }
        self.note_all(claims.claims.iter().map(Mark::claim), day);
        for entry in index.subnets.iter().chain(&index.former) {
            if !self.read.insert(entry.profile.sha256.clone()) {
                continue;
            }
            let Ok(id) = entry.id.parse::<SubnetId>() else { continue };
            let profile: wire::Profile = need(&mut files, &entry.profile)?;
            let releases = profile.evidence.iter().filter(|item| item.rung == Rung::Release.id());
            let dated = releases.filter_map(|item| Some((item.day.as_deref()?.parse().ok()?, item)));
            self.note_all(dated.map(|(on, item)| Mark::release(on, id, &item.what)), day);
        }
        Ok(())
    }

    fn note(&mut self, mark: &Mark, day: Day) {
        self.first.entry(mark.id()).or_insert(day);
    }

    fn note_all(&mut self, marks: impl IntoIterator<Item = Mark>, day: Day) {
        marks.into_iter().for_each(|mark| self.note(&mark, day));
    }
}
