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
        select::sort(
            &mut rows,
            &[select::by_value(|row| snapshot.value(metric, row), Direction::Descending)],
        );
        rows.truncate(DEFAULT_SUBNETS);
        rows
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
}
