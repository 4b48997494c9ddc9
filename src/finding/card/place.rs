//! The card of a place by what is earned.

use super::{Card, Check, Worked};
use crate::compute::rank::{self, RankInterval};
use crate::format::{self, Locale, shown_name};
use crate::model::Grade;
use crate::snapshot::Snapshot;

impl Card {
    /// The card of a row's rank: the three places it is made of, each by its definition of earned.
    pub fn of_rank(snapshot: &Snapshot, rank: Option<RankInterval>, row: usize, locale: &Locale) -> Self {
        let metrics = rank::definitions();
        let places = rank::by_definition(snapshot).map(|places| places.get(row).copied().flatten());
        let part = |at: usize| {
            let value = format::with_unit(snapshot.value(metrics[at], row), metrics[at], locale);
            match places[at] {
                Some(place) => format!("{place} ({value})"),
                None => value,
            }
        };
        let netuid = snapshot.subnets[row].id.netuid();
        let value = rank.map(|rank| format!("{rank} of {}", rank.of));
        Self {
            title: "Rank by what is earned".to_owned(),
            name: shown_name(&snapshot.subnets[row].name, netuid),
            whose: format!(" · SN{netuid}"),
            missing: rank.is_none(),
            definition: "The best and the worst place under three definitions of earned, 1 for the largest. \
                         Equal numbers share the whole span of their places."
                .to_owned(),
            worked: value.clone().map(|result| Worked {
                words: metrics
                    .map(|metric| format!("place by {}", format::uncapitalised(metric.label)))
                    .join("; "),
                numbers: [0, 1, 2].map(part).join("; "),
                result,
                check: Check::Computed,
            }),
            value: value.unwrap_or_else(|| "no rank: not measured".to_owned()),
            limits: "How far it is from one place to the next.".to_owned(),
            method: None,
            // A rank is known no better than the worst known of what it is made of.
            grades: vec![
                metrics
                    .iter()
                    .filter_map(|metric| Some(snapshot.column(metric)?.provenance.grade))
                    .max()
                    .unwrap_or(Grade::Chain),
            ],
            ..Self::known_by(snapshot, Some(metrics[0]), locale)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::fixture;

    #[test]
    fn a_rank_shows_the_places_it_is_made_of() {
        let snapshot = fixture::snapshot();
        let ranks = rank::earned(&snapshot);
        let card = Card::of_rank(&snapshot, ranks[3], 3, &Locale::default());
        let rank = ranks[3].unwrap();
        assert_eq!(card.value, format!("{rank} of {}", rank.of));
        let worked = card.worked.unwrap();
        assert!(
            worked.words.starts_with("place by emission; place by alpha paid out, priced; "),
            "{}",
            worked.words
        );
        assert!(worked.numbers.starts_with("1 (450.00\u{a0}τ/day); "), "{}", worked.numbers);
        assert!(Card::of_rank(&snapshot, None, 1, &Locale::default()).missing);
    }
}
