//! What charming has no words for, as small structs of ours that are merged into its option.

use charming::Chart;
use serde::Serialize;
use serde_json::{Map, Value};

use super::factor;
use crate::chart::layout::{FONT, Layout};
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::{ChartSpec, ScaleKind};
use crate::chart::svg::SANS;
use crate::registry::Style;

/// For the whole option.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Root<'a> {
    #[serde(rename = "useUTC")]
    use_utc: bool,
    text_style: Text<'a>,
    tooltip: Tooltip<'a>,
    grid: [Bounds<'a>; 1],
    aria: Aria<'a>,
    x_axis: Across<'a>,
    y_axis: Up<'a>,
}

/// The SVG's ticks on the axis that does not zoom, and its title where the SVG has it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Up<'a> {
    axis_label: Ticks,
    axis_tick: Ticks,
    name: &'a str,
    name_location: &'a str,
    name_gap: f64,
    name_text_style: Title<'a>,
}

#[derive(Serialize, Clone)]
#[serde(rename_all = "camelCase")]
struct Ticks {
    custom_values: Vec<f64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Title<'a> {
    align: &'a str,
    vertical_align: &'a str,
    padding: [f64; 4],
    color: &'a str,
}

/// charming's axis line takes the colours of a gauge only.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Across<'a> {
    axis_line: AxisLine<'a>,
    name: &'a str,
    name_location: &'a str,
    name_gap: f64,
    name_text_style: Title<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AxisLine<'a> {
    line_style: Stroke<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Text<'a> {
    font_family: &'a str,
    color: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Edges {
    x_axis: Inner,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Inner {
    axis_label: NoEdges,
}

/// No words at the two ends of an axis.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct NoEdges {
    show_min_label: bool,
    show_max_label: bool,
}

/// Rich text instead of HTML, and never outside the chart's box.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Tooltip<'a> {
    render_mode: &'a str,
    confine: bool,
    transition_duration: f64,
    text_style: Text<'a>,
}

/// ECharts 6 moves axes to make room for their labels unless it is told not to.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bounds<'a> {
    outer_bounds_mode: &'a str,
}

#[derive(Serialize)]
struct Aria<'a> {
    label: Description<'a>,
}

#[derive(Serialize)]
struct Description<'a> {
    description: &'a str,
}

/// Rules across a plot.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MarkLine<'a> {
    /// Pointers pass through.
    pub silent: bool,
    /// No arrows.
    pub symbol: &'a str,
    /// The look of the rules.
    pub line_style: Stroke<'a>,
    /// They have no words.
    pub label: Silent,
    /// The rules.
    pub data: Vec<Rule>,
}

/// A stroke.
#[derive(Serialize)]
pub struct Stroke<'a> {
    /// Its colour.
    pub color: &'a str,
    /// `solid`, `dashed` or `dotted`.
    #[serde(rename = "type")]
    pub kind: &'a str,
}

/// A label that is not drawn.
#[derive(Serialize)]
pub struct Silent {
    /// Whether it is.
    pub show: bool,
}

/// One rule, on either axis.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// Upright, at this x.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x_axis: Option<f64>,
    /// Level, at this y.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub y_axis: Option<f64>,
}

/// The option with what every chart needs beside charming's words.
pub fn merged(chart: &Chart, spec: &ChartSpec, layout: &Layout, style: Style, theme: Theme) -> Value {
    let text = || Text { font_family: SANS, color: theme.colour(Paint::Ink) };
    let root = Root {
        use_utc: true,
        text_style: text(),
        tooltip: Tooltip {
            render_mode: "richText",
            confine: true,
            transition_duration: 0.0,
            text_style: text(),
        },
        grid: [Bounds { outer_bounds_mode: "none" }],
        aria: Aria { label: Description { description: &spec.summary } },
        x_axis: across(layout, theme),
        y_axis: up(layout, style, theme),
    };
    let mut option = value(chart);
    merge(&mut option, value(&root));
    // A log axis ends where its data do, and ECharts would print that number in full.
    if layout.x.scale.kind() == ScaleKind::Log {
        merge(&mut option, value(&Edges { x_axis: Inner { axis_label: NoEdges::default() } }));
    }
    option
}

fn across(layout: &Layout, theme: Theme) -> Across<'_> {
    // Under the ticks' words, ending where the plot ends.
    let down = layout.x.title_at.1 - layout.plot.bottom() - FONT / 2.0;
    Across {
        axis_line: AxisLine { line_style: Stroke { color: theme.colour(Paint::Rule), kind: "solid" } },
        name: &layout.x.title,
        name_location: "end",
        name_gap: 0.0,
        name_text_style: title("right", "top", [down, 0.0, 0.0, 0.0], theme),
    }
}

fn up(layout: &Layout, style: Style, theme: Theme) -> Up<'_> {
    let ticks = layout.y.ticks.iter().map(|tick| tick.value * factor(style));
    let ticks = Ticks { custom_values: ticks.collect() };
    let gap = layout.plot.y - layout.y.title_at.1 - FONT / 2.0;
    Up {
        axis_label: ticks.clone(),
        axis_tick: ticks,
        name: &layout.y.title,
        name_location: "end",
        name_gap: gap,
        name_text_style: title("left", "bottom", [0.0, 0.0, 0.0, -layout.plot.x], theme),
    }
}

fn title<'a>(align: &'a str, vertical_align: &'a str, padding: [f64; 4], theme: Theme) -> Title<'a> {
    Title { align, vertical_align, padding, color: theme.colour(Paint::Muted) }
}

/// Merges `part` into the entry `index` of the list `name`.
pub fn merge_into(option: &mut Value, name: &str, index: usize, part: &impl Serialize) {
    if let Some(entry) = option.get_mut(name).and_then(|list| list.get_mut(index)) {
        merge(entry, value(part));
    }
}

fn value(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_else(|_| Value::Object(Map::new()))
}

/// Objects are joined entry by entry, lists place by place; anything else is replaced.
fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (name, part) in from {
                merge(into.entry(name).or_insert(Value::Null), part);
            }
        }
        (Value::Array(into), Value::Array(from)) => {
            let mut from = from.into_iter();
            for (into, from) in into.iter_mut().zip(from.by_ref()) {
                merge(into, from);
            }
            into.extend(from);
        }
        (into, from) => *into = from,
    }
}
