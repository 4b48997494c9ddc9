//! `/compare`.

use std::borrow::Cow;

use super::flat::{Flat, flat};
use super::guarded::{Guarded, guarded};
use super::started::left_out;
use super::words::{in_text, shown};
use super::{lines, ranking, scatter};
use crate::chart::Plot;
use crate::chart::spec::{ChartSpec, EventMark};
use crate::compute::transform::Totals;
use crate::model::{Day, Series};
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Form, Mode, UnitChoice, Window};

/// What a comparison is drawn from, beside the histories of its subnets.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ground<'a> {
    /// Sums over all subnets, for shares only.
    pub totals: Option<&'a Totals>,
    /// What is marked on dates.
    pub events: &'a [EventMark],
    /// When the rule changed that divides the emission.
    pub changes: &'a [Day],
    /// US dollars of one TAO by day, for dollars of each day only.
    pub tao_usd: Option<&'a Series>,
    /// Colours of the subjects that are looked at alone; empty is all of them.
    pub alone: &'a [u8],
}

/// What is drawn of the subjects: all, or those looked at alone, each with its colour.
pub(super) fn chosen<T: Copy>(subjects: &[T], alone: &[u8]) -> Vec<(u8, T)> {
    let all = || subjects.iter().enumerate().map(|(place, subject)| ((place % 10) as u8, *subject));
    let some: Vec<(u8, T)> = all().filter(|(slot, _)| alone.contains(slot)).collect();
    if some.is_empty() { all().collect() } else { some }
}

/// A comparison, and what a reader may want to change of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The chart, with what may not be compared said before everything else.
    pub spec: ChartSpec,
    /// The days that all cover, where those are not the days shown.
    pub overlap: Option<(Day, Day)>,
    /// First and last day with a value, of all together and whatever is shown; `None` for a chart
    /// that shows no days.
    pub whole: Option<(Day, Day)>,
    /// The line that makes the others look flat.
    pub flat: Option<Flat>,
    /// Whether nothing is known over time, and the snapshot has values that bars can show.
    pub only_newest: bool,
}

/// The chart of a comparison, with what a reader has to know before. `subjects` are rows of the
/// snapshot and their histories, in the order of their colours.
///
/// The table has the same chart as the lines: it shows the same numbers.
pub fn compared(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    ground: &Ground,
    view: &Compare,
) -> Compared {
    let chosen = chosen(subjects, ground.alone);
    let (slots, drawn): (Vec<u8>, Vec<(usize, &History)>) = chosen.into_iter().unzip();
    let prepared = prepared(&drawn, ground, view);
    let ready: Vec<(usize, &History)> =
        prepared.iter().map(|(row, history)| (*row, history.as_ref())).collect();
    let Guarded { mut notes, overlap } = guarded(snapshot, &ready, ground.changes, view);
    // Of the histories as they are: prepared ones have lost these days.
    let whole: Vec<_> = drawn.iter().map(|(row, history)| (*row, history.having(view.metric))).collect();
    let whole: Vec<_> = whole.iter().map(|(row, history)| (*row, history.as_ref())).collect();
    notes.extend(left_out(snapshot, &whole, view));
    let mut spec = chart(snapshot, &ready, ground, view);
    let flat = match (&spec.plot, view.form) {
        (Plot::Lines(lines), Form::Line) => flat(lines),
        // Nothing looks flat in a table.
        _ => None,
    };
    notes.extend(flat.as_ref().map(|flat| flat.sentence.clone()));
    spec.notes.splice(0..0, notes);
    colour(&mut spec.plot, &slots);
    spec.notes.extend(hidden(snapshot, subjects, &drawn));
    let whole = if view.form == Form::Scatter { None } else { lines::whole(&ready, view) };
    let valued = |(row, _): &(usize, &History)| snapshot.value(view.metric, *row).number().is_some();
    let only_newest = view.form == Form::Line && whole.is_none() && drawn.iter().any(valued);
    Compared { spec, overlap, whole, flat, only_newest }
}

/// Gives marks the colours of their subjects where only some of these are drawn.
fn colour(plot: &mut Plot, slots: &[u8]) {
    let slot = |place: u8| slots.get(usize::from(place)).copied().unwrap_or(place);
    match plot {
        Plot::Lines(lines) => lines.series.iter_mut().for_each(|series| series.slot = slot(series.slot)),
        Plot::Bars(bars) => bars.bars.iter_mut().for_each(|bar| bar.slot = bar.slot.map(slot)),
        Plot::Scatter(scatter) => {
            scatter.points.iter_mut().for_each(|point| point.slot = point.slot.map(slot));
        }
        _ => {}
    }
}

/// Who is not drawn because a reader looks at others alone.
fn hidden(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    drawn: &[(usize, &History)],
) -> Option<String> {
    let rows = subjects.iter().map(|(row, _)| *row);
    let rows = rows.filter(|row| !drawn.iter().any(|(other, _)| other == row));
    let names: Vec<String> = rows.map(|row| in_text(&shown(snapshot, row))).collect();
    (!names.is_empty()).then(|| format!("Not drawn, by choice: {}.", names.join(", ")))
}

/// The chart alone.
pub fn compare_chart(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    ground: &Ground,
    view: &Compare,
) -> ChartSpec {
    let prepared = prepared(subjects, ground, view);
    let ready: Vec<(usize, &History)> =
        prepared.iter().map(|(row, history)| (*row, history.as_ref())).collect();
    chart(snapshot, &ready, ground, view)
}

/// Whether bars are of the newest values, which the snapshot has; a span, a mode or the dollars of each
/// day ask for the histories.
pub(super) fn newest(view: &Compare) -> bool {
    view.form == Form::Bar
        && view.mode == Mode::Absolute
        && view.window == Window::All
        && view.unit != Some(UnitChoice::UsdThen)
}

fn chart(snapshot: &Snapshot, subjects: &[(usize, &History)], ground: &Ground, view: &Compare) -> ChartSpec {
    let rows: Vec<usize> = subjects.iter().map(|(row, _)| *row).collect();
    match view.form {
        Form::Table if lines::whole(subjects, view).is_none() => {
            ranking::in_place_of_days(snapshot, view, &rows)
        }
        Form::Line | Form::Table => lines::lines(snapshot, subjects, ground, view),
        Form::Bar if newest(view) => ranking::chosen(snapshot, view, &rows),
        Form::Bar => {
            ranking::of_lines(lines::lines(snapshot, subjects, &Ground { events: &[], ..*ground }, view))
        }
        Form::Scatter => scatter::scatter(snapshot, view, &rows),
    }
}

/// The histories from the start of their subnets on, with what is computed day by day: a formula of
/// the reader's own, the dollars of each day. A share of dollars is the same as the share of TAO that day, and has more days.
pub(super) fn prepared<'a>(
    subjects: &[(usize, &'a History)],
    ground: &Ground,
    view: &Compare,
) -> Vec<(usize, Cow<'a, History>)> {
    let dollars = ground.tao_usd.filter(|_| {
        view.unit == Some(UnitChoice::UsdThen) && view.metric.unit.tao == 1 && view.mode != Mode::Share
    });
    let prepare = |(row, history): &(usize, &'a History)| {
        // Before its dollars: a start is told by a price in TAO.
        let history = history.running(view.metric);
        let history = match dollars {
            Some(prices) => Cow::Owned(history.in_dollars(view.metric, prices)),
            None => history,
        };
        (*row, history)
    };
    subjects.iter().map(prepare).collect()
}
