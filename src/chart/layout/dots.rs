//! Dots with labels, wherever they stand.

use super::{FONT, LINE, Rect};
use crate::chart::label::beside;
use crate::chart::measure::{bold_width, fitted};

/// A dot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DotPlace {
    /// Position of the dot in the spec.
    pub dot: usize,
    /// Centre across.
    pub x: f64,
    /// Centre up.
    pub y: f64,
    /// Radius.
    pub radius: f64,
}

/// The label of a dot.
#[derive(Debug, Clone, PartialEq)]
pub struct DotLabel {
    /// Position of the dot in the spec.
    pub dot: usize,
    /// Left edge of the text.
    pub x: f64,
    /// Middle of the text.
    pub y: f64,
    /// The name, cut to the room there is.
    pub text: String,
}

/// How much nearer to its own dot than to any other a label has to be.
const OWNED: f64 = 2.0;

/// Labels as many of `order` (most important first) as find room beside their dots, up to `most`.
/// No label lies on a dot or on another label, and each is clearly nearest to its own dot. The first
/// `sure` have a label in any case: in a crowd it lies on other dots or farther off, and on other labels
/// only where all of these places are taken.
pub fn labelled<'a>(
    dots: &[DotPlace],
    order: impl Iterator<Item = (usize, &'a str)>,
    frame: Rect,
    mut taken: Vec<Rect>,
    (sure, most): (usize, usize),
) -> Vec<DotLabel> {
    let mut labels = Vec::new();
    let order: Vec<(usize, &str)> = order.collect();
    let asked_for: Vec<usize> = order.iter().take(sure).map(|(at, _)| *at).collect();
    for (position, (at, name)) in order.into_iter().enumerate() {
        if labels.len() == most {
            break;
        }
        let Some(dot) = dots.iter().find(|dot| dot.dot == at) else { continue };
        let text = fitted(name, (frame.width * 0.3).min(150.0), |text| bold_width(text, FONT));
        let size = (bold_width(&text, FONT), LINE - 3.0);
        let free = |place: &Rect| {
            let near = place.distance(dot.x, dot.y) + OWNED;
            let owned = |other: &DotPlace| {
                other.dot == at || place.distance(other.x, other.y) > near.max(other.radius)
            };
            !taken.iter().any(|other| other.meets(place)) && dots.iter().all(owned)
        };
        let asked = position < sure;
        let unlabelled = |place: &Rect| asked && !taken.iter().any(|other| other.meets(place));
        // Of the dots, those that were asked for are covered last.
        let uncovering = |place: &Rect| {
            let mut others = dots.iter().filter(|other| other.dot != at && asked_for.contains(&other.dot));
            unlabelled(place) && others.all(|other| place.distance(other.x, other.y) > other.radius)
        };
        let at_dot = (dot.x, dot.y);
        let farther = [0.0, 8.0, 16.0, 24.0].map(|more| dot.radius + more);
        let place = beside(at_dot, dot.radius, size, &frame, free)
            .or_else(|| farther.into_iter().find_map(|away| beside(at_dot, away, size, &frame, uncovering)))
            .or_else(|| farther.into_iter().find_map(|away| beside(at_dot, away, size, &frame, unlabelled)))
            .or_else(|| beside(at_dot, dot.radius, size, &frame, |_: &Rect| asked));
        if let Some(place) = place {
            taken.push(Rect { x: place.x - 3.0, width: place.width + 6.0, ..place });
            labels.push(DotLabel { dot: at, x: place.x, y: place.y + place.height / 2.0, text });
        }
    }
    labels
}
