//! The table of those who were counted.

use super::{Filter, Table};
use crate::compute::select::Comparison;
use crate::finding::card::Tally;
use crate::finding::figures::WORTH_A_WORD;
use crate::model::Rung;
use crate::registry;

impl From<Tally> for Table {
    fn from(tally: Tally) -> Self {
        let product = Rung::ReachableProduct.number();
        let number =
            |id: &str, at_least: f64| Filter::Number(registry::known(id), Comparison::AtLeast, at_least);
        let filters = match tally {
            Tally::Product => vec![Filter::Rung(Comparison::AtLeast, product)],
            Tally::Unproven => vec![
                number("emission_tao_day", WORTH_A_WORD),
                Filter::Rung(Comparison::Below, product),
                Filter::Searched(true),
            ],
            Tally::Full => vec![number("slots_filled", 1.0)],
        };
        Self { filters, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{filtered, fixture};

    #[test]
    fn the_table_shows_whom_the_count_counted() {
        let snapshot = fixture::snapshot();
        for tally in [Tally::Product, Tally::Unproven, Tally::Full] {
            let rows = 0..snapshot.subnets.len();
            let counted: Vec<usize> =
                rows.filter(|row| tally.counts(&snapshot, *row) == Some(true)).collect();
            assert_eq!(filtered(&Table::from(tally).filters, &snapshot), counted, "{tally:?}");
        }
    }
}
