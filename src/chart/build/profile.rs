//! The charts of one subnet.

use super::Ground;
use super::lines::lines;
use super::started::left_out;
use crate::chart::spec::{ChartSpec, EventMark, Plot, Spark};
use crate::format;
use crate::model::Series;
use crate::registry::{self, Metric};
use crate::snapshot::{History, Snapshot};
use crate::view::Compare;

/// The comparison that the price is drawn as.
pub fn price_view() -> Compare {
    Compare { metric: registry::known("price_tao"), ..Compare::default() }
}

/// The price of one subnet over all days there are.
pub fn price_chart(snapshot: &Snapshot, row: usize, history: &History, events: &[EventMark]) -> ChartSpec {
    let view = price_view();
    let shown = history.running(view.metric);
    let mut spec = lines(snapshot, &[(row, &shown)], &Ground { events, ..Ground::default() }, &view);
    spec.notes.extend(left_out(snapshot, &[(row, history.having(view.metric).as_ref())], &view));
    spec
}

/// A line for a table cell: the last `days` days of a series. `name` is the subnet, fit to be shown.
pub fn sparkline(series: &Series, days: usize, name: &str, metric: &Metric) -> ChartSpec {
    let last = series.extent().map_or(0, |(_, last)| last.since(series.start) as usize + 1);
    let values = series.values.get(last.saturating_sub(days)..last).unwrap_or_default().to_vec();
    let start = series.start.plus(last.saturating_sub(days) as i32);
    let spans = series.reconstructed();
    let spans = spans.iter().map(|(from, to)| (from.since(start), to.since(start)));
    let reconstructed = spans.filter(|(_, to)| *to >= 0).collect();
    let mut numbers = values.iter().flatten();
    let (first, end) = (numbers.next(), numbers.next_back());
    let text = |value: f64| {
        format::with_unit(crate::model::Value::finite(value), metric, &format::Locale::default())
    };
    let summary = match (first, end) {
        (Some(first), Some(end)) => {
            format!(
                "{} of {name} over {} days: from {} to {}.",
                metric.label,
                values.len(),
                text(*first),
                text(*end)
            )
        }
        _ => format!("{} of {name}: not measured.", metric.label),
    };
    ChartSpec {
        headline: format!("{} of {name}", metric.label),
        subtitle: String::new(),
        summary,
        source: String::new(),
        credits: Vec::new(),
        notes: Vec::new(),
        plot: Plot::Spark(Spark { values, reconstructed }),
    }
}
