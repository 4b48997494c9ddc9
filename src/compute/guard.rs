//! What a reader has to know before several series are drawn together.

use std::collections::BTreeMap;

use super::transform::window;
use crate::model::{Day, Series};
use crate::registry::Metric;

/// One series that is to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Whose it is, fit to be shown.
    pub name: &'a str,
    /// What it measures.
    pub metric: &'static Metric,
    /// The values.
    pub series: &'a Series,
    /// What the publisher says of the method.
    pub note: Option<&'a str>,
}

/// How far series can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparability {
    /// Differences, a sentence each; empty when there is nothing to say.
    pub remarks: Vec<String>,
    /// The first and last day on which every series has run, within the days shown; `None` when
    /// there is none, or a series has no value at all.
    pub overlap: Option<(Day, Day)>,
}

/// Compares series in unit, kind, grade, method, cadence and coverage, within the days shown.
pub fn guard(subjects: &[Subject], from: Day, to: Day) -> Comparability {
    let shown: Vec<Series> = subjects.iter().map(|subject| window(subject.series, from, to)).collect();
    let extents: Vec<Option<(Day, Day)>> = shown.iter().map(Series::extent).collect();
    let mut remarks = Vec::new();
    remarks.extend(differences(subjects, "Units differ", |subject| {
        let unit = subject.metric.unit.to_string();
        if unit.is_empty() { "a plain number".to_owned() } else { unit }
    }));
    remarks.extend(differences(subjects, "Kinds differ", |subject| subject.metric.kind.words().to_owned()));
    remarks.extend(differences(subjects, "Grades differ", |subject| subject.series.grade.words().to_owned()));
    remarks.extend(differences(subjects, "Methods differ", |subject| {
        subject.note.map_or("no remark", |note| note.trim_end_matches('.')).to_owned()
    }));
    let measured: Vec<_> =
        subjects.iter().zip(&shown).filter(|(_, series)| series.extent().is_some()).collect();
    remarks.extend(grouped(
        "Steps differ",
        measured
            .iter()
            .filter_map(|(subject, series)| cadence(series).map(|days| (subject.name, steps(days)))),
    ));
    let coverage = subjects.iter().zip(&shown).zip(&extents);
    remarks.extend(
        coverage.filter_map(|((subject, series), extent)| missing(subject.name, series, *extent, from, to)),
    );
    let overlap = overlap(&extents);
    if subjects.len() > 1 && overlap.is_none() && extents.iter().all(Option::is_some) {
        remarks.push("There is no day that all of them cover.".to_owned());
    }
    Comparability { remarks, overlap }
}

/// A sentence when a property is not the same for all.
fn differences(subjects: &[Subject], what: &str, property: impl Fn(&Subject) -> String) -> Option<String> {
    grouped(what, subjects.iter().map(|subject| (subject.name, property(subject))))
}

fn grouped<'a>(what: &str, properties: impl Iterator<Item = (&'a str, String)>) -> Option<String> {
    // In order of first appearance, which is the order of the colours.
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (name, property) in properties {
        match groups.iter_mut().find(|(other, _)| *other == property) {
            Some((_, names)) => names.push(name),
            None => groups.push((property, vec![name])),
        }
    }
    let parts: Vec<String> =
        groups.iter().map(|(property, names)| format!("{property} for {}", names.join(", "))).collect();
    (groups.len() > 1).then(|| format!("{what}: {}.", parts.join("; ")))
}

/// The most frequent distance between two values, in days; the smaller of two that are equally
/// frequent. `None` with fewer than two values.
fn cadence(series: &Series) -> Option<i32> {
    let days: Vec<Day> = series.points().map(|(day, _)| day).collect();
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for pair in days.windows(2) {
        *counts.entry(pair[1].since(pair[0])).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(days, _)| days)
}

fn steps(days: i32) -> String {
    if days == 1 { "a value a day".to_owned() } else { format!("a value every {days} days") }
}

/// A sentence when a series starts late, ends early or has gaps.
fn missing(name: &str, series: &Series, extent: Option<(Day, Day)>, from: Day, to: Day) -> Option<String> {
    let Some((first, last)) = extent else {
        return Some(format!("{name} has no value between {from} and {to}."));
    };
    let present = series.points().count();
    let span = usize::try_from(last.since(first)).unwrap_or(0) + 1;
    let mut parts = Vec::new();
    if first > from {
        parts.push(format!("starts on {first}"));
    }
    if last < to {
        parts.push(format!("ends on {last}"));
    }
    if present < span {
        parts.push(format!("has values on {present} of the {span} days between"));
    }
    let (last_part, rest) = parts.split_last()?;
    let list =
        if rest.is_empty() { last_part.clone() } else { format!("{} and {last_part}", rest.join(", ")) };
    Some(format!("{name} {list}."))
}

fn overlap(extents: &[Option<(Day, Day)>]) -> Option<(Day, Day)> {
    let extents: Vec<(Day, Day)> = extents.iter().copied().collect::<Option<_>>()?;
    let first = extents.iter().map(|(first, _)| *first).max()?;
    let last = extents.iter().map(|(_, last)| *last).min()?;
    (first <= last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Grade;
    use crate::registry;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn series(start: &str, values: &[Option<f64>], grade: Grade) -> Series {
        Series { start: day(start), values: values.to_vec(), grade, reconstructed: Vec::new(), source: None }
    }

    fn subject<'a>(name: &'a str, metric: &str, series: &'a Series, note: Option<&'a str>) -> Subject<'a> {
        Subject { name, metric: registry::known(metric), series, note }
    }

    #[test]
    fn alike_series_need_no_remark() {
        let a = series("2025-03-01", &[Some(1.0), Some(2.0), Some(3.0)], Grade::Chain);
        let subjects = [subject("Chutes", "price_tao", &a, None), subject("Targon", "price_tao", &a, None)];
        let days = (day("2025-03-01"), day("2025-03-03"));
        let expected = Comparability { remarks: vec![], overlap: Some(days) };
        assert_eq!(guard(&subjects, days.0, days.1), expected);
        assert_eq!(guard(&[], days.0, days.1), Comparability::default());
    }

    #[test]
    fn every_difference_is_a_sentence() {
        let daily = series("2025-03-01", &[Some(1.0); 8], Grade::Chain);
        let weekly = series(
            "2025-03-02",
            &[Some(1.0), None, None, Some(1.0), None, None, Some(1.0)],
            Grade::Reconstructed,
        );
        let note = Some("Rebuilt from daily prices; median error 3.1 %.");
        let subjects = [
            subject("Chutes", "emission_tao_day", &daily, None),
            subject("Targon", "market_cap_tao", &weekly, note),
        ];
        let found = guard(&subjects, day("2025-03-01"), day("2025-03-08"));
        assert_eq!(
            found.remarks,
            [
                "Units differ: TAO/day for Chutes; TAO for Targon.",
                "Kinds differ: amount per day for Chutes; level at a moment for Targon.",
                "Grades differ: chain for Chutes; reconstructed for Targon.",
                "Methods differ: no remark for Chutes; Rebuilt from daily prices; median error 3.1 % for Targon.",
                "Steps differ: a value a day for Chutes; a value every 3 days for Targon.",
                "Targon starts on 2025-03-02 and has values on 3 of the 7 days between.",
            ]
        );
        assert_eq!(found.overlap, Some((day("2025-03-02"), day("2025-03-08"))));
    }

    #[test]
    fn series_that_never_meet_are_said_so() {
        let early = series("2025-03-01", &[Some(1.0)], Grade::Chain);
        let late = series("2025-03-05", &[Some(1.0)], Grade::Chain);
        let none = series("2025-03-01", &[None], Grade::Chain);
        let subjects = [subject("A", "price_tao", &early, None), subject("B", "price_tao", &late, None)];
        let found = guard(&subjects, day("2025-03-01"), day("2025-03-05"));
        assert_eq!(found.overlap, None);
        assert_eq!(
            found.remarks,
            ["A ends on 2025-03-01.", "B starts on 2025-03-05.", "There is no day that all of them cover."]
        );
        let found = guard(&[subject("C", "price_tao", &none, None)], day("2025-03-01"), day("2025-03-05"));
        assert_eq!(found.remarks, ["C has no value between 2025-03-01 and 2025-03-05."]);
    }
}
