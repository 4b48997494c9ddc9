//! The subnets a comparison shows of a snapshot.

use super::Compare;
use crate::compute::select;
use crate::model::value::Direction;
use crate::registry;
use crate::snapshot::Snapshot;

/// How many subnets a comparison without any begins with.
const DEFAULT_SUBNETS: usize = 5;

impl Compare {
    /// The rows that the link means, each once, without subnets that are not in the snapshot; the
    /// five that earn most when it names none. A snapshot without emission goes by market cap.
    pub fn rows(&self, snapshot: &Snapshot) -> Vec<usize> {
        let mut rows: Vec<usize> = Vec::new();
        for row in self.subnets.iter().filter_map(|reference| snapshot.row(*reference)) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        if !self.subnets.is_empty() {
            return rows;
        }
        let [emission, size] = ["emission_tao_day", "market_cap_tao"].map(registry::known);
        let metric = if snapshot.measured(emission) > 0 { emission } else { size };
        let mut rows: Vec<usize> = (0..snapshot.subnets.len()).collect();
        select::sort(&mut rows, &[select::by_value(snapshot.values(metric), Direction::Descending)]);
        rows.truncate(DEFAULT_SUBNETS);
        rows
    }

    /// The places among the rows of those that are looked at alone, in their order; all of them where
    /// none is chosen, or none of the chosen is compared.
    pub fn drawn(&self, snapshot: &Snapshot, rows: &[usize]) -> Vec<usize> {
        let chosen: Vec<usize> = self.only.iter().filter_map(|reference| snapshot.row(*reference)).collect();
        let among: Vec<usize> = (0..rows.len()).filter(|place| chosen.contains(&rows[*place])).collect();
        if among.is_empty() { (0..rows.len()).collect() } else { among }
    }

    /// Looks at one of the subnets alone, beside others that are; or no longer. All of them alone are
    /// all of them.
    pub fn toggle_only(&mut self, snapshot: &Snapshot, place: usize) {
        let rows = self.rows(snapshot);
        let mut alone = self.drawn(snapshot, &rows);
        if alone.len() == rows.len() {
            alone.clear();
        }
        match alone.iter().position(|other| *other == place) {
            Some(at) => {
                alone.remove(at);
            }
            None => alone.push(place),
        }
        let chosen = (0..rows.len()).filter(|place| alone.contains(place) && alone.len() < rows.len());
        self.only = chosen.map(|place| snapshot.subnets[rows[place]].id.into()).collect();
    }
}

#[cfg(test)]
mod tests {
    use crate::view::{Compare, Query, View, fixture};

    #[test]
    fn subnets_are_found_once_and_in_the_order_of_the_link() {
        let rows = |query: &str| Compare::parse(&Query::parse(query)).0.rows(&fixture::snapshot());
        assert_eq!(rows("s=64~4~64.r1"), [3, 0]);
        assert_eq!(rows("s=11.r1~6"), [1]);
        assert_eq!(rows("s=99"), [0; 0]);
        assert_eq!(rows(""), [3, 0, 2, 1]);
    }

    #[test]
    fn looking_at_one_alone_is_a_part_of_the_link() {
        let snapshot = fixture::snapshot();
        let mut view = Compare::parse(&Query::parse("s=64~4~11")).0;
        let rows = view.rows(&snapshot);
        assert_eq!(view.drawn(&snapshot, &rows), [0, 1, 2]);
        view.toggle_only(&snapshot, 1);
        assert_eq!((view.print().as_str(), view.drawn(&snapshot, &rows)), ("s=64~4~11&only=4.r1", vec![1]));
        view.toggle_only(&snapshot, 0);
        assert_eq!(view.print(), "s=64~4~11&only=64.r1~4.r1");
        view.toggle_only(&snapshot, 2);
        assert_eq!(view.print(), "s=64~4~11", "all of them alone are all of them");
        view.toggle_only(&snapshot, 2);
        view.toggle_only(&snapshot, 2);
        assert_eq!(view.print(), "s=64~4~11");
        // One that is not compared cannot be looked at alone.
        let other = Compare::parse(&Query::parse("s=64~4&only=11")).0;
        assert_eq!(other.drawn(&snapshot, &other.rows(&snapshot)), [0, 1]);
    }
}
