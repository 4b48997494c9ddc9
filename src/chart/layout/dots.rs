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

/// Labels as many of `order` (most important first) as find room beside their dots, up to `most`;
/// no label lies on a dot or on another label.
pub fn labelled<'a>(
    dots: &[DotPlace],
    order: impl Iterator<Item = (usize, &'a str)>,
    frame: Rect,
    mut taken: Vec<Rect>,
    most: usize,
) -> Vec<DotLabel> {
    taken.extend(dots.iter().map(|dot| {
        let edge = dot.radius + 0.5;
        Rect { x: dot.x - edge, y: dot.y - edge, width: edge * 2.0, height: edge * 2.0 }
    }));
    let mut labels = Vec::new();
    for (at, name) in order {
        if labels.len() == most {
            break;
        }
        let Some(dot) = dots.iter().find(|dot| dot.dot == at) else { continue };
        let text = fitted(name, (frame.width * 0.3).min(150.0), |text| bold_width(text, FONT));
        let size = (bold_width(&text, FONT), LINE - 3.0);
        if let Some(place) = beside((dot.x, dot.y), dot.radius, size, &frame, &taken) {
            taken.push(Rect { x: place.x - 3.0, width: place.width + 6.0, ..place });
            labels.push(DotLabel { dot: at, x: place.x, y: place.y + place.height / 2.0, text });
        }
    }
    labels
}
