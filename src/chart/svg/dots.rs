//! Dots and their labels.

use super::frame::MIDDLE;
use super::pen::Pen;
use crate::chart::layout::DotLabel;
use crate::chart::palette::{Paint, Theme};

/// A name in semibold with a ground of paper behind its letters, so that grid lines do not cross it.
pub fn label(pen: &mut Pen, label: &DotLabel, colour: Paint, theme: Theme) {
    pen.raw("<text").at("x", label.x).at("y", label.y + MIDDLE).attribute("fill", theme.colour(colour));
    pen.raw(">\u{2068}").text(&label.text).raw("\u{2069}</text>");
}

/// Opens the group of labels.
pub fn labels(pen: &mut Pen, theme: Theme) {
    pen.raw("<g class=\"labels\" font-weight=\"600\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
    pen.attribute("stroke", theme.colour(Paint::Paper)).raw(">");
}
