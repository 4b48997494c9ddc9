//! What rows are sorted by, in links.

use super::reader::quantity;
use crate::model::value::Direction;
use crate::registry::Metric;

/// Rows that are equal in so many columns need no further order.
pub const MAX_SORT_KEYS: usize = 4;

/// What rows can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SortKey {
    /// The name as shown.
    Name,
    /// The slot.
    Netuid,
    /// The category.
    Category,
    /// The highest satisfied rung.
    Rung,
    /// The rank by what is earned: the best place under any definition, then the worst.
    Rank,
    /// A metric.
    Metric(&'static Metric),
}

const WORDS: [(&str, SortKey); 5] = [
    ("name", SortKey::Name),
    ("netuid", SortKey::Netuid),
    ("category", SortKey::Category),
    ("rung", SortKey::Rung),
    ("rank", SortKey::Rank),
];

impl SortKey {
    /// The key in links.
    pub fn id(self) -> &'static str {
        match self {
            SortKey::Metric(metric) => metric.id,
            word => WORDS.iter().find(|(_, key)| *key == word).map_or("", |(id, _)| id),
        }
    }

    /// Which way a column is sorted at first: words from A, numbers from the largest.
    pub fn first_direction(self) -> Direction {
        match self {
            SortKey::Name | SortKey::Netuid | SortKey::Category | SortKey::Rank => Direction::Ascending,
            SortKey::Rung | SortKey::Metric(_) => Direction::Descending,
        }
    }
}

/// Reads a key, which descends with `-` before it.
///
/// # Errors
/// Why it is none, as a clause for the reader.
pub(super) fn sort_key(text: &str) -> Result<(SortKey, Direction), String> {
    let (id, direction) = match text.strip_prefix('-') {
        Some(id) => (id, Direction::Descending),
        None => (text, Direction::Ascending),
    };
    match WORDS.iter().find(|(word, _)| *word == id) {
        Some((_, key)) => Ok((*key, direction)),
        None => quantity(id).map(|metric| (SortKey::Metric(metric), direction)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;

    #[test]
    fn words_to_sort_by_are_no_metrics() {
        assert!(WORDS.iter().all(|(word, _)| registry::metric(word).is_none()));
    }
}
