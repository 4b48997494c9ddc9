//! `/`: the network at a glance, and what happened since another snapshot.

use super::page::{read_at, read_snapshot, write_at, write_snapshot};
use super::{Filter, Printer, Reader, Table, View};
use crate::compute::select::Comparison;
use crate::finding::card::Tally;
use crate::finding::lists::{self, List};
use crate::model::Rung;
use crate::registry;
use crate::snapshot::Snapshot;

/// The lists beside the plane, each with the table that goes on where it ends.
pub fn beside_the_plane(snapshot: &Snapshot) -> [(List, Table); 3] {
    let [most, unproven, quiet] = lists::beside_the_plane(snapshot);
    let emission = registry::known("emission_tao_day");
    let paid = quiet.rows.iter().filter_map(|row| snapshot.value(emission, *row).number());
    let lowest = quiet.rows.iter().filter_map(|row| snapshot.subnets[*row].ladder.highest()).min();
    let as_quiet = Table {
        filters: vec![
            Filter::Number(emission, Comparison::AtMost, paid.fold(0.0, f64::max)),
            Filter::Rung(Comparison::AtLeast, lowest.map_or(1, Rung::number)),
        ],
        ..Table::default()
    };
    [(most, Table::default()), (unproven, Tally::unproven().into()), (quiet, as_quiet)]
}

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
    fn where_a_list_ends_its_table_goes_on() {
        let snapshot = crate::snapshot::fixture::snapshot();
        let lists = beside_the_plane(&snapshot);
        let all = lists.each_ref().map(|(_, table)| crate::view::rows(table, &snapshot));
        for ((list, _), all) in lists.iter().zip(&all) {
            assert!(list.rows.iter().all(|row| all.contains(row)), "{}", list.title);
        }
        assert_eq!(
            lists[1].0.rows, all[1],
            "those with nothing verified are exactly the rows of their table"
        );
    }

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
