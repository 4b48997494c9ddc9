//! The rows a table shows of a snapshot.

use super::{Filter, SortKey, Table};
use crate::compute::order;
use crate::compute::rank::{self, RankInterval};
use crate::compute::search::{self, Candidate, Match, Needle};
use crate::compute::select::{self, Key};
use crate::format::{shown_name, shown_text};
use crate::model::Rung;
use crate::model::value::Direction;
use crate::snapshot::Snapshot;

/// The rows that meet every condition, in the order of the snapshot.
pub fn filtered(filters: &[Filter], snapshot: &Snapshot) -> Vec<usize> {
    let meets = |row: &usize| filters.iter().all(|filter| filter.holds(snapshot, *row));
    (0..snapshot.subnets.len()).filter(meets).collect()
}

/// The categories that a table can be narrowed to, in order.
pub fn categories(snapshot: &Snapshot) -> Vec<String> {
    let categories = snapshot.subnets.iter().filter_map(|subnet| subnet.category.clone()).collect();
    let mut categories = order::ordered(categories, String::cmp);
    categories.dedup();
    categories
}

/// The rows that a table shows, in its order.
///
/// What a search finds best comes first as long as the reader has chosen no order of his own; rows
/// that are equal in every key stay in order of netuid.
pub fn rows(table: &Table, snapshot: &Snapshot) -> Vec<usize> {
    let needle = Needle::new(&table.search);
    let by_name = table.sort.iter().any(|(key, _)| *key == SortKey::Name);
    // Who orders a thousand rows by a number needs none of their names.
    let names = if needle.is_some() || by_name { shown_names(snapshot) } else { Vec::new() };
    let found: Vec<Option<Match>> = match &needle {
        Some(needle) => matches(needle, snapshot, &names),
        None => Vec::new(),
    };
    let mut rows = filtered(&table.filters, snapshot);
    rows.retain(|row| needle.is_none() || found[*row].is_some());
    let relevance = needle.is_some() && table.sort == Table::default().sort;
    let relevance = relevance.then(|| select::by(|row: usize| found[row], Direction::Ascending));
    let folded: Vec<String> = names.iter().map(|name| search::folded(name)).collect();
    let by_rank = table.sort.iter().any(|(key, _)| *key == SortKey::Rank);
    let ranks = if by_rank { rank::earned(snapshot) } else { Vec::new() };
    let known = Known { snapshot, names: &folded, ranks: &ranks };
    let chosen = table.sort.iter().map(|(key, direction)| compare(*key, *direction, known));
    let keys: Vec<Key> = relevance.into_iter().chain(chosen).collect();
    select::sort(&mut rows, &keys);
    rows
}

fn shown_names(snapshot: &Snapshot) -> Vec<String> {
    snapshot.subnets.iter().map(|subnet| shown_name(&subnet.name, subnet.id.netuid())).collect()
}

fn matches(needle: &Needle, snapshot: &Snapshot, names: &[String]) -> Vec<Option<Match>> {
    let candidates = names.iter().zip(&snapshot.subnets);
    candidates
        .map(|(name, subnet)| {
            needle.find(Candidate {
                netuid: subnet.id.netuid(),
                name,
                symbol: &shown_text(&subnet.symbol, 8),
                category: subnet.category.as_deref(),
            })
        })
        .collect()
}

/// What rows are compared by.
#[derive(Clone, Copy)]
struct Known<'a> {
    snapshot: &'a Snapshot,
    names: &'a [String],
    ranks: &'a [Option<RankInterval>],
}

fn compare<'a>(key: SortKey, direction: Direction, known: Known<'a>) -> Key<'a> {
    let Known { snapshot, names, ranks } = known;
    let subnets = &snapshot.subnets;
    match key {
        SortKey::Name => select::by(|row| names.get(row), direction),
        SortKey::Netuid => select::by(|row| Some(subnets.get(row)?.id), direction),
        SortKey::Category => select::by(|row| subnets.get(row)?.category.as_deref(), direction),
        // Nothing satisfied is the lowest step, unless nobody has looked.
        SortKey::Rung => select::by(
            |row| {
                let ladder = subnets.get(row)?.ladder;
                let highest = ladder.highest().map_or(0, Rung::number);
                (highest > 0 || ladder.searched()).then_some(highest)
            },
            direction,
        ),
        SortKey::Rank => select::by(
            |row: usize| ranks.get(row).copied().flatten().map(|rank| (rank.low, rank.high)),
            direction,
        ),
        SortKey::Metric(metric) => select::by_value(snapshot.values(metric), direction),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Query, View, fixture};

    fn shown(query: &str) -> Vec<u16> {
        let (table, ignored) = Table::parse(&Query::parse(query));
        assert_eq!(ignored, [], "{query}");
        let snapshot = fixture::snapshot();
        rows(&table, &snapshot).into_iter().map(|row| snapshot.subnets[row].id.netuid()).collect()
    }

    #[test]
    fn rows_are_filtered_searched_and_sorted() {
        for (query, expected) in [
            ("", &[64, 4, 11, 6][..]),
            ("sort=emission_tao_day", &[11, 4, 64, 6]),
            ("sort=name", &[64, 6, 4, 11]),
            ("sort=-name", &[11, 4, 6, 64]),
            ("sort=-netuid", &[64, 11, 6, 4]),
            ("sort=category~-netuid", &[11, 64, 4, 6]),
            ("sort=rung", &[11, 4, 64, 6]),
            ("sort=rank", &[64, 4, 11, 6]),
            ("sort=-rank", &[11, 4, 64, 6]),
            ("sort=-rung~-emission_tao_day", &[64, 4, 11, 6]),
            ("f=cat.inference", &[64, 4]),
            ("f=cat.data-search", &[11]),
            ("f=emission_tao_day.lt.100", &[4, 11]),
            ("f=emission_tao_day.missing", &[6]),
            ("f=rung.lt.3", &[11]),
            ("f=searched.no", &[6]),
            ("f=outside_use.claimed~emission_tao_day.gt.1", &[64]),
            ("q=6", &[6, 64]),
            ("q=sn64", &[64]),
            ("q=tra", &[11]),
            ("q=t", &[4, 11, 64, 6]),
            ("q=t&sort=-netuid", &[64, 11, 6, 4]),
            ("q=~634.", &[64]),
            ("q=data", &[11]),
            ("q=nothing_like_it", &[]),
        ] {
            assert_eq!(shown(query), expected, "{query}");
        }
    }
}
