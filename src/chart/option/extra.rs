//! What charming has no words for, as small structs of ours that are merged into its option.

use charming::Chart;
use serde::Serialize;
use serde_json::{Map, Value};

use super::super::palette::{Paint, Theme};
use super::super::spec::ChartSpec;

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
}

/// charming's axis line takes the colours of a gauge only.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Across<'a> {
    axis_line: AxisLine<'a>,
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

/// A line's label at its end, moved off its neighbours.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EndLabel<'a> {
    /// The label.
    pub end_label: Words<'a>,
    /// How labels avoid each other.
    pub label_layout: Shift<'a>,
    /// Drawing order.
    pub z: i32,
}

/// Words in a colour.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Words<'a> {
    /// Whether it is drawn.
    pub show: bool,
    /// `{a}` is the name.
    pub formatter: &'a str,
    /// Its colour.
    pub color: &'a str,
    /// Its weight.
    pub font_weight: u16,
    /// Room before it.
    pub distance: f64,
}

/// How labels avoid each other.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Shift<'a> {
    /// Along which axis.
    pub move_overlap: &'a str,
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
    /// Their words.
    pub label: Words<'a>,
    /// The rules.
    pub data: Vec<Rule<'a>>,
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

/// One rule, on either axis.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule<'a> {
    /// Its words.
    pub name: &'a str,
    /// Upright, at this x.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x_axis: Option<f64>,
    /// Level, at this y.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub y_axis: Option<f64>,
}

/// The option with what every chart needs beside charming's words.
pub fn merged(chart: &Chart, spec: &ChartSpec, theme: Theme) -> Value {
    let text = || Text { font_family: super::super::svg::SANS, color: theme.colour(Paint::Ink) };
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
        x_axis: Across {
            axis_line: AxisLine { line_style: Stroke { color: theme.colour(Paint::Rule), kind: "solid" } },
        },
    };
    let mut option = value(chart);
    merge(&mut option, value(&root));
    option
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
