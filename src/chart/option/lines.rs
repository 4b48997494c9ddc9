//! Lines over time.

use charming::component::Axis;
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{
    AxisLabel, AxisType, ItemStyle, LineStyle, LineStyleType, SplitLine, Symbol, Trigger,
};
use charming::series::{Line, Scatter};
use serde_json::Value;

use super::extra::{EndLabel, MarkLine, Rule, RuleWords, Shift, Stroke, Words, merge_into, merged};
use super::{FONT, across, axis, factor, frame, rounded};
use crate::chart::layout::{EventPlace, LINE, Layout, Marks, visible};
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::{ChartSpec, LineSeries, Lines, TimeAxis};
use crate::registry::Style;

const DAY: f64 = 86_400_000.0;

pub(super) fn option(spec: &ChartSpec, lines: &Lines, layout: &Layout, theme: Theme) -> Value {
    let axes = (time(lines, layout, theme), axis(&layout.y, lines.y.style, theme));
    let mut chart = frame(layout, Trigger::Axis, theme).x_axis(axes.0).y_axis(axes.1);
    // What charming has no words for, by position in the option's list of series.
    let mut labels = Vec::new();
    let mut count = 0;
    for series in &lines.series {
        let Pieces { line, lone, ends_alone } = pieces(series, lines);
        labels.push((count, series, !ends_alone));
        chart = chart.series(stroke(series, line, theme));
        count += 1;
        if !lone.is_empty() {
            chart = chart.series(dots(series, lone, theme));
            count += 1;
        }
    }
    let mut option = merged(&chart, spec, layout, lines.y.style, theme);
    let Marks::Lines(marks) = &layout.marks else { return option };
    for (at, series, ends) in labels {
        let said = if lines.series.len() > 1 { format!("{{a}} {}", series.end) } else { series.end.clone() };
        // Where the box is narrow the names stand in the key.
        let show = ends && !marks.labels.is_empty();
        let color = theme.colour(Paint::Series(series.slot));
        let words = Words { show, formatter: &said, color, font_weight: 600, distance: 12.0 };
        let label = EndLabel { end_label: words, label_layout: Shift { move_overlap: "shiftY" }, z: 3 };
        merge_into(&mut option, "series", at, &label);
    }
    let rules = rules(lines, &marks.events, layout.plot.y, theme);
    merge_into(&mut option, "series", 0, &RuledSeries { mark_line: rules });
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
    /// Whether the last point is one of those.
    ends_alone: bool,
}

fn pieces(series: &LineSeries, lines: &Lines) -> Pieces {
    let mut pieces = Pieces::default();
    let unit = unit(lines);
    let points: Vec<(i32, f64)> = visible(series, lines).collect();
    let runs = points.chunk_by(|a, b| a.0 + 1 == b.0);
    for run in runs {
        pieces.ends_alone = run.len() == 1;
        let point =
            |(day, value): &(i32, f64)| pair(f64::from(*day) * unit, Some(rounded(*value, lines.y.style)));
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

/// A rule without words.
const SILENT: RuleWords = RuleWords { show: false, distance: 0.0, align: "left" };

/// Events across the plot, and the baseline.
fn rules<'a>(lines: &'a Lines, places: &[EventPlace], top: f64, theme: Theme) -> MarkLine<'a> {
    let unit = unit(lines);
    let across = places.iter().filter(|place| place.y.is_none());
    let events = across.map(|place| {
        let event = &lines.events[place.event];
        // The SVG's rows of words above the plot.
        let words = |(left, middle): (f64, f64)| RuleWords {
            show: true,
            distance: top - middle - LINE / 2.0,
            align: if left < place.x { "right" } else { "left" },
        };
        let label = place.text.map_or(SILENT, words);
        Rule { name: &event.label, x_axis: Some(f64::from(event.day) * unit), y_axis: None, label }
    });
    let factor = factor(lines.y.style);
    let baseline = lines.baseline.map(|value| Rule {
        name: "",
        x_axis: None,
        y_axis: Some(value * factor),
        label: SILENT,
    });
    MarkLine {
        silent: true,
        symbol: "none",
        line_style: Stroke { color: theme.colour(Paint::Faint), kind: "dotted" },
        label: Words {
            show: true,
            formatter: "{b}",
            color: theme.colour(Paint::Muted),
            font_weight: 400,
            distance: 4.0,
        },
        data: events.chain(baseline).collect(),
    }
}
