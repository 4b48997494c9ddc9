//! Two metrics against each other.

use super::axis::{self, AxisLayout, number_axis, part_axis};
use super::dots::{DotLabel, DotPlace, labelled};
use super::{FONT, LINE, Layout, Marks, NARROW, Rect, Size};
use crate::chart::measure::{bold_width, fitted};
use crate::chart::spec::{Axis, Curve, Field, Point, Scatter};
use crate::compute::order::sort;

/// What stands in a scatter.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterLayout {
    /// The dots that both scales can show.
    pub dots: Vec<DotPlace>,
    /// Labels of some of them.
    pub labels: Vec<DotLabel>,
}

pub(super) fn layout(spec: &Scatter, size: Size) -> Layout {
    let across = spec.points.iter().map(|point| point.x);
    let up = spec.points.iter().map(|point| point.y);
    // Room for the labels of the rightmost dots.
    let room = if size.width < NARROW { 24.0 } else { 52.0 };
    let mut layout = framed((&spec.x, &spec.y), across, up, spec.field, size, room);
    let holds = |point: &Point| layout.x.scale.holds(point.x) && layout.y.scale.holds(point.y);
    let place = |(dot, point): (usize, &Point)| DotPlace {
        dot,
        x: layout.x.scale.position(point.x),
        y: layout.y.scale.position(point.y),
        radius: if point.slot.is_some() { 5.0 } else { 4.0 },
    };
    let dots: Vec<DotPlace> = spec.shown().filter(|(_, point)| holds(point)).map(place).collect();
    let mut order: Vec<usize> = dots.iter().map(|dot| dot.dot).collect();
    let plain = |at: usize| spec.points[at].slot.is_none();
    sort(&mut order, &|a, b| plain(a).cmp(&plain(b)).then(spec.points[b].y.total_cmp(&spec.points[a].y)));
    let order = order.into_iter().map(|at| (at, spec.points[at].label.as_str()));
    let asked = dots.iter().filter(|dot| !plain(dot.dot)).count();
    let most = asked + if size.width < NARROW { 3 } else { 10 };
    let plot = layout.plot;
    let frame = Rect::between(plot.x, plot.y - LINE / 2.0, size.width, plot.bottom());
    let labels = labelled(&dots, order, frame, Vec::new(), (asked, most));
    layout.marks = Marks::Scatter(ScatterLayout { dots, labels });
    layout
}

/// The plot of a curve over two shares: its marks are the dots.
pub(super) fn curve(spec: &Curve, size: Size) -> Layout {
    let across = spec.points.iter().map(|point| point.0).chain([0.0, 1.0]);
    let up = spec.points.iter().map(|point| point.1).chain([0.0, 1.0]);
    let mut layout = framed((&spec.x, &spec.y), across, up, Field::default(), size, 14.0);
    let (x, y) = (layout.x.scale, layout.y.scale);
    let place = |(dot, mark): (usize, &crate::chart::spec::CurveMark)| DotPlace {
        dot,
        x: x.position(mark.x),
        y: y.position(mark.y),
        radius: 4.0,
    };
    let dots: Vec<DotPlace> = spec.marks.iter().enumerate().map(place).collect();
    let labels = above_left(spec, &dots, layout.plot);
    layout.marks = Marks::Curve(ScatterLayout { dots, labels });
    layout
}

/// Labels above and to the left of their points, where a curve that only rises and bends upwards
/// never is.
fn above_left(spec: &Curve, dots: &[DotPlace], plot: Rect) -> Vec<DotLabel> {
    let mut taken: Vec<Rect> = Vec::new();
    let label = |dot: &DotPlace| {
        let text = fitted(&spec.marks[dot.dot].label, plot.width * 0.8, |text| bold_width(text, FONT));
        let width = bold_width(&text, FONT);
        let mut place =
            Rect { x: (dot.x - 6.0 - width).max(plot.x), y: dot.y - 6.0 - LINE, width, height: LINE };
        while taken.iter().any(|other| other.meets(&place)) {
            place.y -= LINE;
        }
        taken.push(place);
        DotLabel { dot: dot.dot, x: place.x, y: place.y + LINE / 2.0, text }
    };
    dots.iter().map(label).collect()
}

fn framed(
    (across, up): (&Axis, &Axis),
    xs: impl Iterator<Item = f64>,
    ys: impl Iterator<Item = f64>,
    field: Field,
    size: Size,
    right: f64,
) -> Layout {
    let (top, bottom) = (LINE + 10.0, size.height - 2.0 * LINE - 10.0);
    let count = ((bottom - top) / 64.0).clamp(2.0, 6.0) as usize;
    let mut y = axis_of(up, field.y, axis::extent(up.scale, ys), count, (bottom, top));
    let plot = Rect::between(y.text_width() + 8.0, top, size.width - right, bottom);
    let count = (plot.width / 80.0).clamp(2.0, 8.0) as usize;
    let extent = axis::extent(across.scale, xs);
    let mut x = axis_of(across, field.x, extent, count, (plot.x, plot.right())).with_room();
    (y.title, y.title_at) = (titled(up, &y.title), (0.0, LINE / 2.0));
    (x.title, x.title_at) = (titled(across, &x.title), (plot.right(), bottom + 2.0 * LINE));
    Layout { size, plot, x, y, marks: Marks::Bare }
}

/// The axis over the part that is looked at, or over everything.
fn axis_of(
    axis: &Axis,
    part: Option<(f64, f64)>,
    extent: Option<(f64, f64)>,
    count: usize,
    range: (f64, f64),
) -> AxisLayout {
    match part {
        Some(part) => part_axis(axis, part, count, range),
        None => number_axis(axis, extent, count, range),
    }
}

fn titled(axis: &Axis, title: &str) -> String {
    if title.is_empty() { axis.label.clone() } else { [axis.label.as_str(), title].join(", ") }
}
