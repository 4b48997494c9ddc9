//! Lines over time.

use super::frame::{self, MIDDLE, crisp, words};
use super::pen::Pen;
use super::trace::{Trace, trace};
use super::{gaps, marks};
use crate::chart::layout::{Layout, LinesLayout};
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::Lines;

/// Width of a line in tenths of a pixel; many lines are thinner.
fn stroke(lines: &Lines) -> &'static str {
    if lines.series.len() > 5 { "14" } else { "18" }
}

pub(super) fn draw(pen: &mut Pen, lines: &Lines, layout: &Layout, marks: &LinesLayout, theme: Theme) {
    if marks.ends.iter().all(Option::is_none) {
        return nothing(pen, layout, theme);
    }
    gaps::draw(pen, lines, layout, theme);
    frame::y_axis(pen, layout, theme);
    frame::x_axis(pen, layout, theme);
    baseline(pen, lines, layout, theme);
    rules(pen, lines, layout, marks, theme);
    // The first line is the one asked for first; it lies on top of the others.
    for at in (0..lines.series.len()).rev() {
        series(pen, lines, layout, marks, at, theme);
    }
    ships(pen, lines, marks, theme);
    labels(pen, lines, layout, marks, theme);
    key(pen, lines, marks, theme);
}

/// An empty plot says that it is empty on purpose.
fn nothing(pen: &mut Pen, layout: &Layout, theme: Theme) {
    pen.raw("<g class=\"gap-words\" text-anchor=\"middle\"")
        .attribute("fill", theme.colour(Paint::Muted))
        .raw(">");
    words(pen, layout.size.width / 2.0, layout.size.height / 2.0, "nothing measured here");
    pen.raw("</g>");
}

fn baseline(pen: &mut Pen, lines: &Lines, layout: &Layout, theme: Theme) {
    let Some(value) = lines.baseline.filter(|value| layout.y.scale.holds(*value)) else { return };
    pen.raw("<path class=\"baseline\" fill=\"none\"").attribute("stroke", theme.colour(Paint::Faint));
    pen.raw(" d=\"M").number(layout.plot.x).raw(" ").number(crisp(layout.y.scale.position(value)));
    pen.raw("h").number(layout.plot.width).raw("\"/>");
}

fn series(pen: &mut Pen, lines: &Lines, layout: &Layout, marks: &LinesLayout, at: usize, theme: Theme) {
    let series = &lines.series[at];
    let Trace { solid, dashed, dots, hollow } = trace(series, lines, &layout.x.scale, &layout.y.scale);
    let colour = theme.colour(Paint::Series(series.slot));
    pen.raw("<g class=\"series\"").attribute("data-id", &series.id);
    slot(pen, series.slot).attribute("stroke", colour);
    // Whole tenths of a pixel in the path data are shorter to write and to parse.
    pen.raw(" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\">");
    let stretches = [(solid, ""), (dashed, " stroke-dasharray=\"50 45\" stroke-linecap=\"butt\"")];
    for (pieces, look) in stretches {
        for piece in pieces {
            pen.raw("<path transform=\"scale(.1)\"").attribute("stroke-width", stroke(lines));
            pen.raw(look).raw(" d=\"").raw(&piece).raw("\"/>");
        }
    }
    let points = [(dots, " stroke-width=\"50\""), (hollow, " stroke-width=\"50\" stroke-opacity=\".5\"")];
    for (data, look) in points.iter().filter(|(data, _)| !data.is_empty()) {
        pen.raw("<path transform=\"scale(.1)\"").raw(look).raw(" d=\"").raw(data).raw("\"/>");
    }
    if let Some((x, y)) = marks.ends.get(at).copied().flatten() {
        end_mark(pen, series.slot, x, y, colour, theme);
    }
    pen.raw("</g>");
}

/// What the page knows a line, and everything that belongs to it, by.
fn slot(pen: &mut Pen, slot: u8) -> &mut Pen {
    pen.at("data-slot", f64::from(slot))
}

fn end_mark(pen: &mut Pen, slot: u8, x: f64, y: f64, colour: &str, theme: Theme) {
    let fill = if marks::is_hollow(slot) { theme.colour(Paint::Paper) } else { colour };
    pen.raw("<g class=\"mark\" stroke-width=\"1.5\"").attribute("fill", fill).raw(">");
    marks::mark(pen, slot, x, y, 7.0);
    pen.raw("</g>");
}

fn rules(pen: &mut Pen, lines: &Lines, layout: &Layout, marks: &LinesLayout, theme: Theme) {
    let across: Vec<_> = marks.events.iter().filter(|event| event.y.is_none()).collect();
    if across.is_empty() {
        return;
    }
    pen.raw("<g class=\"events\"").attribute("fill", theme.colour(Paint::Muted)).raw(">");
    for event in across {
        let top = event.number_at.map_or(layout.plot.y, |(_, y)| y + 8.0);
        pen.raw("<path fill=\"none\" stroke-dasharray=\"2 3\"")
            .attribute("stroke", theme.colour(Paint::Faint));
        pen.raw(" d=\"M").number(crisp(event.x)).raw(" ").number(top).raw("V").number(layout.plot.bottom());
        pen.raw("\"><title>").text(&lines.events[event.event].label).raw("</title></path>");
        if let Some((x, y)) = event.text {
            words(pen, x, y + MIDDLE, &lines.events[event.event].label);
        }
    }
    numbers(pen, marks);
    pen.raw("</g>");
}

/// The numbers under which the list below the chart has the rules.
fn numbers(pen: &mut Pen, marks: &LinesLayout) {
    pen.raw("<g text-anchor=\"middle\" font-weight=\"600\">");
    for (number, (x, y)) in marks.events.iter().filter_map(|event| Some((event.number, event.number_at?))) {
        words(pen, x, y + MIDDLE, &number.to_string());
    }
    pen.raw("</g>");
}

/// Ships, as diamonds on their line.
fn ships(pen: &mut Pen, lines: &Lines, marks: &LinesLayout, theme: Theme) {
    for event in &marks.events {
        let Some(y) = event.y else { continue };
        pen.raw("<g class=\"ship\" stroke-width=\"1.5\"").attribute("stroke", theme.colour(Paint::Paper));
        pen.attribute("fill", theme.colour(Paint::Shipped)).raw("><title>");
        pen.text(&lines.events[event.event].label).raw("</title>");
        marks::mark(pen, 2, event.x, y, 9.0);
        pen.raw("</g>");
    }
}

fn labels(pen: &mut Pen, lines: &Lines, layout: &Layout, marks: &LinesLayout, theme: Theme) {
    for label in &marks.labels {
        let series = &lines.series[label.series];
        let colour = theme.colour(Paint::Series(series.slot));
        slot(pen.raw("<g class=\"label\""), series.slot).attribute("fill", colour).raw(">");
        if let (true, Some((x, y))) = (label.leader, marks.ends[label.series]) {
            pen.raw("<path fill=\"none\" stroke-opacity=\".6\" stroke-dasharray=\"1 2\"")
                .attribute("stroke", colour);
            pen.raw(" d=\"M")
                .number(x + 5.0)
                .raw(" ")
                .number(y)
                .raw("H")
                .number((label.x - 8.0).max(x + 5.0));
            pen.raw("L").number(label.x - 2.0).raw(" ").number(label.y).raw("\"/>");
        }
        // Among lines and hatching, words stand on a ground of their own.
        if label.x < layout.plot.right() {
            pen.raw("<g stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
            pen.attribute("stroke", theme.colour(Paint::Paper)).raw(">");
            name_and_value(pen, (label.x, label.y), &label.name, &label.value);
            pen.raw("</g></g>");
            continue;
        }
        name_and_value(pen, (label.x, label.y), &label.name, &label.value);
        pen.raw("</g>");
    }
}

fn key(pen: &mut Pen, lines: &Lines, marks: &LinesLayout, theme: Theme) {
    for item in &marks.key {
        let number = lines.series[item.series].slot;
        let colour = theme.colour(Paint::Series(number));
        slot(pen.raw("<g class=\"label\""), number)
            .attribute("fill", colour)
            .raw("><g")
            .attribute("stroke", colour)
            .raw(">");
        end_mark(pen, number, item.x + 5.0, item.y, colour, theme);
        pen.raw("</g>");
        name_and_value(pen, (item.x + 14.0, item.y), &item.name, &item.value);
        pen.raw("</g>");
    }
}

/// A name in semibold and a value beside it. The name is isolated, so that one written from right
/// to left does not turn the value around.
fn name_and_value(pen: &mut Pen, (x, y): (f64, f64), name: &str, value: &str) {
    pen.raw("<text").at("x", x).at("y", y + MIDDLE).raw(">");
    if !name.is_empty() {
        pen.raw("<tspan font-weight=\"600\">\u{2068}").text(name).raw("\u{2069}</tspan> ");
    }
    pen.text(value).raw("</text>");
}
