//! Events: rules across the plot with words above it, and marks on lines.

use super::lines::visible;
use super::{FONT, LINE, Rect};
use crate::chart::measure::width;
use crate::chart::scale::Scale;
use crate::chart::spec::{EventMark, Lines};
use crate::compute::order::sort;

/// An event in the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct EventPlace {
    /// Position of the event in the spec.
    pub event: usize,
    /// Across.
    pub x: f64,
    /// On its line; `None` for a rule across the plot.
    pub y: Option<f64>,
    /// Where its words stand, when they fit: left edge and middle.
    pub text: Option<(f64, f64)>,
}

/// Finds the place of every event inside the span, earliest first.
pub(super) fn events(spec: &Lines, plot: Rect, x: &Scale, y: &Scale) -> Vec<EventPlace> {
    let inside = |event: &EventMark| event.day >= spec.span.0 && event.day <= spec.span.1;
    let mut days: Vec<usize> = (0..spec.events.len()).filter(|at| inside(&spec.events[*at])).collect();
    sort(&mut days, &|a, b| spec.events[a].day.cmp(&spec.events[b].day));
    let mut taken: Vec<Rect> = Vec::new();
    let place = |at: usize| {
        let event = &spec.events[at];
        let across = x.position(f64::from(event.day));
        match event.series.and_then(|series| spec.series.get(series)) {
            Some(series) => {
                let before = visible(series, spec).take_while(|(day, _)| *day <= event.day).last();
                let up = before.map_or(plot.bottom(), |(_, value)| y.position(value));
                EventPlace { event: at, x: across, y: Some(up), text: None }
            }
            None => {
                let text = words_above(across, &event.label, plot, &mut taken);
                EventPlace { event: at, x: across, y: None, text }
            }
        }
    };
    days.into_iter().map(place).collect()
}

/// A place for words in one of the two rows above the plot, beginning at `x` or ending there.
fn words_above(x: f64, words: &str, plot: Rect, taken: &mut Vec<Rect>) -> Option<(f64, f64)> {
    let width = width(words, FONT);
    let starts = [x, x - width];
    let rows = [plot.y - LINE * 1.5 - 2.0, plot.y - LINE * 0.5 - 2.0];
    let places = rows.into_iter().flat_map(|y| starts.into_iter().map(move |x| (x, y)));
    for (left, middle) in places {
        let place = Rect { x: left - 4.0, y: middle - LINE / 2.0, width: width + 8.0, height: LINE - 1.0 };
        if left >= 0.0 && left + width <= plot.right() && !taken.iter().any(|other| other.meets(&place)) {
            taken.push(place);
            return Some((left, middle));
        }
    }
    None
}
