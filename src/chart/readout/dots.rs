//! What a dot says, and which dot is next.

use super::{Asked, Step};
use crate::chart::layout::{DotPlace, Layout, Marks};
use crate::chart::number::with_unit;
use crate::chart::spec::{Axis, ChartSpec, Plot};
use crate::chart::twin::lane_name;

/// A dot's words.
#[derive(Debug, Clone, PartialEq)]
pub struct DotReadout {
    /// Position of the dot in the spec.
    pub dot: usize,
    /// Its centre across.
    pub x: f64,
    /// Its centre up.
    pub y: f64,
    /// The subnet, such as `64.r1`; empty for a point of a curve.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its values.
    pub values: Vec<DotValue>,
}

/// One value of a dot.
#[derive(Debug, Clone, PartialEq)]
pub struct DotValue {
    /// What is measured.
    pub label: String,
    /// The number with its unit.
    pub text: String,
    /// What its card is asked by; `None` for what is no number of a subnet.
    pub asked: Option<Asked>,
}

impl Layout {
    /// The words of a dot, by position in the spec.
    pub fn dot(&self, spec: &ChartSpec, dot: usize) -> Option<DotReadout> {
        let place = self.dots().iter().find(|place| place.dot == dot)?;
        let value = |id: &str, axis: &Axis, value: f64| DotValue {
            label: axis.label.clone(),
            text: with_unit(value, axis.style, &axis.unit),
            asked: (!id.is_empty()).then(|| Asked::Row(id.to_owned(), axis.metric.clone())),
        };
        let (id, name, values) = match &spec.plot {
            Plot::Scatter(scatter) => {
                let point = scatter.points.get(dot)?;
                let values =
                    vec![value(&point.id, &scatter.x, point.x), value(&point.id, &scatter.y, point.y)];
                (point.id.clone(), point.label.clone(), values)
            }
            Plot::Curve(curve) => {
                let mark = curve.marks.get(dot)?;
                let values = vec![value("", &curve.x, mark.x), value("", &curve.y, mark.y)];
                (String::new(), mark.label.clone(), values)
            }
            Plot::Lanes(lanes) => {
                let dot = lanes.dots.get(dot)?;
                let lane = lane_name(lanes, dot.lane);
                let shipped = DotValue { label: "Shipped".to_owned(), text: lane, asked: None };
                let values = vec![value(&dot.id, &lanes.x, dot.x), shipped];
                (dot.id.clone(), dot.label.clone(), values)
            }
            Plot::Bars(bars) => {
                let bar = bars.bars.get(dot)?;
                let asked = match bar.at {
                    Some(at) => Asked::Day(bar.id.clone(), at),
                    None => Asked::Row(bar.id.clone(), bars.x.metric.clone()),
                };
                let value =
                    DotValue { label: bars.x.label.clone(), text: bar.text.clone(), asked: Some(asked) };
                (bar.id.clone(), bar.label.clone(), vec![value])
            }
            Plot::Lines(_) | Plot::Spark(_) => return None,
        };
        Some(DotReadout { dot, x: place.x, y: place.y, id, name, values })
    }

    /// The dot nearest to a point, by position in the spec, and where it stands;
    /// `None` when none is within 24 pixels. A bar is as near as its row, from its name to its value.
    pub fn nearest_dot(&self, x: f64, y: f64) -> Option<(usize, f64, f64)> {
        const REACH: f64 = 24.0;
        let bars = matches!(self.marks, Marks::Bars(_));
        let far = |dot: &&DotPlace| if bars { (dot.y - y).abs() } else { (dot.x - x).hypot(dot.y - y) };
        let nearest = self.dots().iter().min_by(|a, b| far(a).total_cmp(&far(b)));
        nearest.filter(|dot| far(dot) <= REACH).map(|dot| (dot.dot, dot.x, dot.y))
    }

    /// The dot that a key leads to: back and on go through all of them from left to right, up and
    /// down to the nearest that is higher or lower, and no farther across than up.
    pub(super) fn next_dot(&self, now: Option<usize>, step: Step) -> Option<usize> {
        let dots = self.dots();
        let before = |a: &DotPlace, b: &DotPlace| {
            a.x.total_cmp(&b.x).then(b.y.total_cmp(&a.y)).then(a.dot.cmp(&b.dot)).is_lt()
        };
        let leftmost = |keep: &dyn Fn(&DotPlace) -> bool| {
            dots.iter().filter(|dot| keep(dot)).reduce(|a, b| if before(b, a) { b } else { a })
        };
        let rightmost = |keep: &dyn Fn(&DotPlace) -> bool| {
            dots.iter().filter(|dot| keep(dot)).reduce(|a, b| if before(a, b) { b } else { a })
        };
        let Some(now) = now.and_then(|now| dots.iter().find(|dot| dot.dot == now)) else {
            let last = matches!(step, Step::Back | Step::Up | Step::Last);
            return if last { rightmost(&|_| true) } else { leftmost(&|_| true) }.map(|dot| dot.dot);
        };
        let upright = |sign: f64| {
            let far = |dot: &&DotPlace| (dot.x - now.x).hypot(dot.y - now.y);
            let ahead = dots.iter().filter(|dot| {
                let rise = (now.y - dot.y) * sign;
                rise > 0.5 && (dot.x - now.x).abs() <= rise
            });
            ahead.min_by(|a, b| far(a).total_cmp(&far(b)))
        };
        let next = match step {
            Step::On => leftmost(&|dot| before(now, dot)),
            Step::Back => rightmost(&|dot| before(dot, now)),
            Step::First => leftmost(&|_| true),
            Step::Last => rightmost(&|_| true),
            Step::Up => upright(1.0),
            Step::Down => upright(-1.0),
        };
        Some(next.unwrap_or(now).dot)
    }

    fn dots(&self) -> &[DotPlace] {
        match &self.marks {
            Marks::Scatter(scatter) | Marks::Curve(scatter) => &scatter.dots,
            Marks::Lanes(lanes) => &lanes.dots,
            Marks::Bars(bars) => &bars.ends,
            Marks::Lines(_) | Marks::Bare => &[],
        }
    }
}
