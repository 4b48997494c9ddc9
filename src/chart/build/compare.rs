//! `/compare`.

use super::{lines, ranking, scatter};
use crate::chart::spec::{ChartSpec, EventMark};
use crate::compute::transform::Totals;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Form, Mode, Window};

/// The chart of a comparison. `subjects` are rows of the snapshot and their histories, in the
/// order of their colours; `totals` are needed for shares only; `events` are drawn on dates.
///
/// The table has the same chart as the lines: it shows the same numbers.
pub fn compare_chart(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    totals: Option<&Totals>,
    events: &[EventMark],
    view: &Compare,
) -> ChartSpec {
    let rows: Vec<usize> = subjects.iter().map(|(row, _)| *row).collect();
    match view.form {
        Form::Line | Form::Table => lines::lines(snapshot, subjects, totals, events, view),
        // The snapshot has the newest values; a span or a mode asks for the histories.
        Form::Bar if view.mode == Mode::Absolute && view.window == Window::All => {
            ranking::chosen(snapshot, view, &rows)
        }
        Form::Bar => ranking::of_lines(lines::lines(snapshot, subjects, totals, &[], view)),
        Form::Scatter => scatter::scatter(snapshot, view, &rows),
    }
}
