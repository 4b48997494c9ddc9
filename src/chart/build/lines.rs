//! Lines over time, from histories and what a view does to them.

use super::finding::{Facts, headline};
use super::measure::{self, Measure};
use super::words::{counted, in_text, period, shown};
use crate::chart::number::with_unit;
use crate::chart::spec::{ChartSpec, EventMark, LineSeries, Lines, Plot, TimeAxis};
use crate::compute::transform::{self, Totals};
use crate::format;
use crate::model::{Day, Series};
use crate::registry;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Mode, TimeBase};

/// A line on its way to the chart.
struct Drawn {
    name: String,
    id: String,
    slot: u8,
    start: i32,
    values: Vec<Option<f64>>,
    /// Spans of days or ages, ends inside, that a model made.
    modelled: Vec<(i32, i32)>,
    source: Option<usize>,
}

/// The first gap of more days than this ends a running sum: adding on would hide what is missing.
const GAP: usize = 7;

/// Lines of one metric.
pub fn lines(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    totals: Option<&Totals>,
    events: &[EventMark],
    view: &Compare,
) -> ChartSpec {
    let mut notes = Vec::new();
    let mode = possible_mode(view, totals, &mut notes);
    let measure = measure::chosen(snapshot, view.metric, view.unit);
    notes.extend(measure.note.clone());
    let days = window(subjects, view, &mut notes);
    let drawn: Vec<Drawn> = subjects
        .iter()
        .enumerate()
        .filter_map(|(slot, subject)| drawn(snapshot, slot, *subject, totals, (view, mode, days), &measure, &mut notes))
        .collect();
    let measure = measure::in_mode(measure, view.metric, mode);
    let span = span(&drawn);
    let by_age = view.base == TimeBase::Age;
    let headline = headline(Facts {
        metric: view.metric,
        mode,
        unit: &measure.unit,
        style: measure.style,
        days: (Day::from_epoch_days(span.0), Day::from_epoch_days(span.1)),
        by_age,
        ends: ends(&drawn, span.1),
    });
    let subtitle = subtitle(view, mode, &measure, span, &drawn);
    let names: Vec<String> = drawn.iter().map(|line| in_text(&line.name)).collect();
    let summary = format!("Line chart of {}: {subtitle}. {headline}.", names.join(", "));
    let source = super::words::source_line(snapshot, drawn.iter().find_map(|line| line.source));
    let y = measure::axis(view.metric.label, &measure, view.scale);
    notes.extend(unseen(&drawn, &y));
    let plot = Lines {
        time: if by_age { TimeAxis::Age } else { TimeAxis::Date },
        span,
        y,
        baseline: (mode == Mode::Index).then_some(100.0),
        series: drawn.into_iter().map(|line| finished(line, &measure)).collect(),
        // Events have dates, which ages have not.
        events: if by_age { Vec::new() } else { events.to_vec() },
    };
    ChartSpec { headline, subtitle, summary, source, notes, plot: Plot::Lines(plot) }
}

/// The mode asked for, or absolute values and the reason why.
fn possible_mode(view: &Compare, totals: Option<&Totals>, notes: &mut Vec<String>) -> Mode {
    match view.mode {
        Mode::Share if totals.is_none() => {
            notes.push("A share needs the histories of all subnets, which are not loaded; values are shown instead.".to_owned());
            Mode::Absolute
        }
        Mode::Cumulative if view.metric.kind != registry::Kind::Flow => {
            notes.push(format!("{} is no flow and cannot be added up over days; values are shown instead.", view.metric.label));
            Mode::Absolute
        }
        mode => mode,
    }
}

/// The days shown, from the data and the view's window.
fn window(subjects: &[(usize, &History)], view: &Compare, notes: &mut Vec<String>) -> Option<(Day, Day)> {
    let extents = || subjects.iter().filter_map(|(_, history)| history.series(view.metric)?.extent());
    let all = (extents().map(|(first, _)| first).min()?, extents().map(|(_, last)| last).max()?);
    let days = view.window.days(all);
    if days.is_none() {
        notes.push(format!("Nothing was measured in the days asked for; there are values from {}.", period(all.0, all.1)));
    }
    days
}

fn drawn(
    snapshot: &Snapshot,
    slot: usize,
    (row, history): (usize, &History),
    totals: Option<&Totals>,
    (view, mode, days): (&Compare, Mode, Option<(Day, Day)>),
    measure: &Measure,
    notes: &mut Vec<String>,
) -> Option<Drawn> {
    let name = shown(snapshot, row);
    let days = days?;
    let Some(series) = history.series(view.metric).filter(|series| series.extent().is_some()) else {
        notes.push(format!("{} has no {} over time in this snapshot.", in_text(&name), super::words::noun(view.metric)));
        return None;
    };
    let inside = transform::window(series, days.0, days.1);
    let changed = match mode {
        Mode::Absolute => scaled(inside, measure.factor),
        Mode::Share => transform::share(&inside, totals?),
        Mode::Index => {
            let (indexed, base) = transform::index(&inside)?;
            if base > days.0 {
                notes.push(format!("{} starts at 100 on {}, its first value here.", in_text(&name), format::day(base)));
            }
            indexed
        }
        Mode::Cumulative => summed(scaled(inside, measure.factor), &name, notes),
    };
    if let Some((_, last)) = changed.extent().filter(|(_, last)| last.plus(7) < days.1 && mode != Mode::Cumulative) {
        notes.push(format!("{} values end on {}.", super::words::possessive(&name), format::day(last)));
    }
    let source = series.source;
    let (start, values, modelled) = placed(snapshot, row, changed, view.base, &name, notes)?;
    Some(Drawn { name, id: history.id.to_string(), slot: (slot % 10) as u8, start, values, modelled, source })
}

fn scaled(mut series: Series, factor: f64) -> Series {
    if factor != 1.0 {
        series.values.iter_mut().flatten().for_each(|value| *value *= factor);
    }
    series
}

/// The running sum up to the first long gap.
fn summed(mut series: Series, name: &str, notes: &mut Vec<String>) -> Series {
    let mut missing = 0;
    let start = series.values.iter().position(Option::is_some).unwrap_or(0);
    let end = series.values.iter().enumerate().skip(start).find_map(|(at, value)| {
        missing = if value.is_some() { 0 } else { missing + 1 };
        (missing > GAP).then_some(at + 1 - missing)
    });
    let later = end.is_some_and(|end| series.values[end..].iter().any(Option::is_some));
    if let (Some(end), true) = (end, later) {
        series.values.truncate(end);
        let last = series.start.plus(end as i32 - 1);
        notes.push(format!("The sum of {} ends on {}: the days after it were not all measured.", in_text(name), format::day(last)));
    }
    let (sum, gaps) = transform::cumulative(&series);
    if gaps > 0 {
        notes.push(format!("{} was not measured on {} in between: its sum is at least this.", in_text(name), counted(gaps, "day")));
    }
    sum
}

/// Values from a first day or age on, and the spans of them that a model made.
type Placed = (i32, Vec<Option<f64>>, Vec<(i32, i32)>);

/// The values by date, or by age where the registration is known.
fn placed(
    snapshot: &Snapshot,
    row: usize,
    series: Series,
    base: TimeBase,
    name: &str,
    notes: &mut Vec<String>,
) -> Option<Placed> {
    let spans = |zero: Day| series.reconstructed.iter().map(|(from, to)| (from.since(zero), to.since(zero))).collect();
    if base == TimeBase::Date {
        let modelled = spans(Day::from_epoch_days(0));
        return Some((series.start.epoch_days(), series.values, modelled));
    }
    let age = snapshot.value(registry::known("age_days"), row).number();
    let Some((today, age)) = snapshot.as_of.day.zip(age) else {
        notes.push(format!("The registration of {} has no known day, so it has no line by age.", in_text(name)));
        return None;
    };
    let registered = today.plus(-(age.floor() as i32));
    let aged = transform::by_age(&series, registered);
    Some((aged.start, aged.values, spans(registered)))
}

fn points(line: &Drawn) -> impl DoubleEndedIterator<Item = (i32, f64)> + '_ {
    line.values.iter().enumerate().filter_map(|(at, value)| Some((line.start + at as i32, (*value)?)))
}

fn span(drawn: &[Drawn]) -> (i32, i32) {
    let first = drawn.iter().filter_map(|line| Some(points(line).next()?.0)).min();
    let last = drawn.iter().filter_map(|line| Some(points(line).next_back()?.0)).max();
    (first.unwrap_or(0), last.unwrap_or(0))
}

/// First and last values of the lines that reach the end of the chart, within a week: a line that
/// ended earlier is not compared with those that go on.
fn ends(drawn: &[Drawn], end: i32) -> Vec<(&str, f64, f64)> {
    let ends = drawn.iter().filter_map(|line| {
        let (first, last) = (points(line).next()?, points(line).next_back()?);
        (last.0 + 7 >= end).then_some((line.name.as_str(), first.1, last.1))
    });
    ends.collect()
}

fn subtitle(view: &Compare, mode: Mode, measure: &Measure, span: (i32, i32), drawn: &[Drawn]) -> String {
    let mut parts = vec![view.metric.label.to_owned()];
    let start = Day::from_epoch_days(span.0);
    match mode {
        Mode::Absolute => {}
        Mode::Index if view.base == TimeBase::Date && drawn.iter().all(|line| points(line).next().is_some_and(|first| first.0 == span.0)) => {
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
    if drawn.iter().any(|line| !line.modelled.is_empty()) {
        parts.push("dashed: reconstructed".to_owned());
    }
    parts.join(", ")
}

/// A note on the values that a log scale cannot show.
fn unseen(drawn: &[Drawn], y: &crate::chart::spec::Axis) -> Option<String> {
    let log = y.scale == crate::chart::spec::ScaleKind::Log;
    let count = drawn.iter().flat_map(points).filter(|(_, value)| log && *value <= 0.0).count();
    (count > 0).then(|| format!("Not drawn on a log scale: {} of zero or less.", counted(count, "value")))
}

fn finished(line: Drawn, measure: &Measure) -> LineSeries {
    let last = points(&line).next_back();
    LineSeries {
        id: line.id,
        label: line.name,
        slot: line.slot,
        start: line.start,
        values: line.values,
        reconstructed: line.modelled,
        end: last.map_or_else(String::new, |(_, value)| with_unit(value, measure.style, &measure.unit)),
    }
}
