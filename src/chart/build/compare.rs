//! `/compare`.

use std::borrow::Cow;

use super::alone::Alone;
use super::flat::{Flat, flat};
use super::guarded::{Guarded, guarded};
use super::offer::Offer;
use super::started::left_out;
use super::{lines, ranking, scatter};
use crate::chart::Plot;
use crate::chart::spec::{ChartSpec, EventMark};
use crate::compute::transform::Totals;
use crate::model::{Day, Series};
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Form, Mode, TimeBase, UnitChoice, Window};

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
}

/// A comparison, and what a reader may want to change of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The chart, with what may not be compared said before everything else.
    pub spec: ChartSpec,
    /// The offer of the longest run of days that all cover, where those are not the days shown.
    pub overlap: Option<Offer>,
    /// First and last day with a value, of all together and whatever is shown; `None` for a chart
    /// that shows no days, or ages in their place.
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
    let alone = Alone::of(snapshot, subjects, view);
    // A formula is computed for every day: once, and not once for what is drawn and once for what is left out.
    let having = having(&alone.subjects, view);
    let as_they_are = borrowed(&having);
    let prepared = prepared(&as_they_are, ground, view);
    let ready = borrowed(&prepared);
    let Guarded { mut notes, overlap } = guarded(snapshot, &ready, ground.changes, view);
    // Prepared ones have lost these days.
    notes.extend(left_out(snapshot, &as_they_are, view));
    let mut spec = chart(snapshot, &ready, ground, view);
    let flat = match (&spec.plot, view.form) {
        (Plot::Lines(lines), Form::Line) => flat(lines),
        // Nothing looks flat in a table.
        _ => None,
    };
    notes.extend(flat.as_ref().map(|flat| flat.sentence.clone()));
    spec.notes.splice(0..0, notes);
    spec.notes.extend(alone.notes.iter().cloned());
    alone.recolour(&mut spec);
    let known = lines::whole(&ready, view);
    let valued = |(row, _): &(usize, &History)| snapshot.value(view.metric, *row).number().is_some();
    let only_newest = view.form == Form::Line && known.is_none() && ready.iter().any(valued);
    let whole = known.filter(|_| view.form != Form::Scatter && view.base == TimeBase::Date);
    // Who has no value at all covers no day, and is not spoken of.
    let measured = |(_, history): &(usize, &History)| {
        history.series(view.metric).is_some_and(|series| series.extent().is_some())
    };
    let every = ready.iter().all(measured);
    let overlap =
        overlap.map(|days| if every { Offer::Covered(days) } else { Offer::CoveredByMeasured(days) });
    Compared { spec, overlap, whole, flat, only_newest }
}

/// The chart alone.
pub fn compare_chart(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    ground: &Ground,
    view: &Compare,
) -> ChartSpec {
    let alone = Alone::of(snapshot, subjects, view);
    let having = having(&alone.subjects, view);
    let prepared = prepared(&borrowed(&having), ground, view);
    let ready = borrowed(&prepared);
    let mut spec = chart(snapshot, &ready, ground, view);
    alone.recolour(&mut spec);
    spec
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

/// The histories with what a formula gives day by day: one of the registry, or of the reader's own.
pub(super) fn having<'a>(
    subjects: &[(usize, &'a History)],
    view: &Compare,
) -> Vec<(usize, Cow<'a, History>)> {
    subjects.iter().map(|(row, history)| (*row, history.having(view.metric))).collect()
}

/// The same, as subjects.
pub(super) fn borrowed<'a>(histories: &'a [(usize, Cow<'_, History>)]) -> Vec<(usize, &'a History)> {
    histories.iter().map(|(row, history)| (*row, history.as_ref())).collect()
}

/// These from the start of their subnets on, in the dollars of each day where those are asked for. A
/// share of dollars is the same as the share of TAO that day, and has more days.
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
        let history = history.started(view.metric);
        let history = match dollars {
            Some(prices) => Cow::Owned(history.in_dollars(view.metric, prices)),
            None => history,
        };
        (*row, history)
    };
    subjects.iter().map(prepare).collect()
}
