//! The card of what a registration received over a span of days.

use super::{Card, Check, NOTE, Worked, all_named};
use crate::compute::earned::Total;
use crate::finding::counted;
use crate::format::{self, Locale};
use crate::model::{Day, Grade, Known, Value};
use crate::registry::{self, Style};
use crate::snapshot::{History, Snapshot};

/// Which days of a history are added up, and to what.
#[derive(Debug, Clone, Copy)]
pub(in crate::finding) struct Days {
    /// The first, inside.
    pub from: Day,
    /// The last, inside.
    pub to: Day,
    /// What was received on them.
    pub total: Total,
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
        let (sum, count) = days.total.part(days.rebuilt);
        let wanted = |day: &Day| {
            let rebuilt = series.is_some_and(|series| series.is_reconstructed(*day));
            (days.from..=days.to).contains(day) && days.rebuilt.is_none_or(|only| only == rebuilt)
        };
        let points = series.into_iter().flat_map(|series| series.points());
        let points: Vec<Day> = points.map(|(day, _)| day).filter(wanted).collect();
        let known = series.into_iter().flat_map(|series| &series.known);
        let known: Vec<_> =
            known.filter(|span| points.iter().any(|day| (span.from..=span.to).contains(day))).collect();
        let graded = |grade: &Grade| known.iter().any(|span| span.grade == *grade);
        let rebuilt = graded(&Grade::Reconstructed);
        let span = points.first().zip(points.last());
        let span = span.map(|(first, last)| match first == last {
            true => format::day(*first),
            false => format::span(*first, *last),
        });
        let span = span.unwrap_or_default();
        let netuid = history.id.netuid();
        let name = snapshot.row(history.id.into()).map(|row| snapshot.subnets[row].name.clone());
        let sources = Known::of_all(known.iter().copied()).map(|(_, sources)| sources).unwrap_or_default();
        let length = days.total.part(None).1 + days.total.missing_days;
        Self {
            title: "TAO received".to_owned(),
            name: format::shown_name(&name.unwrap_or_default(), netuid),
            whose: format!(" · SN{}, {span}", history.id),
            value: format::amount(sum, Style::Decimals(1), sums.unit, locale),
            missing: count == 0,
            why: history
                .notes
                .get(emission.id)
                .filter(|_| rebuilt)
                .map(|note| format::shown_text(note, NOTE)),
            worked: Some(Worked {
                words: "sum of the emission of every day that has a value".to_owned(),
                numbers: counted(count, "day", "days"),
                result: format::with_unit(Value::finite(sum), sums, locale),
                check: Check::Computed,
            }),
            grades: Grade::ALL.into_iter().filter(graded).collect(),
            as_of: span,
            sources: all_named(snapshot, &sources),
            measured: format!("{count} of {}", counted(length, "day", "days")),
            ..Self::known_by(snapshot, Some(sums), locale)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Series, Source};
    use crate::snapshot::fixture;

    #[test]
    fn a_sum_of_days_says_which_days_and_how_they_are_known() {
        let mut snapshot = fixture::snapshot();
        snapshot.sources = ["Prices", "Chain"]
            .map(|name| Source {
                id: name.to_lowercase(),
                name: name.to_owned(),
                url: None,
                licence: None,
                captured_at: None,
            })
            .into();
        let day = |text: &str| text.parse::<Day>().unwrap();
        let rebuilt =
            Series::of(day("2026-08-01"), vec![Some(10.0), None, Some(20.5)], Grade::Reconstructed, Some(0));
        let captured = Series::of(day("2026-08-05"), vec![Some(450.0)], Grade::Chain, Some(1));
        let emission = registry::known("emission_tao_day");
        let series = rebuilt.over(&captured);
        let history = History {
            id: snapshot.subnets[3].id,
            series: vec![(emission, series.clone())],
            notes: [(emission.id, "Median error 3.5 %.".to_owned())].into(),
        };
        let card = |from: &str, to: &str, rebuilt| {
            let (from, to) = (day(from), day(to));
            let days = Days { from, to, total: Total::between(&series, from, to), rebuilt };
            Card::of_received(&snapshot, &history, days, &Locale::default())
        };
        let named = |card: &Card| card.sources.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let all = |rebuilt| card("2026-08-01", "2026-08-06", rebuilt);
        let both = all(None);
        assert_eq!((both.value.as_str(), both.measured.as_str()), ("480.5\u{a0}τ", "3 of 6 days"));
        assert_eq!(named(&both), ["Prices", "Chain"]);
        assert_eq!(
            (both.grades, both.why.as_deref()),
            (vec![Grade::Chain, Grade::Reconstructed], Some("Median error 3.5 %."))
        );
        let only = all(Some(false));
        assert_eq!((only.value.as_str(), only.as_of.as_str()), ("450.0\u{a0}τ", "5 Aug 2026"));
        assert_eq!(named(&only), ["Chain"]);
        assert_eq!((only.grades, only.why), (vec![Grade::Chain], None));
        assert_eq!(all(Some(true)).value, "30.5\u{a0}τ");
        assert!(card("2026-09-01", "2026-09-02", None).missing);
    }
}
