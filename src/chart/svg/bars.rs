//! A ranking.

use super::frame::{MIDDLE, crisp, words};
use super::pen::Pen;
use crate::chart::layout::{BarsLayout, Layout, NUMBER};
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::{Bars, Tone};

pub(super) fn draw(pen: &mut Pen, bars: &Bars, layout: &Layout, marks: &BarsLayout, theme: Theme) {
    let tone = match bars.tone {
        Tone::Plain => Paint::Muted,
        Tone::Earned => Paint::Earned,
        Tone::Shipped => Paint::Shipped,
    };
    pen.raw("<g class=\"bars\">");
    for (bar, row) in bars.bars.iter().zip(&marks.rows) {
        if bar.value.is_some() {
            pen.raw("<rect").attribute("data-id", &bar.id).at("x", row.bar.x).at("y", row.bar.y);
            // A value that is not zero is seen not to be zero.
            let least = if bar.value == Some(0.0) { 0.0 } else { 1.0 };
            pen.at("width", row.bar.width.max(least)).at("height", row.bar.height);
            pen.attribute("fill", theme.colour(bar.slot.map_or(tone, Paint::Series))).raw("/>");
        }
    }
    pen.raw("</g><path class=\"zero\"").attribute("stroke", theme.colour(Paint::Faint)).raw(" d=\"M");
    pen.number(crisp(marks.zero))
        .raw(" ")
        .number(layout.plot.y)
        .raw("V")
        .number(layout.plot.bottom())
        .raw("\"/>");
    pen.raw("<g class=\"numbers\"").attribute("fill", theme.colour(Paint::Muted)).raw(">");
    for (bar, row) in bars.bars.iter().zip(&marks.rows) {
        words(pen, 0.0, row.middle + MIDDLE, bar.id.split('.').next().unwrap_or_default());
        if bar.value.is_none() {
            words(pen, row.text_x, row.middle + MIDDLE, &bar.text);
        }
    }
    pen.raw("</g><g class=\"names\"").attribute("fill", theme.colour(Paint::Ink)).raw(">");
    for (bar, row) in bars.bars.iter().zip(&marks.rows) {
        pen.raw("<text")
            .at("x", NUMBER)
            .at("y", row.middle + MIDDLE)
            .raw(">\u{2068}")
            .text(&row.name)
            .raw("\u{2069}</text>");
        if bar.value.is_some() {
            words(pen, row.text_x, row.middle + MIDDLE, &bar.text);
        }
    }
    pen.raw("</g>");
}
