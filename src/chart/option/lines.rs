//! Lines over time.

use charming::component::Axis;
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{AxisLabel, AxisType, ItemStyle, LineStyle, LineStyleType, SplitLine, Symbol, Trigger};
use charming::series::{Line, Scatter};
use serde_json::Value;

use super::extra::{EndLabel, MarkLine, Rule, Shift, Stroke, Words, merge_into, merged};
use super::{FONT, across, axis, factor, frame, rounded};
use crate::chart::layout::{Layout, Marks, visible};
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::{ChartSpec, LineSeries, Lines, TimeAxis};
use crate::registry::Style;

const DAY: f64 = 86_400_000.0;

pub(super) fn option(spec: &ChartSpec, lines: &Lines, layout: &Layout, theme: Theme) -> Value {
    let mut chart = frame(layout, Trigger::Axis, theme)
        .x_axis(time(lines, layout, theme))
        .y_axis(axis(&layout.y, lines.y.style, theme));
    for series in &lines.series {
        let pieces = pieces(series, lines);
        chart = chart.series(stroke(series, pieces.line, theme));
        if !pieces.lone.is_empty() {
            chart = chart.series(dots(series, pieces.lone, theme));
        }
    }
    let mut option = merged(&chart, spec, theme);
    let labelled = matches!(&layout.marks, Marks::Lines(marks) if !marks.labels.is_empty());
    let mut at = 0;
    for series in &lines.series {
        let colour = theme.colour(Paint::Series(series.slot));
        let words = Words { show: labelled, formatter: "{a}", color: colour, font_weight: 600, distance: 12.0 };
        let label = EndLabel { end_label: words, label_layout: Shift { move_overlap: "shiftY" }, z: 3 };
        merge_into(&mut option, "series", at, &label);
        at += 1 + usize::from(!pieces(series, lines).lone.is_empty());
    }
    merge_into(&mut option, "series", 0, &RuledSeries { mark_line: rules(lines, theme) });
    option
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct RuledSeries<'a> {
    mark_line: MarkLine<'a>,
}

/// Days as moments in UTC, or plain numbers for ages. Ticks change with zoom and are ECharts' own.
fn time(lines: &Lines, layout: &Layout, theme: Theme) -> Axis {
    let none = SplitLine::new().show(false);
    let unit = unit(lines);
    let (first, last) = layout.x.scale.domain();
    let axis = across(&layout.x, Style::Integer, theme).min(first * unit).max(last * unit).split_line(none);
    match lines.time {
        TimeAxis::Age => axis,
        TimeAxis::Date => {
            axis.type_(AxisType::Time).axis_label(AxisLabel::new().font_size(FONT).color(theme.colour(Paint::Muted)))
        }
    }
}

fn unit(lines: &Lines) -> f64 {
    match lines.time {
        TimeAxis::Date => DAY,
        TimeAxis::Age => 1.0,
    }
}

#[derive(Default)]
struct Pieces {
    /// Points in order; a point without a value breaks the line.
    line: Vec<DataPoint>,
    /// Points with a gap on either side, which a line would not show.
    lone: Vec<DataPoint>,
}

fn pieces(series: &LineSeries, lines: &Lines) -> Pieces {
    let mut pieces = Pieces::default();
    let unit = unit(lines);
    let points: Vec<(i32, f64)> = visible(series, lines).collect();
    let runs = points.chunk_by(|a, b| a.0 + 1 == b.0);
    for run in runs {
        let point = |(day, value): &(i32, f64)| pair(f64::from(*day) * unit, Some(rounded(*value, lines.y.style)));
        if let [lone] = run {
            pieces.lone.push(point(lone));
            continue;
        }
        if let (Some(before), false) = (run.first(), pieces.line.is_empty()) {
            pieces.line.push(pair(f64::from(before.0 - 1) * unit, None));
        }
        pieces.line.extend(run.iter().map(point));
    }
    pieces
}

fn pair(x: f64, y: Option<f64>) -> DataPoint {
    let y = y.map_or(CompositeValue::OptionalNumber(None), CompositeValue::from);
    DataPoint::Value(CompositeValue::Array(vec![x.into(), y]))
}

fn stroke(series: &LineSeries, data: Vec<DataPoint>, theme: Theme) -> Line {
    let colour = theme.colour(Paint::Series(series.slot));
    let first = series.start + series.values.iter().take_while(|value| value.is_none()).count() as i32;
    let modelled = series.reconstructed.iter().any(|(from, to)| (*from..=*to).contains(&first));
    let kind = if modelled { LineStyleType::Dashed } else { LineStyleType::Solid };
    Line::new()
        .id(series.id.as_str())
        .name(series.label.as_str())
        .show_symbol(false)
        .connect_nulls(false)
        .line_style(LineStyle::new().width(1.8).color(colour).type_(kind))
        .item_style(ItemStyle::new().color(colour))
        .data(data)
}

fn dots(series: &LineSeries, data: Vec<DataPoint>, theme: Theme) -> Scatter {
    Scatter::new()
        .name(series.label.as_str())
        .symbol(Symbol::Circle)
        .symbol_size(5.0)
        .item_style(ItemStyle::new().color(theme.colour(Paint::Series(series.slot))))
        .data(data)
}

/// Events across the plot, and the baseline.
fn rules<'a>(lines: &'a Lines, theme: Theme) -> MarkLine<'a> {
    let unit = unit(lines);
    let across = lines.events.iter().filter(|event| event.series.is_none());
    let events = across.map(|event| Rule {
        name: event.label.as_str(),
        x_axis: Some(f64::from(event.day) * unit),
        y_axis: None,
    });
    let factor = factor(lines.y.style);
    let baseline = lines.baseline.map(|value| Rule { name: "", x_axis: None, y_axis: Some(value * factor) });
    MarkLine {
        silent: true,
        symbol: "none",
        line_style: Stroke { color: theme.colour(Paint::Faint), kind: "dotted" },
        label: Words { show: true, formatter: "{b}", color: theme.colour(Paint::Muted), font_weight: 400, distance: 4.0 },
        data: events.chain(baseline).collect(),
    }
}
