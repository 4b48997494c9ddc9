//! The earned-shipped plane.

use super::dots;
use super::frame::{self, MIDDLE, crisp, words};
use super::pen::Pen;
use crate::chart::layout::{DotPlace, LINE, LanePlace, LanesLayout, Layout};
use crate::chart::number::round_with_unit;
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::{LaneDot, Lanes, Tone};

pub(super) fn draw(pen: &mut Pen, lanes: &Lanes, layout: &Layout, marks: &LanesLayout, theme: Theme) {
    grid(pen, layout, marks, theme);
    unsearched(pen, lanes, marks, theme);
    names(pen, lanes, marks, theme);
    zero(pen, lanes, layout, marks, theme);
    frame::x_axis(pen, layout, theme);
    frontier(pen, marks, theme);
    cuts(pen, lanes, layout, marks, theme);
    let last = lanes.lanes.len().saturating_sub(1);
    pen.raw("<g class=\"dots\" stroke-width=\"1\">");
    for place in &marks.dots {
        let lane_dot = &lanes.dots[place.dot];
        dot(pen, lane_dot, place, usize::from(lane_dot.lane) == last, theme);
    }
    pen.raw("</g>");
    dots::labels(pen, theme);
    for label in &marks.labels {
        dots::label(pen, label, Paint::Ink, theme);
    }
    pen.raw("</g>");
}

/// Faint lines at the ticks and between the lanes.
fn grid(pen: &mut Pen, layout: &Layout, marks: &LanesLayout, theme: Theme) {
    frame::open_grid(pen, layout, theme);
    for lane in &marks.lanes {
        pen.raw("M")
            .number(lane.place.x)
            .raw(" ")
            .number(crisp(lane.place.bottom()))
            .raw("h")
            .number(lane.place.width);
    }
    pen.raw("\"/>");
}

/// Names of the lanes, with the rung's number where there is room beside the plot.
fn names(pen: &mut Pen, lanes: &Lanes, marks: &LanesLayout, theme: Theme) {
    pen.raw("<g class=\"lane-names\"").attribute("fill", theme.colour(Paint::Muted)).raw(">");
    for (name, lane) in lanes.lanes.iter().zip(&marks.lanes) {
        let (x, y) = (lane.name_at.0, lane.name_at.1 + MIDDLE);
        if let Some(rung) = name.rung {
            let rung = rung.to_string();
            if lane.name_ends {
                pen.raw("<text text-anchor=\"end\"")
                    .at("x", x + 22.0)
                    .at("y", y)
                    .raw(">")
                    .text(&rung)
                    .raw("</text>");
            } else {
                words(pen, x, y, &rung);
            }
        }
        let x = if lane.name_ends || name.rung.is_none() { x } else { x + 12.0 };
        pen.raw("<text").raw(if lane.name_ends { " text-anchor=\"end\"" } else { "" }).at("x", x).at("y", y);
        pen.raw(">").text(&name.name).raw("</text>");
    }
    pen.raw("</g>");
}

/// Lanes that nobody has searched for anybody are hatched, and say so: an empty lane would say that
/// nothing is there.
fn unsearched(pen: &mut Pen, lanes: &Lanes, marks: &LanesLayout, theme: Theme) {
    let open = || lanes.lanes.iter().zip(&marks.lanes).filter(|(lane, _)| !lane.unsearched.is_empty());
    if open().next().is_none() {
        return;
    }
    // One broad line of dashes a lane: a drawing on every page that is written has few bytes to spare.
    for (_, LanePlace { place, .. }) in open() {
        pen.raw("<path class=\"gap\" fill=\"none\" stroke-dasharray=\"1 7\"");
        pen.attribute("stroke", theme.colour(Paint::Rule)).at("stroke-width", place.height);
        pen.raw(" d=\"M").number(place.x).raw(" ").number(place.y + place.height / 2.0);
        pen.raw("h").number(place.width).raw("\"/>");
    }
    pen.raw("<g class=\"gap-words\" stroke-width=\"6\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
    pen.attribute("stroke", theme.colour(Paint::Paper))
        .attribute("fill", theme.colour(Paint::Muted))
        .raw(">");
    for (lane, place) in open() {
        words(pen, place.unsearched_at.0, place.unsearched_at.1 + MIDDLE, &lane.unsearched);
    }
    pen.raw("</g>");
}

/// The frontier as a line of steps: nobody stands to the left of it and above.
fn frontier(pen: &mut Pen, marks: &LanesLayout, theme: Theme) {
    let mut corners = marks.frontier.iter();
    let Some((x, y)) = corners.next() else { return };
    pen.raw("<path class=\"frontier\" fill=\"none\" stroke-width=\"1.5\"");
    pen.attribute("stroke", theme.colour(Paint::Shipped)).raw(" d=\"M").number(*x).raw(" ").number(*y);
    for (x, y) in corners {
        pen.raw("L").number(*x).raw(" ").number(*y);
    }
    pen.raw("\"/>");
}

/// The place of those that earn nothing, parted from the axis because log has no zero.
fn zero(pen: &mut Pen, lanes: &Lanes, layout: &Layout, marks: &LanesLayout, theme: Theme) {
    let edge = (marks.zero.right() + layout.plot.x) / 2.0;
    pen.raw("<path class=\"zero\" fill=\"none\" stroke-dasharray=\"1 4\"")
        .attribute("stroke", theme.colour(Paint::Faint));
    pen.raw(" d=\"M")
        .number(crisp(edge))
        .raw(" ")
        .number(layout.plot.y)
        .raw("V")
        .number(layout.plot.bottom() + 5.0)
        .raw("\"/>");
    pen.raw("<g class=\"axis\"").attribute("fill", theme.colour(Paint::Muted)).raw(">");
    words(pen, marks.zero.x, layout.plot.bottom() + LINE, &lanes.zero);
    pen.raw("</g>");
}

fn cuts(pen: &mut Pen, lanes: &Lanes, layout: &Layout, marks: &LanesLayout, theme: Theme) {
    if let (Some(x), Some(cut)) = (marks.cut_x, lanes.cut_x) {
        let colour = theme.colour(Paint::Earned);
        pen.raw("<path class=\"cut cut-x\" fill=\"none\" stroke-dasharray=\"4 3\" stroke-width=\"1.5\"")
            .attribute("stroke", colour);
        pen.raw(" d=\"M")
            .number(x)
            .raw(" ")
            .number(layout.plot.y - 2.0)
            .raw("V")
            .number(layout.plot.bottom())
            .raw("\"/>");
        pen.raw("<text text-anchor=\"middle\"")
            .attribute("fill", colour)
            .at("x", x)
            .at("y", layout.plot.y - 7.0);
        pen.raw(">").text(&round_with_unit(cut, &lanes.x.unit)).raw("</text>");
    }
    if let Some(y) = marks.cut_y {
        pen.raw("<path class=\"cut cut-y\" fill=\"none\" stroke-dasharray=\"4 3\" stroke-width=\"1.5\"");
        pen.attribute("stroke", theme.colour(Paint::Shipped));
        pen.raw(" d=\"M")
            .number(marks.zero.x)
            .raw(" ")
            .number(y)
            .raw("H")
            .number(layout.plot.right())
            .raw("\"/>");
    }
}

/// A filled dot; hollow in the lane of what nobody has searched, because its height is not known.
fn dot(pen: &mut Pen, dot: &LaneDot, place: &DotPlace, hollow: bool, theme: Theme) {
    let colour = theme.colour(match dot.tone {
        Tone::Plain => Paint::Faint,
        Tone::Earned => Paint::Earned,
        Tone::Shipped => Paint::Shipped,
    });
    let (fill, edge) = if hollow { (Paint::Paper, colour) } else { (Paint::Ink, theme.colour(Paint::Paper)) };
    let fill = if hollow { theme.colour(fill) } else { colour };
    let edge = if dot.marked { theme.colour(Paint::Ink) } else { edge };
    pen.raw("<circle").attribute("data-id", &dot.id).at("cx", place.x).at("cy", place.y);
    pen.at("r", if dot.marked { place.radius + 1.0 } else { place.radius });
    pen.attribute("fill", fill)
        .attribute("stroke", edge)
        .raw("><title>")
        .text(&dot.label)
        .raw("</title></circle>");
}
