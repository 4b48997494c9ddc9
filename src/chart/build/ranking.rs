//! Rankings: the cross-section of one metric.

use super::measure::{self, Measure};
use super::words::{in_text, noun, possessive, shown, source_line, times};
use crate::chart::number::with_unit;
use crate::chart::spec::{Bar, Bars, ChartSpec, Plot, Tone};
use crate::compute::order::sorted;
use crate::format;
use crate::model::Value;
use crate::model::value::Direction;
use crate::registry::{Group, Metric};
use crate::snapshot::Snapshot;
use crate::view::{Compare, YScale};

/// The `most` subnets with the largest values of a metric.
pub fn ranking(snapshot: &Snapshot, metric: &'static Metric, most: usize) -> ChartSpec {
    let rows = (0..snapshot.subnets.len()).filter(|row| snapshot.value(metric, *row).number().is_some());
    let rows: Vec<(usize, Option<u8>)> = rows.map(|row| (row, None)).collect();
    ranked(snapshot, metric, measure::own(metric), rows, most)
}

/// The subnets of a comparison by their newest value, each in its colour.
pub(super) fn chosen(snapshot: &Snapshot, view: &Compare, rows: &[usize]) -> ChartSpec {
    let measure = measure::chosen(snapshot, view.metric, view.unit);
    let note = measure.note.clone();
    let rows = rows.iter().enumerate().map(|(slot, row)| (*row, Some((slot % 10) as u8))).collect();
    let mut spec = ranked(snapshot, view.metric, measure, rows, 10);
    spec.notes.extend(note);
    spec
}

fn ranked(
    snapshot: &Snapshot,
    metric: &'static Metric,
    measure: Measure,
    rows: Vec<(usize, Option<u8>)>,
    most: usize,
) -> ChartSpec {
    let value = |row: usize| match snapshot.value(metric, row) {
        Value::Number(number) => Value::Number(number * measure.factor),
        missing => missing,
    };
    let order = sorted(rows.len(), &|a, b| {
        let (a, b) = (rows[a].0, rows[b].0);
        value(a).compare(value(b), Direction::Descending).then(a.cmp(&b))
    });
    let rows: Vec<_> = order.into_iter().take(most).map(|at| rows[at]).collect();
    let text = |value: Value| match value {
        Value::Number(number) => with_unit(number, measure.style, &measure.unit),
        Value::Missing(absence) => absence.words().to_owned(),
    };
    let bars = rows.iter().map(|(row, slot)| Bar {
        id: snapshot.subnets.get(*row).map_or_else(String::new, |subnet| subnet.id.to_string()),
        label: shown(snapshot, *row),
        slot: *slot,
        value: value(*row).number(),
        text: text(value(*row)),
    });
    let bars: Vec<Bar> = bars.collect();
    let headline = headline(metric, &bars);
    let reading = snapshot.column(metric).map(|column| column.provenance);
    let day = reading.and_then(|reading| reading.as_of.day).or(snapshot.as_of.day);
    let unit = [measure.unit.as_str(), measure.at.as_deref().unwrap_or_default()];
    let parts = std::iter::once(metric.label.to_owned())
        .chain(unit.into_iter().filter(|part| !part.is_empty()).map(str::to_owned))
        .chain(day.map(format::day));
    let subtitle = parts.collect::<Vec<_>>().join(", ");
    let tone = match metric.group {
        Group::Earned => Tone::Earned,
        Group::Shipped => Tone::Shipped,
        Group::Market | Group::Miners => Tone::Plain,
    };
    ChartSpec {
        summary: format!("Bar chart of {} subnets: {subtitle}. {headline}.", bars.len()),
        headline,
        subtitle,
        source: source_line(snapshot, reading.and_then(|reading| reading.source)),
        notes: Vec::new(),
        plot: Plot::Bars(Bars { x: measure::axis(metric.label, &measure, YScale::Linear), bars, tone }),
    }
}

/// “Chutes has the highest emission: 449.96 τ/day, 1.2 times lium.io’s”.
fn headline(metric: &Metric, bars: &[Bar]) -> String {
    let numbers: Vec<(&Bar, f64)> = bars.iter().filter_map(|bar| Some((bar, bar.value?))).collect();
    match numbers.as_slice() {
        [] => format!("No {} was measured", noun(metric)),
        [(bar, _)] => format!("{} {} is {}", possessive(&bar.label), noun(metric), bar.text),
        [(first, a), (second, b), ..] => {
            let lead = match times(a / b) {
                Some(times) => format!("{times} {}", possessive(&second.label)),
                None => format!("just ahead of {}", in_text(&second.label)),
            };
            format!("{} {} is highest: {}, {lead}", possessive(&first.label), noun(metric), first.text)
        }
    }
}
