//! Events: rules across the plot with words above it, and marks on lines.

use super::{FONT, LINE, Rect};
use crate::chart::measure::width;
use crate::chart::rules::numbered;
use crate::chart::scale::Scale;
use crate::chart::spec::{EventMark, Lines};
use crate::chart::visible::visible;
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
    /// The number of a rule in the list under the chart; 0 for what is no rule.
    pub number: usize,
    /// Where the number stands, when there is room: its centre and middle.
    pub number_at: Option<(f64, f64)>,
    /// Where its words stand, when they fit: left edge and middle.
    pub text: Option<(f64, f64)>,
}

/// Finds the place of every event inside the span, earliest first.
pub(super) fn events(spec: &Lines, plot: Rect, x: &Scale, y: &Scale) -> Vec<EventPlace> {
    let inside = |event: &EventMark| event.day >= spec.span.0 && event.day <= spec.span.1;
    let mut days: Vec<usize> = (0..spec.events.len()).filter(|at| inside(&spec.events[*at])).collect();
    sort(&mut days, &|a, b| spec.events[a].day.cmp(&spec.events[b].day));
    let rules = numbered(spec);
    let mut taken: Vec<Rect> = Vec::new();
    let place = |at: usize| {
        let event = &spec.events[at];
        let across = x.position(f64::from(event.day));
        let up = event.series.and_then(|series| spec.series.get(series)).map(|series| {
            let before = visible(series, spec).take_while(|(day, _)| *day <= event.day).last();
            before.map_or(plot.bottom(), |(_, value)| y.position(value))
        });
        let number = rules.iter().position(|rule| *rule == at).map_or(0, |position| position + 1);
        EventPlace { event: at, x: across, y: up, number, number_at: None, text: None }
    };
    let mut places: Vec<EventPlace> = days.into_iter().map(place).collect();
    // Numbers first: whoever has one can be looked up.
    for place in places.iter_mut().filter(|place| place.number > 0) {
        place.number_at = number_above(place.x, place.number, plot, &mut taken);
    }
    for place in &mut places {
        if let Some((_, middle)) = place.number_at {
            let half = width(&place.number.to_string(), FONT) / 2.0;
            let label = &spec.events[place.event].label;
            place.text = words_beside((place.x, middle), half + 5.0, label, plot, &mut taken);
        }
    }
    // Words beside some numbers only would seem to be all that happened.
    if places.iter().any(|place| place.number > 0 && place.text.is_none()) {
        places.iter_mut().for_each(|place| place.text = None);
    }
    places
}

/// A place for a number over its rule, in the lower of the two rows above the plot or the upper one.
fn number_above(x: f64, number: usize, plot: Rect, taken: &mut Vec<Rect>) -> Option<(f64, f64)> {
    let half = width(&number.to_string(), FONT) / 2.0;
    let rows = [plot.y - LINE * 0.5 - 2.0, plot.y - LINE * 1.5 - 2.0];
    rows.into_iter().find_map(|middle| {
        let place = box_of(x - half, 2.0 * half, middle, 2.0);
        let free = !taken.iter().any(|other| other.meets(&place));
        free.then(|| {
            taken.push(place);
            (x, middle)
        })
    })
}

/// A place for words beside their number, on its right or on its left.
fn words_beside(
    (x, middle): (f64, f64),
    away: f64,
    words: &str,
    plot: Rect,
    taken: &mut Vec<Rect>,
) -> Option<(f64, f64)> {
    let width = width(words, FONT);
    let left = [x + away, x - away - width].into_iter().find(|left| {
        let place = box_of(*left, width, middle, 4.0);
        let own = |other: &Rect| other.x < x && x < other.right();
        *left >= 0.0
            && left + width <= plot.right()
            && !taken.iter().any(|other| other.meets(&place) && !own(other))
    })?;
    taken.push(box_of(left, width, middle, 4.0));
    Some((left, middle))
}

fn box_of(left: f64, width: f64, middle: f64, pad: f64) -> Rect {
    Rect { x: left - pad, y: middle - LINE / 2.0, width: width + 2.0 * pad, height: LINE - 1.0 }
}
