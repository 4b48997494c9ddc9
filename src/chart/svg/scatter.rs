//! Two metrics against each other, and curves over two shares.

use super::dots;
use super::frame;
use super::marks;
use super::pen::Pen;
use crate::chart::layout::{DotPlace, Layout, ScatterLayout};
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::{Curve, Scatter};

pub(super) fn draw(pen: &mut Pen, scatter: &Scatter, layout: &Layout, marks: &ScatterLayout, theme: Theme) {
    axes(pen, layout, theme);
    pen.raw("<g class=\"dots\" stroke-width=\"1\">");
    // The points asked for lie on top of the crowd.
    let asked = |dot: &&DotPlace| scatter.points[dot.dot].slot.is_some();
    for place in marks.dots.iter().filter(|dot| !asked(dot)).chain(marks.dots.iter().filter(asked)) {
        let point = &scatter.points[place.dot];
        let colour = theme.colour(point.slot.map_or(Paint::Faint, Paint::Series));
        let hollow = point.slot.is_some_and(marks::is_hollow);
        let (fill, edge) =
            if hollow { (theme.colour(Paint::Paper), colour) } else { (colour, theme.colour(Paint::Paper)) };
        pen.raw("<g").attribute("data-id", &point.id).attribute("fill", fill).attribute("stroke", edge);
        pen.raw("><title>").text(&point.label).raw("</title>");
        marks::mark(pen, point.slot.unwrap_or(0), place.x, place.y, place.radius * 2.0);
        pen.raw("</g>");
    }
    pen.raw("</g>");
    dots::labels(pen, theme);
    for label in &marks.labels {
        let slot = scatter.points[label.dot].slot;
        dots::label(pen, label, slot.map_or(Paint::Muted, Paint::Series), theme);
    }
    pen.raw("</g>");
}

pub(super) fn curve(pen: &mut Pen, curve: &Curve, layout: &Layout, marks: &ScatterLayout, theme: Theme) {
    axes(pen, layout, theme);
    let (x, y) = (layout.x.scale, layout.y.scale);
    pen.raw("<path class=\"equality\" fill=\"none\" stroke-dasharray=\"3 3\"")
        .attribute("stroke", theme.colour(Paint::Faint));
    pen.raw(" d=\"M").number(x.position(0.0)).raw(" ").number(y.position(0.0));
    pen.raw("L").number(x.position(1.0)).raw(" ").number(y.position(1.0)).raw("\"/>");
    pen.raw("<path class=\"curve\" fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\"");
    pen.attribute("stroke", theme.colour(Paint::Earned)).raw(" d=\"");
    for (at, (across, up)) in curve.points.iter().enumerate() {
        pen.raw(if at == 0 { "M" } else { "L" }).number(x.position(*across)).raw(" ").number(y.position(*up));
    }
    pen.raw("\"/><g class=\"dots\"").attribute("fill", theme.colour(Paint::Earned)).raw(">");
    for dot in &marks.dots {
        pen.raw("<circle").at("cx", dot.x).at("cy", dot.y).at("r", dot.radius).raw("/>");
    }
    pen.raw("</g>");
    dots::labels(pen, theme);
    for label in &marks.labels {
        dots::label(pen, label, Paint::Ink, theme);
    }
    pen.raw("</g>");
}

fn axes(pen: &mut Pen, layout: &Layout, theme: Theme) {
    frame::y_axis(pen, layout, theme);
    frame::open_grid(pen, layout, theme);
    pen.raw("\"/>");
    frame::x_axis(pen, layout, theme);
}
