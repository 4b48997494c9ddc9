//! The table of those who were counted.

use super::{Filter, Table};
use crate::compute::select::Comparison;
use crate::finding::card::{Sought, Tally};
use crate::model::Rung;
use crate::registry;

impl From<Tally> for Table {
    fn from(tally: Tally) -> Self {
        let product = Rung::ReachableProduct.number();
        let filters = match tally {
            Tally::All => vec![],
            Tally::AtLeast(metric, least) => vec![Filter::Number(metric, Comparison::AtLeast, least)],
            Tally::Paid(metric) => vec![Filter::Number(metric, Comparison::Above, 0.0)],
            // Nothing that is counted so can be less than nothing.
            Tally::Unpaid(metric) => vec![Filter::Number(metric, Comparison::AtMost, 0.0)],
            Tally::Product => vec![Filter::Rung(Comparison::AtLeast, product)],
            Tally::Sought(Sought { metric, at_least, rung, state, single }) => {
                let mut filters = vec![match at_least {
                    Some(least) => Filter::Number(metric, Comparison::AtLeast, least),
                    None => Filter::Number(metric, Comparison::Above, 0.0),
                }];
                match state {
                    Some(state) => filters.push(Filter::Best(rung, state)),
                    None => filters
                        .extend([Filter::Rung(Comparison::Below, rung.number()), Filter::Searched(true)]),
                }
                let singly = Rung::ALL.into_iter().zip(single);
                filters.extend(singly.filter_map(|(rung, state)| Some(Filter::State(rung, state?))));
                filters
            }
            Tally::Full => {
                vec![Filter::Number(registry::known("slots_filled"), Comparison::AtLeast, 1.0)]
            }
        };
        Self { filters, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RungState;
    use crate::view::{filtered, fixture};

    #[test]
    fn the_table_shows_whom_the_count_counted() {
        let snapshot = fixture::snapshot();
        let emission = registry::known("emission_tao_day");
        let mut tallies = vec![
            Tally::All,
            Tally::AtLeast(emission, 29.0),
            Tally::Paid(emission),
            Tally::Unpaid(emission),
            Tally::Product,
            Tally::unproven(),
            Tally::Full,
        ];
        for rung in Rung::ALL {
            for at_least in [None, Some(0.0), Some(29.0)] {
                for state in RungState::ALL.map(Some).into_iter().chain([None]) {
                    for other in RungState::ALL.map(Some).into_iter().chain([None]) {
                        let single = [None, other, None, None, None];
                        tallies.push(Tally::Sought(Sought {
                            metric: emission,
                            at_least,
                            rung,
                            state,
                            single,
                        }));
                    }
                }
            }
        }
        for tally in tallies {
            let rows = 0..snapshot.subnets.len();
            let counted: Vec<usize> =
                rows.filter(|row| tally.counts(&snapshot, *row) == Some(true)).collect();
            assert_eq!(filtered(&Table::from(tally).filters, &snapshot), counted, "{tally:?}");
        }
    }
}
