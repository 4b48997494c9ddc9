//! The card of what a registration received over a span of days.

use super::{Card, Check, NOTE, Worked, named};
use crate::finding::counted;
use crate::format::{self, Locale};
use crate::model::{Day, Grade, Value};
use crate::registry::{self, Style};
use crate::snapshot::{History, Snapshot};

/// Which days of a history are added up.
#[derive(Debug, Clone, Copy)]
pub(in crate::finding) struct Days {
    /// The first, inside.
    pub from: Day,
    /// The last, inside.
    pub to: Day,
    /// Those alone that a model made, or those alone that were captured; `None` is both.
    pub rebuilt: Option<bool>,
}

impl Card {
    /// The card of the TAO that a registration received on some days. It has no value where no day has one.
    pub(in crate::finding) fn of_received(
        snapshot: &Snapshot,
        history: &History,
        days: Days,
        locale: &Locale,
    ) -> Self {
        let (sums, emission) = (registry::known("earned_tao_cum"), registry::known("emission_tao_day"));
        let series = history.series(emission);
        let wanted = |day: Day| {
            let rebuilt = series.is_some_and(|series| series.is_reconstructed(day));
            (days.from..=days.to).contains(&day) && days.rebuilt.is_none_or(|only| only == rebuilt)
        };
        let points: Vec<(Day, f64)> =
            series.into_iter().flat_map(|series| series.points()).filter(|(day, _)| wanted(*day)).collect();
        let known = series.into_iter().flat_map(|series| &series.known);
        let known: Vec<_> =
            known.filter(|span| points.iter().any(|(day, _)| (span.from..=span.to).contains(day))).collect();
        let sum: f64 = points.iter().map(|(_, tao)| tao).sum();
        let grade = known.iter().map(|span| span.grade).max();
        let span = points.first().zip(points.last());
        let span = span.map(|((first, _), (last, _))| match first == last {
            true => format::day(*first),
            false => format::span(*first, *last),
        });
        let span = span.unwrap_or_default();
        let netuid = history.id.netuid();
        let name = snapshot.row(history.id.into()).map(|row| snapshot.subnets[row].name.clone());
        let source = known.first().and_then(|span| span.sources.first());
        let count = counted(points.len(), "day", "days");
        let length = usize::try_from(days.to.since(days.from) + 1).unwrap_or(0);
        Self {
            title: "TAO received".to_owned(),
            name: format::shown_name(&name.unwrap_or_default(), netuid),
            whose: format!(" · SN{}, {span}", history.id),
            value: format::amount(sum, Style::Decimals(1), sums.unit, locale),
            missing: points.is_empty(),
            why: history
                .notes
                .get(emission.id)
                .filter(|_| grade == Some(Grade::Reconstructed))
                .map(|note| format::shown_text(note, NOTE)),
            worked: Some(Worked {
                words: "sum of the emission of every day that has a value".to_owned(),
                numbers: count.clone(),
                result: format::with_unit(Value::finite(sum), sums, locale),
                check: Check::Computed,
            }),
            grades: grade.into_iter().collect(),
            as_of: span,
            source: source.and_then(|at| snapshot.sources.get(*at)).map(named),
            measured: format!("{} of {}", points.len(), counted(length, "day", "days")),
            ..Self::known_by(snapshot, Some(sums), locale)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Series;
    use crate::snapshot::fixture;

    #[test]
    fn a_sum_of_days_says_which_days_and_how_they_are_known() {
        let snapshot = fixture::snapshot();
        let day = |text: &str| text.parse::<Day>().unwrap();
        let rebuilt =
            Series::of(day("2026-08-01"), vec![Some(10.0), None, Some(20.5)], Grade::Reconstructed, None);
        let captured = Series::of(day("2026-08-05"), vec![Some(450.0)], Grade::Chain, None);
        let emission = registry::known("emission_tao_day");
        let history = History {
            id: snapshot.subnets[3].id,
            series: vec![(emission, rebuilt.over(&captured))],
            notes: [(emission.id, "Median error 3.5 %.".to_owned())].into(),
        };
        let card = |rebuilt| {
            let days = Days { from: day("2026-08-01"), to: day("2026-08-06"), rebuilt };
            Card::of_received(&snapshot, &history, days, &Locale::default())
        };
        let both = card(None);
        assert_eq!((both.value.as_str(), both.measured.as_str()), ("480.5\u{a0}τ", "3 of 6 days"));
        assert_eq!(
            (both.grades, both.why.as_deref()),
            (vec![Grade::Reconstructed], Some("Median error 3.5 %."))
        );
        let only = card(Some(false));
        assert_eq!((only.value.as_str(), only.as_of.as_str()), ("450.0\u{a0}τ", "5 Aug 2026"));
        assert_eq!((only.grades, only.why), (vec![Grade::Chain], None));
        assert_eq!(card(Some(true)).value, "30.5\u{a0}τ");
        let none = Days { from: day("2026-09-01"), to: day("2026-09-02"), rebuilt: None };
        assert!(Card::of_received(&snapshot, &history, none, &Locale::default()).missing);
    }
}
