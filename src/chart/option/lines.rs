//! Lines over time.

use charming::component::Axis;
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{
    AxisLabel, AxisType, ItemStyle, LineStyle, LineStyleType, SplitLine, Symbol, Trigger,
};
use charming::series::{Line, Scatter};
use serde_json::Value;

use super::extra::{MarkLine, Rule, Silent, Stroke, merge_into, merged};
use super::{FONT, across, axis, factor, frame, rounded};
use crate::chart::layout::{EventPlace, Layout, Marks};
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::{ChartSpec, LineSeries, Lines, ScaleKind, TimeAxis};
use crate::registry::Style;

const DAY: f64 = 86_400_000.0;

/// The page keeps its own drawing of lines, with all words and marks, and shows this one while a hand
/// moves it; so it has the lines, the axes and the rules, and no words that would be wrong meanwhile.
pub(super) fn option(
    spec: &ChartSpec,
    lines: &Lines,
    layout: &Layout,
    theme: Theme,
    reach: Option<(i32, i32)>,
) -> Value {
    let axes = (time(lines, layout, theme, reach), axis(&layout.y, lines.y.style, theme));
    let mut chart = frame(layout, Trigger::None, theme).x_axis(axes.0).y_axis(axes.1);
    for series in &lines.series {
        let Pieces { line, lone } = pieces(series, lines);
        chart = chart.series(stroke(series, line, theme));
        if !lone.is_empty() {
            chart = chart.series(dots(series, lone, theme));
        }
    }
    let mut option = merged(&chart, spec, layout, lines.y.style, theme);
    let (first, last) = layout.x.scale.domain();
    let unit = unit(lines);
    let window = Shown { start_value: first * unit, end_value: last * unit, min_value_span: unit };
    merge_into(&mut option, "dataZoom", 0, &window);
    let Marks::Lines(marks) = &layout.marks else { return option };
    let rules = rules(lines, &marks.events, theme);
    merge_into(&mut option, "series", 0, &RuledSeries { mark_line: rules });
    option
}

/// What of the axis is shown.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    start_value: f64,
    end_value: f64,
    min_value_span: f64,
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct RuledSeries<'a> {
    mark_line: MarkLine<'a>,
}

/// Days as moments in UTC, or plain numbers for ages. Ticks change with zoom and are ECharts' own.
fn time(lines: &Lines, layout: &Layout, theme: Theme, reach: Option<(i32, i32)>) -> Axis {
    let none = SplitLine::new().show(false);
    let unit = unit(lines);
    let (first, last) = layout.x.scale.domain();
    let (least, most) = reach.map_or((first, last), |(least, most)| (f64::from(least), f64::from(most)));
    let (least, most) = (least.min(first), most.max(last));
    let axis = across(&layout.x, Style::Integer, theme).min(least * unit).max(most * unit).split_line(none);
    match lines.time {
        TimeAxis::Age => axis,
        TimeAxis::Date => axis
            .type_(AxisType::Time)
            .axis_label(AxisLabel::new().font_size(FONT).color(theme.colour(Paint::Muted))),
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
    // Days outside of those shown come into sight while a hand moves the axis.
    let log = lines.y.scale == ScaleKind::Log;
    let days = series.values.iter().enumerate();
    let points: Vec<(i64, f64)> = days
        .filter_map(|(at, value)| Some((i64::from(series.start) + at as i64, (*value)?)))
        .filter(|(_, value)| !log || *value > 0.0)
        .collect();
    let runs = points.chunk_by(|a, b| a.0 + 1 == b.0);
    for run in runs {
        let point =
            |(day, value): &(i64, f64)| pair(*day as f64 * unit, Some(rounded(*value, lines.y.style)));
        if let [lone] = run {
            pieces.lone.push(point(lone));
            continue;
        }
        if let (Some(before), false) = (run.first(), pieces.line.is_empty()) {
            pieces.line.push(pair((before.0 - 1) as f64 * unit, None));
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

/// Events across the plot, and the baseline. Their numbers and words are the page's.
fn rules<'a>(lines: &Lines, places: &[EventPlace], theme: Theme) -> MarkLine<'a> {
    let unit = unit(lines);
    let across = places.iter().filter(|place| place.y.is_none());
    let events = across
        .map(|place| Rule { x_axis: Some(f64::from(lines.events[place.event].day) * unit), y_axis: None });
    let factor = factor(lines.y.style);
    let baseline = lines.baseline.map(|value| Rule { x_axis: None, y_axis: Some(value * factor) });
    MarkLine {
        silent: true,
        symbol: "none",
        line_style: Stroke { color: theme.colour(Paint::Faint), kind: "dotted" },
        label: Silent { show: false },
        data: events.chain(baseline).collect(),
    }
}
