//! Prices from before a subnet started: real, and no prices of a running subnet. A pool that is given
//! no alpha cannot fall below 1 τ/α, so they are some hundred times those of later, would make every
//! other line look flat and every index nonsense. They are left out, and said.

use std::borrow::Cow;

use super::lines;
use super::words::{in_text, listed, shown};
use crate::compute::reconstruct::{MOVING_PRICE, before_start};
use crate::format;
use crate::model::Day;
use crate::registry::Metric;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Form};

/// First day of the prices from before the start, and the day of the start; `None` where there are
/// no such prices, or another metric is shown.
fn before(history: &History, metric: &Metric) -> Option<(Day, Option<Day>)> {
    let prices = history.series(metric).filter(|_| metric.id == "price_tao")?;
    before_start(prices.points(), &MOVING_PRICE)
}

/// The history from the start of its subnet on.
pub fn running<'a>(history: Cow<'a, History>, metric: &'static Metric) -> Cow<'a, History> {
    match before(&history, metric) {
        Some((_, start)) => Cow::Owned(history.starting(metric, start)),
        None => history,
    }
}

/// What was left out of a chart of these histories.
pub(super) fn left_out(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    view: &Compare,
) -> Option<String> {
    if !matches!(view.form, Form::Line | Form::Table) {
        return None;
    }
    let shown_days = lines::whole(subjects, view).and_then(|all| view.window.days(all))?;
    let part = |(row, history): &(usize, &History)| {
        let (first, start) = before(history, view.metric)?;
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
