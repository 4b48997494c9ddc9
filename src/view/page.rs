//! Pages whose only choice is the snapshot.

use super::{Printer, Reader, View};
use crate::model::Day;

/// What a page without choices of its own shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// `at`: the snapshot; `None` is the latest.
    pub at: Option<String>,
}

impl View for Page {
    fn read(reader: &mut Reader) -> Self {
        Self { at: read_at(reader) }
    }

    fn write(&self, printer: &mut Printer) {
        write_at(printer, self.at.as_deref());
    }
}

/// `at`: the id of a snapshot, `2026-08-07-8791253`.
pub(super) fn read_at(reader: &mut Reader) -> Option<String> {
    read_snapshot(reader, "at")
}

/// A key whose value names a snapshot.
pub(super) fn read_snapshot(reader: &mut Reader, key: &'static str) -> Option<String> {
    reader.one(key, |id| {
        is_snapshot_id(id)
            .then(|| id.to_owned())
            .ok_or_else(|| "a snapshot is named by day and block, as 2026-08-07-8791253".to_owned())
    })
}

pub(super) fn write_at(printer: &mut Printer, at: Option<&str>) {
    write_snapshot(printer, "at", at);
}

pub(super) fn write_snapshot(printer: &mut Printer, key: &'static str, id: Option<&str>) {
    printer.put_some(key, id.filter(|id| is_snapshot_id(id)));
}

fn is_snapshot_id(id: &str) -> bool {
    id.rsplit_once('-').is_some_and(|(day, block)| {
        day.len() == 10
            && day.parse::<Day>().is_ok()
            && (1..=12).contains(&block.len())
            && block.bytes().all(|byte| byte.is_ascii_digit())
    })
}
