//! Rankings: the cross-section of one metric.

use super::measure::{self, Measure};
use super::words::{Credit, count, in_text, noun, plural, possessive, shown, times, was};
use crate::chart::number::with_unit;
use crate::chart::spec::{Axis, Bar, Bars, ChartSpec, Plot, ScaleKind, TimeAxis, Tone};
use crate::chart::visible::visible;
use crate::compute::order::sorted;
use crate::format;
use crate::model::value::Direction;
use crate::model::{Day, Value};
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

/// The same where days were asked for, and nothing is known of any.
pub(super) fn in_place_of_days(snapshot: &Snapshot, view: &Compare, rows: &[usize]) -> ChartSpec {
    let mut spec = chosen(snapshot, view, rows);
    spec.notes.push("Nothing of it is known over time: these are the values of the snapshot.".to_owned());
    spec
}

/// The last value of each line of a chart as a bar. Its sentence speaks of these values already.
pub(super) fn of_lines(spec: ChartSpec) -> ChartSpec {
    let Plot::Lines(lines) = &spec.plot else { return spec };
    let ends: Vec<Option<(i32, f64)>> =
        lines.series.iter().map(|series| visible(series, lines).next_back()).collect();
    let value = |at: usize| ends[at].map(|(_, value)| value);
    let newest = ends.iter().flatten().map(|(day, _)| *day).max();
    let order = sorted(ends.len(), &|a, b| {
        Value::from(value(a)).compare(Value::from(value(b)), Direction::Descending).then(a.cmp(&b))
    });
    let bar = |at: usize| {
        let series = &lines.series[at];
        let text = match ends[at] {
            None => {
                Value::NOT_MEASURED.absence().map_or_else(String::new, |absence| absence.words().to_owned())
            }
            Some((day, value)) => {
                let text = with_unit(value, lines.y.style, &lines.y.unit);
                let when = match lines.time {
                    TimeAxis::Date => format::day(Day::from_epoch_days(day)),
                    TimeAxis::Age => format!("day {day}"),
                };
                // Most end on the last day, which the subtitle has.
                if Some(day) == newest { text } else { format!("{text} on {when}") }
            }
        };
        Bar {
            id: series.id.clone(),
            label: series.label.clone(),
            slot: Some(series.slot),
            value: value(at),
            text,
            at: ends[at].map(|(day, _)| day),
        }
    };
    let bars: Vec<Bar> = order.into_iter().map(bar).collect();
    let x = Axis { scale: ScaleKind::Linear, ..lines.y.clone() };
    let subtitle = format!("Last values. {}", spec.subtitle);
    ChartSpec {
        summary: format!("Bar chart of {} subnets. {subtitle}. {}.", bars.len(), spec.headline),
        subtitle,
        plot: Plot::Bars(Bars { x, bars, tone: Tone::Plain }),
        ..spec
    }
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
        at: None,
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
    let Credit { source, credits } = Credit::of_columns(snapshot, &[metric]);
    ChartSpec {
        summary: format!("Bar chart of {} subnets: {subtitle}. {headline}.", bars.len()),
        headline,
        subtitle,
        source,
        credits,
        notes: Vec::new(),
        plot: Plot::Bars(Bars { x: measure::axis(metric, &measure, YScale::Linear), bars, tone }),
    }
}

/// “Chutes has the highest emission: 449.96 τ/day, 1.2 times lium.io’s”.
fn headline(metric: &Metric, bars: &[Bar]) -> String {
    let is = if plural(metric) { "are" } else { "is" };
    let numbers: Vec<(&Bar, f64)> = bars.iter().filter_map(|bar| Some((bar, bar.value?))).collect();
    match numbers.as_slice() {
        [] => format!("No {} {} measured", noun(metric), was(metric)),
        [(bar, _)] => format!("{} {} {is} {}", possessive(&bar.label), noun(metric), bar.text),
        [(first, a), (second, b), rest @ ..] if a == b => {
            let level = 2 + rest.iter().take_while(|(_, value)| value == a).count();
            let what = noun(metric);
            match (level, bars.len()) {
                (2, 2..) => format!(
                    "{} and {} {what} {is} highest: {}",
                    possessive(&first.label),
                    possessive(&second.label),
                    first.text
                ),
                (level, all) if level == all => {
                    format!("All {} shown have the same {what}: {}", count(all), first.text)
                }
                (level, all) => {
                    format!("{level} of the {all} shown have the highest {what}: {}", first.text)
                }
            }
        }
        [(first, a), (second, b), ..] => {
            let lead = match times(a / b) {
                Some(times) => format!("{times} {}", possessive(&second.label)),
                None if *b <= 0.0 => format!("against {} of {}", second.text, in_text(&second.label)),
                None => format!("just ahead of {}", in_text(&second.label)),
            };
            format!("{} {} {is} highest: {}, {lead}", possessive(&first.label), noun(metric), first.text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;

    #[test]
    fn bars_of_the_same_height_are_not_ahead_of_each_other() {
        let said = |values: &[f64]| {
            let bar = |(at, value): (usize, &f64)| Bar {
                id: format!("{at}.r1"),
                label: ["Chutes", "Hippius", "Gradients"][at].to_owned(),
                slot: None,
                value: Some(*value),
                text: value.to_string(),
                at: None,
            };
            headline(
                registry::known("emission_tao_day"),
                &values.iter().enumerate().map(bar).collect::<Vec<_>>(),
            )
        };
        assert_eq!(said(&[7.0, 7.0, 7.0]), "All three shown have the same emission: 7");
        assert_eq!(said(&[7.0, 7.0, 5.0]), "Chutes’ and Hippius’ emission is highest: 7");
        assert_eq!(said(&[7.0, 6.9, 5.0]), "Chutes’ emission is highest: 7, just ahead of Hippius");
        assert_eq!(said(&[7.0, 0.0, 0.0]), "Chutes’ emission is highest: 7, against 0 of Hippius");
    }
}
