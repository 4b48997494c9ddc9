//! What a reader has to know before several series are drawn together. The words are the chart's.

use super::formula::Formula;
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
    let extents: Vec<Option<(Day, Day)>> = shown.iter().map(Series::extent).collect();
    let mut remarks = Vec::new();
    remarks.extend(differ("Units differ", subjects, |at| Some(unit(subjects[at].metric))));
    remarks.extend(differ("Kinds differ", subjects, |at| Some(subjects[at].metric.kind.words().to_owned())));
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
    let walked: Vec<Walked> = shown.iter().map(walked).collect();
    remarks.extend(differ("Steps differ", subjects, |at| cadence(&walked[at].distances).map(steps)));
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
            present: series.values.iter().flatten().count(),
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

/// Whether a metric is captured as `input`, or computed from it, over however many formulas.
pub fn rests_on(metric: &'static Metric, input: &str) -> bool {
    let inputs = |text: &str| Formula::parse(text).map(|formula| formula.metrics()).unwrap_or_default();
    metric.id == input
        || metric.formula.is_some_and(|text| inputs(text).into_iter().any(|other| rests_on(other, input)))
}

/// The emission rule's own results: what changes when the rule does.
pub fn rests_on_emission_rule(metric: &'static Metric) -> bool {
    ["tao_in_emission", "excess_tao"].into_iter().any(|input| rests_on(metric, input))
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

/// The most frequent distance between two values, in days; the smaller of two that are equally
/// frequent. `None` with fewer than two values.
fn cadence(distances: &[(i32, usize)]) -> Option<i32> {
    let most = distances.iter().map(|(_, count)| *count).max()?;
    distances.iter().filter(|(_, count)| *count == most).map(|(distance, _)| *distance).min()
}

fn steps(days: i32) -> String {
    if days == 1 { "a value a day".to_owned() } else { format!("a value every {days} days") }
}

/// A series runs on while its values are at most so many days apart.
const APART: i32 = 7;

/// What one look at all values of a series finds.
#[derive(Default)]
struct Walked {
    /// The stretches of days on which it runs, in order.
    runs: Vec<(Day, Day)>,
    /// How often two values are so many days apart.
    distances: Vec<(i32, usize)>,
}

fn walked(series: &Series) -> Walked {
    let mut walked = Walked::default();
    let mut last: Option<usize> = None;
    let mut began = 0;
    let day = |at: usize| series.start.plus(at as i32);
    for (at, value) in series.values.iter().enumerate() {
        if value.is_none() {
            continue;
        }
        if let Some(before) = last {
            let distance = (at - before) as i32;
            match walked.distances.iter_mut().find(|(other, _)| *other == distance) {
                Some((_, count)) => *count += 1,
                None => walked.distances.push((distance, 1)),
            }
            if distance > APART {
                walked.runs.push((day(began), day(before)));
                began = at;
            }
        } else {
            began = at;
        }
        last = Some(at);
    }
    walked.runs.extend(last.map(|last| (day(began), day(last))));
    walked
}

/// The longest stretch that lies in a run of every series; the later of two that are equally long.
fn overlap(series: &[Walked]) -> Option<(Day, Day)> {
    let (first, others) = series.split_first()?;
    let both = |mine: &[(Day, Day)], others: &[(Day, Day)]| -> Vec<(Day, Day)> {
        let meet = |a: &(Day, Day), b: &(Day, Day)| (a.0.max(b.0), a.1.min(b.1));
        let pairs = mine.iter().flat_map(|a| others.iter().map(move |b| meet(a, b)));
        pairs.filter(|(from, to)| from <= to).collect()
    };
    let common = others.iter().fold(first.runs.clone(), |common, other| both(&common, &other.runs));
    common.into_iter().max_by_key(|(from, to)| to.since(*from))
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
    fn the_overlap_is_the_longest_stretch_without_a_long_gap() {
        let some = |from: usize, to: usize| (0..60).map(move |at| (at >= from && at < to).then_some(1.0));
        let values = |parts: &[(usize, usize)]| -> Vec<Option<f64>> {
            let mut values = vec![None; 60];
            for (from, to) in parts {
                values.iter_mut().zip(some(*from, *to)).for_each(|(value, part)| *value = value.or(part));
            }
            values
        };
        // Both have the last day, forty days after everything else.
        let a = series("2025-03-01", &values(&[(0, 20), (59, 60)]), Grade::Chain);
        let b = series("2025-03-01", &values(&[(5, 10), (14, 19), (59, 60)]), Grade::Chain);
        let subjects = [subject("price_tao", &a, None), subject("price_tao", &b, None)];
        let found = guard(&subjects, day("2025-03-01"), day("2025-04-29"));
        assert_eq!(found.overlap, Some((day("2025-03-06"), day("2025-03-19"))));
        let weekly: Vec<Option<f64>> = (0..60).map(|at| (at % 7 == 3).then_some(1.0)).collect();
        let weekly = series("2025-03-01", &weekly, Grade::Chain);
        let subjects = [subject("price_tao", &a, None), subject("price_tao", &weekly, None)];
        let found = guard(&subjects, day("2025-03-01"), day("2025-04-29"));
        assert_eq!(found.overlap, Some((day("2025-03-04"), day("2025-03-20"))));
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

    #[test]
    fn what_the_emission_rule_decides_is_known_from_the_formulas() {
        let decided = |id| rests_on_emission_rule(registry::known(id));
        assert!(decided("emission_tao_day") && decided("emission_usd_day"));
        assert!(!decided("price_tao") && !decided("alpha_priced_tao_day"));
    }
}
