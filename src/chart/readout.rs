//! What lies under a pointer or a key: pure questions to a layout, so that the page only moves a
//! crosshair and a box.

mod dots;

use super::layout::Layout;
use super::number::with_unit;
use super::spec::{ChartSpec, EventMark, Lines, Plot, TimeAxis};
use crate::format;
use crate::model::Day;

pub use dots::{DotReadout, DotValue};

/// What a reader points at.
#[derive(Debug, Clone, PartialEq)]
pub enum Pointed {
    /// A day of lines.
    Day(Readout),
    /// A dot.
    Dot(DotReadout),
}

/// A number of a chart that a reader asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A metric of a subnet in the snapshot, both by id.
    Row(String, String),
    /// A subnet, by id, on a day or at an age.
    Day(String, i32),
}

/// Where a key leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the day or dot before.
    Back,
    /// To the day or dot after.
    On,
    /// To the dot above.
    Up,
    /// To the dot below.
    Down,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// The values of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Readout {
    /// The day, or the age in days.
    pub day: i32,
    /// Where the crosshair stands.
    pub x: f64,
    /// The day in words.
    pub when: String,
    /// One entry a line, in the spec's order.
    pub values: Vec<ReadoutValue>,
    /// What happened that day.
    pub events: Vec<String>,
}

/// One line's value on the day of a [`Readout`].
#[derive(Debug, Clone, PartialEq)]
pub struct ReadoutValue {
    /// Position of the line in the spec.
    pub series: usize,
    /// The number; `None` where the day was not measured.
    pub value: Option<f64>,
    /// Where it stands; `None` where it has no place.
    pub y: Option<f64>,
    /// The number with its unit, or the words for its absence.
    pub text: String,
    /// Whether a model made it.
    pub reconstructed: bool,
}

impl Layout {
    /// What lies nearest to a point of the drawing.
    pub fn pointed(&self, spec: &ChartSpec, x: f64, y: f64) -> Option<Pointed> {
        match &spec.plot {
            Plot::Lines(_) => self.nearest(spec, x).map(Pointed::Day),
            _ => self.dot(spec, self.nearest_dot(x, y)?.0).map(Pointed::Dot),
        }
    }

    /// What a key leads to; from nothing, back and up lead to the last and on and down to the first.
    /// `None` where the key means nothing here.
    pub fn stepped(&self, spec: &ChartSpec, now: Option<&Pointed>, step: Step) -> Option<Pointed> {
        let Some(lines) = lines(spec) else {
            let now = match now {
                Some(Pointed::Dot(dot)) => Some(dot.dot),
                _ => None,
            };
            return self.dot(spec, self.next_dot(now, step)?).map(Pointed::Dot);
        };
        let (first, last) = lines.span;
        let day = match (step, now) {
            (Step::First, _) | (Step::On, None) => self.step(spec, first.saturating_sub(1), true),
            (Step::Last, _) | (Step::Back, None) => self.step(spec, last.saturating_add(1), false),
            (Step::On, Some(Pointed::Day(now))) => self.step(spec, now.day, true),
            (Step::Back, Some(Pointed::Day(now))) => self.step(spec, now.day, false),
            _ => None,
        };
        day.map(Pointed::Day)
    }

    /// The day nearest to a position that any line has a value on or that something happened on, and
    /// all values of that day. `None` where the chart is no lines or shows no value.
    pub fn nearest(&self, spec: &ChartSpec, x: f64) -> Option<Readout> {
        let lines = lines(spec)?;
        let wanted =
            self.x.scale.invert(x).round().clamp(f64::from(lines.span.0), f64::from(lines.span.1)) as i32;
        // Among thousands of days the one of an event would hardly ever be met.
        let across = |event: &&EventMark| (self.x.scale.position(f64::from(event.day)) - x).abs();
        let events = lines.events.iter().filter(|event| is_inside(lines, event.day) && across(event) <= NEAR);
        if let Some(event) = events.min_by(|a, b| across(a).total_cmp(&across(b))) {
            return self.on_day(spec, event.day);
        }
        let farthest = lines.span.1.saturating_sub(lines.span.0);
        let day = (0..=farthest)
            .flat_map(|off| [wanted.saturating_sub(off), wanted.saturating_add(off)])
            .find(|day| is_stop(lines, *day))?;
        self.on_day(spec, day)
    }

    /// The next day with a value or an event after `day` (before it, for `forward` false); stays at the ends.
    pub fn step(&self, spec: &ChartSpec, day: i32, forward: bool) -> Option<Readout> {
        let lines = lines(spec)?;
        let (first, last) = lines.span;
        let found = if forward {
            (day.saturating_add(1).max(first)..=last).find(|day| is_stop(lines, *day))
        } else {
            (first..day.min(last.saturating_add(1))).rev().find(|day| is_stop(lines, *day))
        };
        self.on_day(spec, found.unwrap_or(day))
    }

    /// The values of a day.
    pub fn on_day(&self, spec: &ChartSpec, day: i32) -> Option<Readout> {
        let lines = lines(spec)?;
        let values = lines.series.iter().enumerate().map(|(series, line)| {
            let value = value_on(line.start, &line.values, day);
            ReadoutValue {
                series,
                value,
                y: value.filter(|value| self.y.scale.holds(*value)).map(|value| self.y.scale.position(value)),
                text: value.map_or_else(
                    || "not measured".to_owned(),
                    |value| with_unit(value, lines.y.style, &lines.y.unit),
                ),
                reconstructed: line.reconstructed.iter().any(|(from, to)| (*from..=*to).contains(&day)),
            }
        });
        let happened = lines.events.iter().filter(|event| event.day == day).map(|event| event.label.clone());
        let when = match lines.time {
            TimeAxis::Date => format::day(Day::from_epoch_days(day)),
            TimeAxis::Age => format!("day {day}"),
        };
        let x = self.x.scale.position(f64::from(day));
        Some(Readout { day, x, when, values: values.collect(), events: happened.collect() })
    }
}

fn lines(spec: &ChartSpec) -> Option<&Lines> {
    match &spec.plot {
        Plot::Lines(lines) => Some(lines),
        _ => None,
    }
}

fn value_on(start: i32, values: &[Option<f64>], day: i32) -> Option<f64> {
    values.get(usize::try_from(day.checked_sub(start)?).ok()?).copied().flatten()
}

/// How near a pointer is to an event that it means, in pixels.
const NEAR: f64 = 3.0;

fn is_inside(lines: &Lines, day: i32) -> bool {
    day >= lines.span.0 && day <= lines.span.1
}

/// A day that has something to read: a value, or an event, which may lie where nothing was measured.
fn is_stop(lines: &Lines, day: i32) -> bool {
    let has_value = || lines.series.iter().any(|line| value_on(line.start, &line.values, day).is_some());
    let happened = || lines.events.iter().any(|event| event.day == day);
    is_inside(lines, day) && (has_value() || happened())
}
