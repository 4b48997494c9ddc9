//! Prices from before a subnet started: real, and no prices of a running subnet. A pool that is given
//! no alpha cannot fall below 1 τ/α, so they are some hundred times those of later, would make every
//! other line look flat and every index nonsense. They are left out, and said.

use super::compare::newest;
use super::lines;
use super::words::{in_text, listed, shown};
use crate::format;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Form};

/// What was left out of a chart of these histories.
pub(super) fn left_out(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    view: &Compare,
) -> Option<String> {
    if view.form == Form::Scatter || newest(view) {
        return None;
    }
    let shown_days = lines::whole(subjects, view).and_then(|all| view.window.days(all))?;
    let part = |(row, history): &(usize, &History)| {
        let (first, start) = history.before_start(view.metric)?;
        let until =
            start.map_or_else(|| "to the end".to_owned(), |day| format!("until {}", format::day(day)));
        let overlaps = first <= shown_days.1 && start.is_none_or(|start| shown_days.0 < start);
        overlaps.then(|| format!("{} {until}", in_text(&shown(snapshot, *row))))
    };
    let parts: Vec<String> = subjects.iter().filter_map(part).collect();
    (!parts.is_empty()).then(|| {
        format!(
            "Prices from before the start are left out, as a pool that is given no alpha cannot fall \
             below 1 τ/α: {}.",
            listed(parts.iter())
        )
    })
}
