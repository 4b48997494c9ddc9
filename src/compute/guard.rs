//! What a reader has to know before several series are drawn together. The words are the chart's.

mod runs;

use self::runs::{Walked, overlap, steps};
use crate::model::{Day, Grade, Series};
use crate::registry::Metric;

/// One series that is to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
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
    /// Differences; empty when there is nothing to say.
    pub remarks: Vec<Remark>,
    /// The longest stretch within the days shown on which every series runs, none with a gap of more
    /// than a week; `None` when there is none, or a series has no value at all.
    pub overlap: Option<(Day, Day)>,
}

/// A reason for care. Subjects are named by their position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A property is not the same for all: each of its values, and who has it.
    Differ(&'static str, Vec<(String, Vec<usize>)>),
    /// Some days of these were made by a model, and others captured: first and last day that the
    /// model made for any of them.
    Mixed(Vec<usize>, Day, Day),
    /// These have no value in the days shown.
    Empty(Vec<usize>),
    /// These do not cover the days shown.
    Partial(Vec<usize>, Coverage),
    /// There is no day that all of them cover.
    Apart,
}

/// How much of the days shown a series covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// Its first day, where that is later than the first day shown.
    pub starts: Option<Day>,
    /// Its last day, where that is earlier than the last day shown.
    pub ends: Option<Day>,
    /// Days with a value, from its first to its last.
    pub present: usize,
    /// Days from its first to its last, both inside.
    pub span: usize,
}

/// The words for a difference of method.
pub const METHODS: &str = "Methods differ";

/// Compares series in unit, kind, grade, method, cadence and coverage, within the days shown.
pub fn guard(subjects: &[Subject], from: Day, to: Day) -> Comparability {
    let shown: Vec<Series> = subjects.iter().map(|subject| subject.series.window(from, to)).collect();
    let walked: Vec<Walked> = shown.iter().map(Walked::of).collect();
    let extents: Vec<Option<(Day, Day)>> = walked.iter().map(Walked::extent).collect();
    let mut remarks = Vec::new();
    remarks.extend(differ("Units differ", subjects, |at| Some(unit(subjects[at].metric))));
    remarks.extend(differ("Kinds differ", subjects, |at| Some(subjects[at].metric.kind_words())));
    // Where days of one series differ among themselves, that says how the series differ too.
    if !shown.iter().any(|series| modelled(series).is_some()) {
        remarks.extend(differ("Grades differ", subjects, |at| {
            extents[at].and_then(|_| Some(shown[at].grade()?.words().to_owned()))
        }));
        remarks.extend(differ(METHODS, subjects, |at| {
            // What is said of days that a model made is not said of others.
            let made = |series: &Series| series.grade() == Some(Grade::Reconstructed);
            let told = !made(subjects[at].series) || made(&shown[at]);
            let note = subjects[at].note.filter(|_| told);
            extents[at].map(|_| note.map_or("no remark", |note| note.trim_end_matches('.')).to_owned())
        }));
    }
    remarks.extend(differ("Steps differ", subjects, |at| walked[at].cadence().map(steps)));
    for (at, series) in shown.iter().enumerate() {
        let Some((first, last)) = extents[at] else {
            join(&mut remarks, Remark::Empty(vec![at]));
            continue;
        };
        if let Some((from, to)) = modelled(series) {
            join(&mut remarks, Remark::Mixed(vec![at], from, to));
        }
        let coverage = Coverage {
            starts: (first > from).then_some(first),
            ends: (last < to).then_some(last),
            present: walked[at].present,
            span: usize::try_from(last.since(first)).unwrap_or(0) + 1,
        };
        if coverage.starts.is_some() || coverage.ends.is_some() || coverage.present < coverage.span {
            join(&mut remarks, Remark::Partial(vec![at], coverage));
        }
    }
    let overlap = overlap(&walked);
    if subjects.len() > 1 && overlap.is_none() && extents.iter().all(Option::is_some) {
        remarks.push(Remark::Apart);
    }
    Comparability { remarks, overlap }
}

fn unit(metric: &Metric) -> String {
    let unit = metric.unit.to_string();
    if unit.is_empty() { "a plain number".to_owned() } else { unit }
}

/// The days a model made, when others were captured.
fn modelled(series: &Series) -> Option<(Day, Day)> {
    let made = series.reconstructed();
    let (first, last) = made.first().zip(made.last())?;
    let captured = series.points().any(|(day, _)| !series.is_reconstructed(day));
    captured.then_some((first.0, last.1))
}

/// Says the same of several subjects once.
fn join(remarks: &mut Vec<Remark>, remark: Remark) {
    for other in remarks.iter_mut() {
        match (other, &remark) {
            (Remark::Empty(all), Remark::Empty(new)) => return all.extend(new),
            (Remark::Mixed(all, from, to), Remark::Mixed(new, first, last)) => {
                (*from, *to) = ((*from).min(*first), (*to).max(*last));
                return all.extend(new);
            }
            (Remark::Partial(all, old), Remark::Partial(new, coverage)) if old == coverage => {
                return all.extend(new);
            }
            _ => {}
        }
    }
    remarks.push(remark);
}

/// A remark when a property is not the same for all that have it.
fn differ(
    what: &'static str,
    subjects: &[Subject],
    property: impl Fn(usize) -> Option<String>,
) -> Option<Remark> {
    // In order of first appearance, which is the order of the colours.
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (at, property) in (0..subjects.len()).filter_map(|at| Some((at, property(at)?))) {
        match groups.iter_mut().find(|(other, _)| *other == property) {
            Some((_, members)) => members.push(at),
            None => groups.push((property, vec![at])),
        }
    }
    (groups.len() > 1).then_some(Remark::Differ(what, groups))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn series(start: &str, values: &[Option<f64>], grade: Grade) -> Series {
        Series::of(day(start), values.to_vec(), grade, None)
    }

    fn subject<'a>(metric: &str, series: &'a Series, note: Option<&'a str>) -> Subject<'a> {
        Subject { metric: registry::known(metric), series, note }
    }

    #[test]
    fn alike_series_need_no_remark() {
        let a = series("2025-03-01", &[Some(1.0), Some(2.0), Some(3.0)], Grade::Chain);
        let subjects = [subject("price_tao", &a, None), subject("price_tao", &a, None)];
        let days = (day("2025-03-01"), day("2025-03-03"));
        let expected = Comparability { remarks: vec![], overlap: Some(days) };
        assert_eq!(guard(&subjects, days.0, days.1), expected);
        assert_eq!(guard(&[], days.0, days.1), Comparability::default());
    }

    #[test]
    fn every_difference_is_a_remark() {
        let daily = series("2025-03-01", &[Some(1.0); 8], Grade::Chain);
        let weekly = series(
            "2025-03-02",
            &[Some(1.0), None, None, Some(1.0), None, None, Some(1.0)],
            Grade::Reconstructed,
        );
        let note = Some("Rebuilt from daily prices.");
        let subjects = [subject("emission_tao_day", &daily, None), subject("market_cap_tao", &weekly, note)];
        let found = guard(&subjects, day("2025-03-01"), day("2025-03-08"));
        let differ = |what, a: &str, b: &str| {
            Remark::Differ(what, vec![(a.to_owned(), vec![0]), (b.to_owned(), vec![1])])
        };
        let coverage = Coverage { starts: Some(day("2025-03-02")), ends: None, present: 3, span: 7 };
        assert_eq!(
            found.remarks,
            [
                differ("Units differ", "TAO/day", "TAO"),
                differ("Kinds differ", "amount per day", "level at a moment"),
                differ("Grades differ", "chain", "reconstructed"),
                differ("Methods differ", "no remark", "Rebuilt from daily prices"),
                differ("Steps differ", "a value a day", "a value every 3 days"),
                Remark::Partial(vec![1], coverage),
            ]
        );
        assert_eq!(found.overlap, Some((day("2025-03-02"), day("2025-03-08"))));
    }

    #[test]
    fn series_that_never_meet_are_said_so() {
        let early = series("2025-03-01", &[Some(1.0)], Grade::Chain);
        let late = series("2025-03-05", &[Some(1.0)], Grade::Chain);
        let none = series("2025-03-01", &[None], Grade::Chain);
        let days = (day("2025-03-01"), day("2025-03-05"));
        let subjects = [subject("price_tao", &early, None), subject("price_tao", &late, None)];
        let found = guard(&subjects, days.0, days.1);
        assert_eq!(found.overlap, None);
        assert_eq!(found.remarks.len(), 3);
        assert_eq!(found.remarks[2], Remark::Apart);
        let found = guard(&[subject("price_tao", &none, None)], days.0, days.1);
        assert_eq!(found.remarks, [Remark::Empty(vec![0])]);
    }

    #[test]
    fn the_same_remark_on_two_is_said_once() {
        let late = series("2025-03-02", &[Some(1.0), Some(2.0)], Grade::Chain);
        let subjects = [subject("price_tao", &late, None); 2];
        let coverage = Coverage { starts: Some(day("2025-03-02")), ends: None, present: 2, span: 2 };
        let found = guard(&subjects, day("2025-03-01"), day("2025-03-03"));
        assert_eq!(found.remarks, [Remark::Partial(vec![0, 1], coverage)]);
    }

    #[test]
    fn a_series_made_and_captured_is_mixed_only_where_both_are_shown() {
        let both = series("2025-03-01", &[Some(1.0); 2], Grade::Reconstructed);
        let both = both.over(&series("2025-03-03", &[Some(1.0); 2], Grade::Chain));
        let remarks = |from: &str, to: &str| {
            guard(&[subject("price_tao", &both, Some("rebuilt"))], day(from), day(to)).remarks
        };
        let mixed = Remark::Mixed(vec![0], day("2025-03-01"), day("2025-03-02"));
        assert_eq!(remarks("2025-03-01", "2025-03-04"), [mixed]);
        assert_eq!(remarks("2025-03-01", "2025-03-02"), []);
        assert_eq!(remarks("2025-03-03", "2025-03-04"), []);
        // Beside a captured one, the days that were captured too are of the same grade.
        let chain = series("2025-03-03", &[Some(1.0); 2], Grade::Chain);
        let subjects = [subject("price_tao", &both, Some("rebuilt")), subject("price_tao", &chain, None)];
        assert_eq!(guard(&subjects, day("2025-03-03"), day("2025-03-04")).remarks, []);
    }
}
