//! The shared-clock ledger of one subnet: what it has received, added up, with its ships on the curve.

use super::Ground;
use super::lines::lines;
use super::words::{count, in_text, month, shown};
use crate::chart::number::with_unit;
use crate::chart::spec::{ChartSpec, EventMark, Plot};
use crate::format;
use crate::model::{Day, Evidence, Rung};
use crate::registry;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Mode};

/// The comparison that the ledger is made as: emission, added up.
pub fn ledger_view() -> Compare {
    let metric = registry::known("emission_tao_day");
    Compare { metric, mode: Mode::Cumulative, ..Compare::default() }
}

/// Cumulative emission with a mark for each dated piece of evidence from release upwards. Code is
/// no ship: it shows work, not its result.
pub fn ledger_chart(
    snapshot: &Snapshot,
    row: usize,
    history: &History,
    evidence: &[Evidence],
    events: &[EventMark],
) -> ChartSpec {
    let mut spec =
        lines(snapshot, &[(row, history)], &Ground { events, ..Ground::default() }, &ledger_view());
    let Plot::Lines(plot) = &mut spec.plot else { return spec };
    let Some(series) = plot.series.first() else { return spec };
    // A sum is of the days that were added up, and its ships are those of that time.
    let days = || (series.start..).zip(&series.values).filter(|(_, value)| value.is_some());
    if let Some(((first, _), (last, _))) = days().next().zip(days().last()) {
        plot.span = (first, last);
    }
    let ships: Vec<EventMark> = evidence
        .iter()
        .filter(|item| item.rung >= Rung::Release)
        .filter_map(|item| Some((item.day?.epoch_days(), item)))
        .filter(|(day, _)| (plot.span.0..=plot.span.1).contains(day))
        .map(|(day, item)| EventMark { day, label: format::shown_text(&item.what, 60), series: Some(0) })
        .collect();
    let shipped = match ships.len() {
        // Nobody can find what nobody has looked for.
        0 if !snapshot.subnets[row].ladder.searched() => String::new(),
        0 => "; no dated release or product was found in that time".to_owned(),
        1 => "; one dated release or product was found".to_owned(),
        ships => format!("; {} dated releases or products were found", count(ships)),
    };
    let total = series.values.iter().rev().flatten().next();
    if let Some(total) = total {
        let sum = with_unit(*total, plot.y.style, &plot.y.unit);
        let (from, to) = (Day::from_epoch_days(plot.span.0), Day::from_epoch_days(plot.span.1));
        let name = in_text(&shown(snapshot, row));
        let (from, to) = (month(from), month(to));
        let when = if from == to { format!("in {from}") } else { format!("from {from} to {to}") };
        spec.headline = format!("{name} received {sum} {when}{shipped}");
        spec.summary = format!("Line chart: {}. {}.", spec.subtitle, spec.headline);
    }
    plot.events.extend(ships);
    spec
}
