//! Lines over time, from histories and what a view does to them.

use super::Ground;
use super::drawn::{Drawing, Drawn};
use super::headline::{End, Facts, headline};
use super::measure::{self, Measure};
use super::remarks::sentences;
use super::words::{Credit, counted, in_text, noun, period};
use crate::chart::end_words;
use crate::chart::spec::{Axis, ChartSpec, LineSeries, Lines, Plot, TimeAxis};
use crate::compute::emission::rests_on_emission_rule;
use crate::compute::transform::Totals;
use crate::format;
use crate::model::Day;
use crate::registry;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Form, Mode, TimeBase};

/// Lines of one metric.
pub fn lines(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    ground: &Ground,
    view: &Compare,
) -> ChartSpec {
    let totals = ground.totals;
    let mut notes = Vec::new();
    let mode = possible_mode(view, totals, &mut notes);
    // A share is the same in every unit.
    let unit = view.unit.filter(|_| mode != Mode::Share);
    let measure = measure::over_time(snapshot, view.metric, unit, ground.tao_usd);
    notes.extend(measure.note.clone());
    let Some(days) = window(subjects, view, &mut notes) else {
        let when = if whole(subjects, view).is_some() { DAYS_ASKED } else { THIS_SNAPSHOT };
        if subjects.is_empty() && !view.subnets.is_empty() {
            notes.push("None of the subnets asked for is in this snapshot.".to_owned());
        }
        return nothing(snapshot, view, &measure, when, notes);
    };
    let drawing = Drawing { snapshot, view, mode, days, measure: &measure, totals };
    let mut said = Vec::new();
    let lines = subjects.iter().enumerate();
    let drawn: Vec<Drawn> =
        lines.filter_map(|(slot, subject)| drawing.line(slot, *subject, &mut said)).collect();
    notes.extend(sentences(&said, &noun(view.metric)));
    if drawn.iter().all(|line| line.points().next().is_none()) {
        let Some(all) = whole(subjects, view).filter(|all| *all != days) else {
            return nothing(snapshot, view, &measure, THIS_SNAPSHOT, notes);
        };
        notes.push(outside(all));
        return nothing(snapshot, view, &measure, DAYS_ASKED, notes);
    }
    notes.extend(totals.filter(|_| mode == Mode::Share).and_then(|totals| totals.note.clone()));
    let measure = measure::in_mode(measure, view.metric, mode);
    let measured = span(&drawn);
    let by_age = view.base == TimeBase::Age;
    if measured.0 == measured.1 && !by_age && view.form == Form::Line {
        let day = format::day(Day::from_epoch_days(measured.0));
        notes.push(format!(
            "All that is shown was measured on one day, {day}: bars compare it better than a line."
        ));
    }
    // Days asked for stay in sight where nothing was measured on them.
    let span = if by_age { measured } else { (days.0.epoch_days(), days.1.epoch_days()) };
    let compared = if by_age { common_age(&drawn) } else { common_day(&drawn) };
    let changes = if rests_on_emission_rule(view.metric) { ground.changes } else { &[] };
    let ends = ends(&drawn, compared, by_age, changes);
    if (by_age || compared < measured.1) && ends.len() < drawn.len() {
        let absent = drawn.iter().filter(|line| !ends.iter().any(|end| *end.name == line.name));
        let names: Vec<String> = absent.map(|line| in_text(&line.name)).collect();
        notes.push(format!(
            "Without a value on {}, and not compared there: {}.",
            if by_age { format!("day {compared}") } else { format::day(Day::from_epoch_days(compared)) },
            names.join(", ")
        ));
    }
    let headline = headline(Facts {
        metric: view.metric,
        mode,
        unit: &measure.unit,
        style: measure.style,
        days: (Day::from_epoch_days(measured.0), Day::from_epoch_days(compared)),
        by_age,
        ends,
    });
    let subtitle = subtitle(view, mode, &measure, measured, &drawn);
    let names: Vec<String> = drawn.iter().map(|line| in_text(&line.name)).collect();
    let summary = format!("Line chart of {}: {subtitle}. {headline}.", names.join(", "));
    let Credit { source, credits } =
        Credit::of(snapshot, drawn.iter().flat_map(|line| line.sources.iter().copied()));
    let y = measure::axis(view.metric, &measure, view.scale);
    notes.extend(unseen(&drawn, &y));
    let plot = Lines {
        time: if by_age { TimeAxis::Age } else { TimeAxis::Date },
        span,
        series: finished(drawn, &y),
        y,
        baseline: (mode == Mode::Index).then_some(100.0),
        // Events have dates, which ages have not.
        events: if by_age { Vec::new() } else { ground.events.to_vec() },
    };
    ChartSpec { headline, subtitle, summary, source, credits, notes, plot: Plot::Lines(plot) }
}

const THIS_SNAPSHOT: &str = "over time in this snapshot";
const DAYS_ASKED: &str = "on the days asked for";

/// Where values are, when they are not in the days asked for.
fn outside((first, last): (Day, Day)) -> String {
    format!("Nothing was measured in the days asked for; there are values from {}.", period(first, last))
}

/// The chart where nothing was measured: an empty plot that says so.
fn nothing(
    snapshot: &Snapshot,
    view: &Compare,
    measure: &Measure,
    when: &str,
    mut notes: Vec<String>,
) -> ChartSpec {
    let headline = format!("No {} {when}", noun(view.metric));
    let Credit { source, credits } = Credit::of(snapshot, []);
    if notes.is_empty() {
        notes.push("History is published for the metrics that were captured day by day.".to_owned());
    }
    let plot = Lines {
        time: TimeAxis::Date,
        span: (0, 0),
        y: measure::axis(view.metric, measure, view.scale),
        baseline: None,
        series: Vec::new(),
        events: Vec::new(),
    };
    ChartSpec {
        summary: format!("{headline}."),
        headline,
        subtitle: view.metric.label.to_owned(),
        source,
        credits,
        notes,
        plot: Plot::Lines(plot),
    }
}

/// The mode asked for, or absolute values and the reason why.
pub(super) fn possible_mode(view: &Compare, totals: Option<&Totals>, notes: &mut Vec<String>) -> Mode {
    match view.mode {
        Mode::Share if totals.is_none() => {
            notes.push(
                "A share needs the histories of all subnets, which are not loaded; values are shown instead."
                    .to_owned(),
            );
            Mode::Absolute
        }
        Mode::Cumulative if view.metric.kind != registry::Kind::Flow => {
            notes.push(format!(
                "{} is no flow and cannot be added up over days; values are shown instead.",
                view.metric.label
            ));
            Mode::Absolute
        }
        mode => mode,
    }
}

/// First and last day that have a value of the metric, of all subjects together.
pub(super) fn whole(subjects: &[(usize, &History)], view: &Compare) -> Option<(Day, Day)> {
    let extents = || subjects.iter().filter_map(|(_, history)| history.series(view.metric)?.extent());
    Some((extents().map(|(first, _)| first).min()?, extents().map(|(_, last)| last).max()?))
}

/// The days shown, from the data and the view's window.
pub(super) fn window(
    subjects: &[(usize, &History)],
    view: &Compare,
    notes: &mut Vec<String>,
) -> Option<(Day, Day)> {
    let all = whole(subjects, view)?;
    let days = view.window.days(all);
    if days.is_none() {
        notes.push(outside(all));
    }
    days
}

fn span(drawn: &[Drawn]) -> (i32, i32) {
    let first = drawn.iter().filter_map(|line| Some(line.points().next()?.0)).min();
    let last = drawn.iter().filter_map(|line| Some(line.points().next_back()?.0)).max();
    (first.unwrap_or(0), last.unwrap_or(0))
}

/// The greatest age that every line has reached: older ones are compared as they were at it.
fn common_age(drawn: &[Drawn]) -> i32 {
    drawn.iter().filter_map(|line| Some(line.points().next_back()?.0)).min().unwrap_or(0)
}

/// The last day that most lines end on, or within a week of: sums end where days after them were not all
/// measured, and one that begins later is no leader of those.
fn common_day(drawn: &[Drawn]) -> i32 {
    let last: Vec<i32> = drawn.iter().filter_map(|line| Some(line.points().next_back()?.0)).collect();
    let together = |day: i32| last.iter().filter(|last| (day - WEEK..=day).contains(*last)).count();
    last.iter().copied().max_by_key(|day| (together(*day), *day)).unwrap_or(0)
}

/// Days by which lines may end apart and are still compared.
const WEEK: i32 = 7;

/// The lines that have a value within a week of `end`: one that ended earlier is not compared with those
/// that go on. `changes` are the days on which the rule behind the values changed.
fn ends<'a>(drawn: &'a [Drawn], end: i32, by_age: bool, changes: &[Day]) -> Vec<End<'a>> {
    let ends = drawn.iter().filter_map(|line| {
        let first = line.points().next()?;
        let last = line.points().rev().find(|(day, _)| *day <= end)?;
        let until = if by_age { end } else { line.asked.1 };
        let before_end = usize::try_from(last.0 - line.start + 1).unwrap_or(0);
        let measured = line.values.iter().take(before_end).flatten().count();
        let asked = usize::try_from(until - line.asked.0 + 1).unwrap_or(0);
        let base = line.base.unwrap_or(first.0);
        let (from, to) = (line.zero.plus(base), line.zero.plus(last.0));
        (last.0 + WEEK >= end).then_some(End {
            name: line.name.as_str(),
            first: first.1,
            last: last.1,
            base: Day::from_epoch_days(base),
            lacking: (measured < asked).then_some(measured),
            across: changes.iter().any(|day| from < *day && *day <= to),
        })
    });
    ends.collect()
}

fn subtitle(view: &Compare, mode: Mode, measure: &Measure, span: (i32, i32), drawn: &[Drawn]) -> String {
    let mut parts = vec![view.metric.label.to_owned()];
    let start = Day::from_epoch_days(span.0);
    match mode {
        Mode::Absolute => {}
        Mode::Index
            if view.base == TimeBase::Date
                && drawn.iter().all(|line| line.points().next().is_some_and(|first| first.0 == span.0)) =>
        {
            parts.push(format!("{} = 100", format::day(start)));
        }
        Mode::Index => parts.push("first value = 100".to_owned()),
        Mode::Share => parts.push("share of all subnets that day".to_owned()),
        Mode::Cumulative => parts.push("added up".to_owned()),
    }
    if !measure.unit.is_empty() {
        parts.push(measure.unit.clone());
    }
    parts.extend(measure.at.clone());
    parts.push(match view.base {
        TimeBase::Date => period(start, Day::from_epoch_days(span.1)),
        TimeBase::Age => "by days since registration".to_owned(),
    });
    if view.scale == crate::view::YScale::Log {
        parts.push("log scale".to_owned());
    }
    parts.extend(made(view, mode, drawn).map(str::to_owned));
    parts.join(", ")
}

/// How a reader can tell what a model made: by dashes where there are lines, by words elsewhere.
fn made(view: &Compare, mode: Mode, drawn: &[Drawn]) -> Option<&'static str> {
    if drawn.iter().all(|line| line.modelled.is_empty()) {
        return None;
    }
    let is_made =
        |line: &Drawn, day: i32| line.modelled.iter().any(|(from, to)| (*from..=*to).contains(&day));
    // A bar of a sum is made of all its days, any other one of the last.
    let last_alone = view.form == Form::Bar && mode != Mode::Cumulative;
    let shown = drawn.iter().flat_map(|line| {
        let all = line.points().map(|(day, _)| is_made(line, day));
        let last = all.clone().next_back().filter(|_| last_alone);
        all.filter(move |_| !last_alone).chain(last)
    });
    let (any, all) = shown.fold((false, true), |(any, all), made| (any | made, all & made));
    match (any, all, view.form) {
        (false, ..) => None,
        (true, _, Form::Line) => {
            // A day by itself is no line that could be dashed.
            let runs = |line: &Drawn| {
                let made: Vec<i32> =
                    line.points().map(|(day, _)| day).filter(|day| is_made(line, *day)).collect();
                let next = |at: usize, to: usize| made.get(to).is_some_and(|day| (day - made[at]).abs() == 1);
                let beside = |at: usize| next(at, at + 1) || (at > 0 && next(at, at - 1));
                ((0..made.len()).any(beside), !(0..made.len()).all(beside))
            };
            let of_all = drawn.iter().map(runs);
            match of_all.fold((false, false), |one, other| (one.0 | other.0, one.1 | other.1)) {
                (true, false) => Some("dashed: reconstructed"),
                // The last is marked as every last one is.
                (false, _) => Some(if all { "reconstructed" } else { "pale: reconstructed" }),
                (true, true) => Some("dashed or pale: reconstructed"),
            }
        }
        (true, true, _) => Some("reconstructed"),
        (true, false, _) => Some("partly reconstructed"),
    }
}

/// A note on the values that a log scale cannot show.
fn unseen(drawn: &[Drawn], y: &crate::chart::spec::Axis) -> Option<String> {
    if y.scale == crate::chart::spec::ScaleKind::Linear {
        return None;
    }
    let count = drawn.iter().flat_map(Drawn::points).filter(|(_, value)| *value <= 0.0).count();
    (count > 0).then(|| format!("Not drawn on a log scale: {} of zero or less.", counted(count, "value")))
}

/// The lines as the chart has them.
fn finished(drawn: Vec<Drawn>, y: &Axis) -> Vec<LineSeries> {
    let count = drawn.len();
    let line = |line: Drawn| {
        let last = line.points().next_back();
        LineSeries {
            id: line.id,
            label: line.name,
            slot: line.slot,
            start: line.start,
            values: line.values,
            reconstructed: line.modelled,
            end: last.map_or_else(String::new, |(_, value)| end_words(value, y, count)),
        }
    };
    drawn.into_iter().map(line).collect()
}
