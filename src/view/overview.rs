//! `/`: the network at a glance, and what happened since another snapshot.

use super::page::{read_at, read_snapshot, write_at, write_snapshot};
use super::{Printer, Reader, View};

/// What `/` shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// `since`: the snapshot that this one is compared with; `None` is the one before it.
    pub since: Option<String>,
    /// `at`: the snapshot; `None` is the latest.
    pub at: Option<String>,
}

impl View for Overview {
    fn read(reader: &mut Reader) -> Self {
        Self { since: read_snapshot(reader, "since"), at: read_at(reader) }
    }

    fn write(&self, printer: &mut Printer) {
        write_snapshot(printer, "since", self.since.as_deref());
        write_at(printer, self.at.as_deref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Query;

    #[test]
    fn the_snapshot_that_changes_are_counted_from_is_in_the_link() {
        let link = "since=2026-06-14-8404076&at=2026-08-07-8791253";
        let (overview, ignored) = Overview::parse(&Query::parse(link));
        assert_eq!((overview.since.as_deref(), ignored.len()), (Some("2026-06-14-8404076"), 0));
        assert_eq!(overview.print(), link);
        let (overview, ignored) = Overview::parse(&Query::parse("since=yesterday"));
        assert_eq!((overview, ignored.len()), (Overview::default(), 1));
    }
}
