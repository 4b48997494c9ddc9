//! Lines: labels at their ends, or in a key above the plot where the box is narrow.

use super::axis::{self, number_axis, time_axis};
use super::events::{EventPlace, events};
use super::{FONT, LINE, Layout, Marks, NARROW, Rect, Size};
use crate::chart::label::spread;
use crate::chart::measure::{bold_width, fitted, width};
use crate::chart::scale::Scale;
use crate::chart::spec::{LineSeries, Lines, ScaleKind};
use crate::chart::visible::{inside, visible};
use crate::compute::order::sort;

/// What stands beside the lines.
#[derive(Debug, Clone, PartialEq)]
pub struct LinesLayout {
    /// Labels at the line ends, one for each line that has a value; empty when there is a key.
    pub labels: Vec<EndLabel>,
    /// The key; empty when there are labels.
    pub key: Vec<KeyItem>,
    /// Events.
    pub events: Vec<EventPlace>,
    /// The last point of each line that has one.
    pub ends: Vec<Option<(f64, f64)>>,
}

/// A label at the end of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct EndLabel {
    /// Position of the line in the spec.
    pub series: usize,
    /// Left edge of the text.
    pub x: f64,
    /// Middle of the text.
    pub y: f64,
    /// The name, cut to the room there is.
    pub name: String,
    /// The last value in words.
    pub value: String,
    /// Whether the label stands away from its line's end, so that a leader joins them.
    pub leader: bool,
}

/// An entry of the key.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyItem {
    /// Position of the line in the spec.
    pub series: usize,
    /// Left edge of the mark.
    pub x: f64,
    /// Middle of the text.
    pub y: f64,
    /// The name, cut to the room there is.
    pub name: String,
    /// The last value in words.
    pub value: String,
}

/// Room between a line's end and its label; the end's mark stands in it.
const LABEL_GAP: f64 = 12.0;

pub(super) fn layout(spec: &Lines, size: Size) -> Layout {
    let shown: Vec<usize> =
        (0..spec.series.len()).filter(|at| last_point(&spec.series[*at], spec).is_some()).collect();
    let keyed = size.width < NARROW && shown.len() > 1;
    let names: Vec<String> = spec.series.iter().map(|series| name_of(series, size)).collect();
    let values: Vec<String> =
        spec.series.iter().map(|series| fitted(&series.end, 110.0, |text| width(text, FONT))).collect();
    let words: Words = (&names, &values);
    let inside = size.width < NARROW && shown.len() == 1;
    let mut key = if keyed { key_of(&shown, words, size.width) } else { Vec::new() };
    let key_height = key.last().map_or(0.0, |item| item.y + LINE / 2.0 + 6.0);
    let days = spec.span.0..=spec.span.1;
    let rules = spec.events.iter().any(|event| event.series.is_none() && days.contains(&event.day));
    let titled = !spec.y.unit.is_empty() || spec.y.scale == ScaleKind::Log;
    let top = key_height + if titled { LINE + 10.0 } else { 8.0 } + if rules { 2.0 * LINE } else { 0.0 };
    let bottom = size.height - 2.0 * LINE - 6.0;
    let extent = extent(spec);
    let count = ((bottom - top) / 64.0).clamp(2.0, 6.0) as usize;
    let mut y = number_axis(&spec.y, extent, count, (bottom, top));
    y.title_at = (0.0, key_height + LINE / 2.0);
    let left = y.text_width() + 8.0;
    let unlabelled = Rect::between(left, top, size.width - 10.0, bottom);
    let room = if keyed || inside { 0.0 } else { label_room(&shown, words) };
    // Where the lines end long before the days do, their labels have room beside them.
    let within = room <= unlabelled.width * after_last(spec, &shown);
    let plot = if within { unlabelled } else { Rect::between(left, top, size.width - room, bottom) };
    let mut x = time_axis(spec.time, spec.span, (plot.x, plot.right()));
    x.title_at = (plot.right(), bottom + LINE * 1.5 + 4.0);
    if shown.is_empty() {
        // Ticks without anything to measure would be made up.
        x.ticks.clear();
        y.ticks.clear();
    }
    let ends: Vec<_> = spec
        .series
        .iter()
        .map(|series| {
            last_point(series, spec)
                .map(|(day, value)| (x.scale.position(f64::from(day)), y.scale.position(value)))
        })
        .collect();
    let labels = match (keyed, inside) {
        (true, _) => Vec::new(),
        (_, true) => label_inside(spec, &shown, words, plot, &x.scale, &y.scale),
        _ => end_labels(&shown, words, &ends, plot, within),
    };
    // The key reads from the top line to the lowest.
    order_by_height(&mut key, &ends, words, size.width);
    let events = events(spec, plot, &x.scale, &y.scale);
    Layout { size, plot, x, y, marks: Marks::Lines(LinesLayout { labels, key, events, ends }) }
}

/// Smallest and largest number that is shown.
fn extent(spec: &Lines) -> Option<(f64, f64)> {
    // A plain loop: it looks at every value of the chart, and adapters are calls that nobody inlines.
    let log = spec.y.scale == ScaleKind::Log;
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for series in &spec.series {
        for value in inside(series, spec).1 {
            if let Some(value) = *value
                && value.is_finite()
                && (!log || value > 0.0)
            {
                if value < low {
                    low = value;
                }
                if value > high {
                    high = value;
                }
            }
        }
    }
    let ends = [low, high].into_iter().filter(|end| end.is_finite()).chain(spec.baseline);
    axis::extent(spec.y.scale, ends)
}

fn last_point(series: &LineSeries, lines: &Lines) -> Option<(i32, f64)> {
    visible(series, lines).next_back()
}

/// The part of the span that lies after the last value of all lines.
fn after_last(spec: &Lines, shown: &[usize]) -> f64 {
    let last = shown.iter().filter_map(|at| Some(last_point(&spec.series[*at], spec)?.0)).max();
    let days = |from: i32, to: i32| f64::from(to.saturating_sub(from));
    last.map_or(0.0, |last| days(last, spec.span.1) / days(spec.span.0, spec.span.1).max(1.0))
}

fn name_of(series: &LineSeries, size: Size) -> String {
    fitted(&series.label, (size.width * 0.2).clamp(84.0, 170.0), |text| bold_width(text, FONT))
}

fn text_width(name: &str, value: &str) -> f64 {
    let space = if name.is_empty() { 0.0 } else { FONT * 0.4 };
    bold_width(name, FONT) + space + width(value, FONT)
}

/// Names and last values of all lines, cut to the room there is.
type Words<'a> = (&'a [String], &'a [String]);

fn label_room(shown: &[usize], (names, values): Words) -> f64 {
    let widest = shown.iter().map(|at| text_width(&names[*at], &values[*at])).fold(0.0, f64::max);
    widest + LABEL_GAP + 4.0
}

fn end_labels(
    shown: &[usize],
    (names, values): Words,
    ends: &[Option<(f64, f64)>],
    plot: Rect,
    within: bool,
) -> Vec<EndLabel> {
    let ends: Vec<(usize, (f64, f64))> = shown.iter().filter_map(|at| Some((*at, ends[*at]?))).collect();
    let wanted: Vec<f64> = ends.iter().map(|(_, (_, y))| *y).collect();
    let centres = spread(&wanted, LINE, plot.y - LINE / 2.0, plot.bottom() + LINE / 2.0);
    // Right of the plot, or of the line that goes on longest.
    let last = ends.iter().map(|(_, (x, _))| *x).fold(plot.x, f64::max);
    let edge = if within { last } else { plot.right() };
    let place = |((at, (x, y)), centre): ((usize, (f64, f64)), f64)| EndLabel {
        series: at,
        x: edge + LABEL_GAP,
        y: centre,
        name: names[at].clone(),
        value: values[at].clone(),
        leader: (centre - y).abs() > 4.0 || edge - x > 8.0,
    };
    ends.into_iter().zip(centres).map(place).collect()
}

/// The label of a single line in a narrow box: left of the line's end, above it or below it,
/// whichever is first free of the line.
fn label_inside(
    spec: &Lines,
    shown: &[usize],
    (names, values): Words,
    plot: Rect,
    x: &Scale,
    y: &Scale,
) -> Vec<EndLabel> {
    let label = |at: &usize| {
        let end = last_point(&spec.series[*at], spec)?;
        let (across, up) = (x.position(f64::from(end.0)), y.position(end.1));
        let width = text_width(&names[*at], &values[*at]);
        let over = (across + 4.0 - width).max(plot.x);
        let places = [
            (across - 8.0 - width, up),
            (over, up - LINE * 0.9),
            (over, up + LINE * 0.9),
            (over, plot.y + LINE / 2.0),
        ];
        let free = |(left, middle): &(f64, f64)| {
            let place = Rect { x: left - 2.0, y: middle - LINE / 2.0, width: width + 4.0, height: LINE };
            let points = visible(&spec.series[*at], spec)
                .map(|(day, value)| (x.position(f64::from(day)), y.position(value)));
            place.x >= plot.x
                && place.y >= plot.y - LINE
                && place.bottom() <= plot.bottom()
                && points.filter(|(x, _)| *x < across - 1.0).all(|(x, y)| place.distance(x, y) > 2.0)
        };
        let (x, y) = places.into_iter().find(free).unwrap_or(places[1]);
        let (name, value) = (names[*at].clone(), values[*at].clone());
        Some(EndLabel { series: *at, x, y, name, value, leader: false })
    };
    shown.iter().filter_map(label).collect()
}

fn key_of(order: &[usize], (names, values): Words, room: f64) -> Vec<KeyItem> {
    const MARK: f64 = 14.0;
    const GAP: f64 = 14.0;
    let (mut x, mut y) = (0.0, LINE / 2.0);
    let mut key = Vec::with_capacity(order.len());
    for at in order {
        let (name, value) = (names[*at].clone(), values[*at].clone());
        let width = MARK + text_width(&name, &value);
        if x > 0.0 && x + width > room {
            (x, y) = (0.0, y + LINE + 2.0);
        }
        key.push(KeyItem { series: *at, x, y, name, value });
        x += width + GAP;
    }
    key
}

fn order_by_height(key: &mut Vec<KeyItem>, ends: &[Option<(f64, f64)>], words: Words, room: f64) {
    let height = |at: usize| ends[at].map_or(f64::INFINITY, |(_, y)| y);
    let mut order: Vec<usize> = key.iter().map(|item| item.series).collect();
    sort(&mut order, &|a, b| height(a).total_cmp(&height(b)));
    let rows = key.last().map_or(0.0, |item| item.y);
    let ordered = key_of(&order, words, room);
    // Another order can wrap into one row more than the plot left room for.
    if ordered.last().map_or(0.0, |item| item.y) <= rows {
        *key = ordered;
    }
}
