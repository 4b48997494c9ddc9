//! What every chart has around its marks: the document, the grid, the axes.

use super::pen::Pen;
use crate::chart::layout::{AxisLayout, FONT, LINE, Layout};
use crate::chart::measure::width;
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::ChartSpec;

/// Sans-serif faces for drawings that no page gives a font to.
pub const SANS: &str = "system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif";
/// Height of a digit as a part of the font size, halved: from a line's middle to its baseline.
pub const MIDDLE: f64 = FONT * 0.36;

/// Opens the document. `height` may be more than the layout's where words stand around the plot.
pub fn open(pen: &mut Pen, spec: &ChartSpec, kind: &str, (width, height): (f64, f64), theme: Theme) {
    pen.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart chart-")
        .raw(kind)
        .raw("\" role=\"img\"");
    pen.at("width", width).at("height", height);
    pen.raw(" viewBox=\"0 0 ").number(width).raw(" ").number(height).raw("\"").at("font-size", FONT);
    if theme != Theme::Page {
        pen.attribute("font-family", SANS);
    }
    pen.raw("><title>").text(&spec.headline).raw("</title><desc>").text(&spec.summary).raw("</desc>");
}

/// Lines across the plot at the ticks of the y axis, and its words.
pub fn y_axis(pen: &mut Pen, layout: &Layout, theme: Theme) {
    let plot = layout.plot;
    pen.raw("<path class=\"grid\" fill=\"none\"").attribute("stroke", theme.colour(Paint::Grid)).raw(" d=\"");
    for tick in &layout.y.ticks {
        pen.raw("M").number(plot.x).raw(" ").number(crisp(tick.at)).raw("h").number(plot.width);
    }
    pen.raw("\"/>");
    group(pen, "axis axis-y", "end", theme);
    for tick in &layout.y.ticks {
        words(pen, plot.x - 8.0, tick.at + MIDDLE, &tick.text);
    }
    pen.raw("</g>");
    title(pen, &layout.y, "start", theme);
}

/// Begins the path of a grid with a line up from each tick across; the caller adds its own and ends it.
pub fn open_grid(pen: &mut Pen, layout: &Layout, theme: Theme) {
    pen.raw("<path class=\"grid\" fill=\"none\"").attribute("stroke", theme.colour(Paint::Grid)).raw(" d=\"");
    for tick in &layout.x.ticks {
        pen.raw("M")
            .number(crisp(tick.at))
            .raw(" ")
            .number(layout.plot.y)
            .raw("V")
            .number(layout.plot.bottom());
    }
}

/// Short strokes under the plot at the ticks of the x axis, and its words.
pub fn x_axis(pen: &mut Pen, layout: &Layout, theme: Theme) {
    let bottom = layout.plot.bottom();
    pen.raw("<path class=\"ticks\" fill=\"none\"")
        .attribute("stroke", theme.colour(Paint::Rule))
        .raw(" d=\"");
    pen.raw("M").number(layout.plot.x).raw(" ").number(crisp(bottom)).raw("h").number(layout.plot.width);
    for tick in &layout.x.ticks {
        pen.raw("M").number(crisp(tick.at)).raw(" ").number(bottom).raw("v5");
    }
    pen.raw("\"/>");
    group(pen, "axis axis-x", "middle", theme);
    for tick in &layout.x.ticks {
        words(pen, kept_inside(tick.at, &tick.text, layout), bottom + LINE, &tick.text);
        if let Some(below) = &tick.below {
            words(pen, kept_inside(tick.at, below, layout), bottom + LINE * 2.0, below);
        }
    }
    pen.raw("</g>");
    title(pen, &layout.x, "end", theme);
}

fn title(pen: &mut Pen, axis: &AxisLayout, anchor: &str, theme: Theme) {
    if !axis.title.is_empty() {
        group(pen, "axis-title", anchor, theme);
        words(pen, axis.title_at.0, axis.title_at.1 + MIDDLE, &axis.title);
        pen.raw("</g>");
    }
}

fn group(pen: &mut Pen, class: &str, anchor: &str, theme: Theme) {
    pen.raw("<g").attribute("class", class).attribute("fill", theme.colour(Paint::Muted));
    pen.attribute("text-anchor", anchor).raw(">");
}

/// A text at a baseline; the group around it gives the rest.
pub fn words(pen: &mut Pen, x: f64, y: f64, text: &str) {
    pen.raw("<text").at("x", x).at("y", y).raw(">").text(text).raw("</text>");
}

/// The centre of a tick's words, moved so that they stay inside the drawing.
fn kept_inside(centre: f64, text: &str, layout: &Layout) -> f64 {
    let half = width(text, FONT) / 2.0;
    centre.min(layout.size.width - half).max(half)
}

/// The nearest position at which a line of one pixel is sharp.
pub fn crisp(position: f64) -> f64 {
    position.floor() + 0.5
}
