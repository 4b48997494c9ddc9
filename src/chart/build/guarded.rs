//! What may not be compared in a comparison, in sentences, and the days on which it may.

use super::compare::newest;
use super::words::{counted, listed, noun, period, shown};
use crate::compute::custom::is_custom;
use crate::compute::emission::rests_on_emission_rule;
use crate::compute::formula::Formula;
use crate::compute::guard::{Coverage, METHODS, Remark, Subject, guard};
use crate::format;
use crate::model::Day;
use crate::registry::Metric;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Form, TimeBase};

/// What a reader is told before a comparison is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guarded {
    /// Sentences; empty when everything shown can be compared.
    pub notes: Vec<String>,
    /// The days that all subnets cover, where those are fewer than the days shown, or none are.
    pub overlap: Option<(Day, Day)>,
}

/// Looks at a comparison before it is drawn. `changes` are the days on which the rule changed that
/// divides the emission; the chart marks them and says what changed.
pub fn guarded(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    changes: &[Day],
    view: &Compare,
) -> Guarded {
    match view.form {
        Form::Bar if newest(view) => Guarded::default(),
        Form::Scatter => Guarded { notes: cross_section(snapshot, view), overlap: None },
        Form::Line | Form::Table | Form::Bar => over_time(snapshot, subjects, changes, view),
    }
}

fn over_time(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    changes: &[Day],
    view: &Compare,
) -> Guarded {
    if let Some(part) = momentary(view.metric) {
        let name = noun(view.metric);
        return Guarded {
            notes: vec![format!("{name} has no history: it needs {part}, known of the snapshot alone.")],
            overlap: None,
        };
    }
    // Who has no history at all is said where the lines are made.
    let drawn = subjects.iter().filter_map(|(row, history)| {
        let series = history.series(view.metric).filter(|series| series.extent().is_some())?;
        let note = history.notes.get(view.metric.id).map(|note| first_sentence(note));
        Some((shown(snapshot, *row), Subject { metric: view.metric, series, note }))
    });
    let (names, drawn): (Vec<String>, Vec<Subject>) = drawn.unzip();
    let extents = || drawn.iter().filter_map(|subject| subject.series.extent());
    let all = extents().map(|(first, _)| first).min().zip(extents().map(|(_, last)| last).max());
    let Some(all) = all else { return Guarded::default() };
    let Some((from, to)) = view.window.days(all) else {
        // That nothing was measured then is said where the lines are made.
        return Guarded { notes: Vec::new(), overlap: guard(&drawn, all.0, all.1).overlap };
    };
    let found = guard(&drawn, from, to);
    let mut notes: Vec<String> =
        found.remarks.iter().map(|remark| sentence(remark, &names, &drawn, view.form)).collect();
    notes.extend(changed(view.metric, changes, from, to));
    let told = found.remarks.iter().any(|remark| matches!(remark, Remark::Differ(METHODS, _)));
    notes.extend(method(&drawn, from, to).filter(|_| !told));
    // An age is no day: the days that all cover say nothing about it.
    let fewer = |days: &(Day, Day)| *days != (from, to) && days.0 < days.1 && view.base == TimeBase::Date;
    Guarded { notes, overlap: found.overlap.filter(fewer) }
}

/// What a formula needs that has no history.
fn momentary(metric: &Metric) -> Option<String> {
    let formula = metric.formula.filter(|_| is_custom(metric))?;
    Formula::parse(formula).ok()?.momentary()
}

fn sentence(remark: &Remark, names: &[String], subjects: &[Subject], form: Form) -> String {
    let list = |members: &[usize]| listed(members.iter().filter_map(|at| names.get(*at)));
    match remark {
        Remark::Differ(what, groups) => {
            let parts: Vec<String> =
                groups.iter().map(|(value, members)| format!("{value} for {}", list(members))).collect();
            format!("{what}: {}.", parts.join("; "))
        }
        Remark::Mixed(members, from, to) => {
            let days = period(*from, *to);
            let drawn = if form == Form::Line { ", and drawn dashed or pale," } else { "" };
            format!("Reconstructed{drawn} for {days}, captured otherwise: {}.", list(members))
        }
        Remark::Empty(members) => format!("Without a value on these days: {}.", list(members)),
        Remark::Partial(members, coverage) => {
            // A start or an end within the days shown is one of the series only where it has no other.
            let is = |end: fn((Day, Day)) -> Day, day: Option<Day>| {
                members.iter().all(|at| subjects[*at].series.extent().map(end) == day)
            };
            let whole = (is(|days| days.0, coverage.starts), is(|days| days.1, coverage.ends));
            partial(&list(members), members.len() > 1, coverage, whole)
        }
        Remark::Apart => "There is no day that all of them cover.".to_owned(),
    }
}

/// `Targon starts on 2 Mar 2025 and has values on 3 of 7 days`; where its own start or end lies
/// outside of the days shown, `has no value before 7 Aug 2026 here`.
fn partial(names: &str, several: bool, coverage: &Coverage, (starts, ends): (bool, bool)) -> String {
    let verb = |one: &str, many: &str| if several { many.to_owned() } else { one.to_owned() };
    let mut parts = Vec::new();
    let has = verb("has", "have");
    if let Some(day) = coverage.starts.map(format::day) {
        parts.push(match starts {
            true => format!("{} on {day}", verb("starts", "start")),
            false => format!("{has} no value before {day} here"),
        });
    }
    if let Some(day) = coverage.ends.map(format::day) {
        parts.push(match ends {
            true => format!("{} on {day}", verb("ends", "end")),
            false => format!("{has} no value after {day} here"),
        });
    }
    if coverage.present < coverage.span {
        let days = counted(coverage.span, "day");
        parts.push(format!("{has} values on {} of {days}", coverage.present));
    }
    format!("{names} {}.", listed(parts.iter()))
}

/// Values from before and after a change of the rule are not alike.
fn changed(metric: &'static Metric, changes: &[Day], from: Day, to: Day) -> Option<String> {
    if !rests_on_emission_rule(metric) {
        return None;
    }
    let inside = changes.iter().filter(|day| from < **day && **day <= to);
    let days: Vec<String> = inside.map(|day| format::day(*day)).collect();
    (!days.is_empty()).then(|| {
        let on = listed(days.iter());
        format!("The rule behind {} changed on {on}: values across a change are not alike.", noun(metric))
    })
}

/// How what is reconstructed was made.
fn method(subjects: &[Subject], from: Day, to: Day) -> Option<String> {
    let made = |subject: &&Subject| {
        subject.series.reconstructed().iter().any(|(first, last)| *first <= to && *last >= from)
    };
    let note = subjects.iter().filter(made).find_map(|subject| subject.note)?;
    Some(format!("{}.", note.trim_end_matches('.')))
}

/// What the publisher says of a method goes on with its errors, which the number cards have.
fn first_sentence(note: &str) -> &str {
    note.split_once(". ").map_or(note, |(first, _)| first)
}

/// Two metrics of one snapshot can be known in different ways, and of different days.
fn cross_section(snapshot: &Snapshot, view: &Compare) -> Vec<String> {
    let (Some(y), Some(x)) = (snapshot.column(view.metric), snapshot.column(view.metric_x)) else {
        return Vec::new();
    };
    let (y, x) = (y.provenance, x.provenance);
    let pair = |what: &str, a: String, b: String| {
        format!("{what}: {a} for {}; {b} for {}.", noun(view.metric), noun(view.metric_x))
    };
    let days = y.as_of.day.zip(x.as_of.day).filter(|(a, b)| a != b);
    let grades = (y.grade != x.grade).then(|| (y.grade.words().to_owned(), x.grade.words().to_owned()));
    let days = days.map(|(a, b)| pair("Days differ", format::day(a), format::day(b)));
    days.into_iter().chain(grades.map(|(a, b)| pair("Grades differ", a, b))).collect()
}
