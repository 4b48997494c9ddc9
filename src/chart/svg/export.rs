//! A chart that travels alone: its words are baked in.

use super::frame::{self, SANS, words};
use super::pen::Pen;
use super::{kind, plot};
use crate::chart::layout::{FONT, Size, best_height, layout};
use crate::chart::measure;
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::ChartSpec;

/// Serif faces for headlines of drawings that no page gives a font to.
pub const SERIF: &str = "Iowan Old Style,Charter,Palatino Linotype,Georgia,serif";
const PAD: f64 = 20.0;

/// A chart as a file of its own: ground, headline, subtitle, plot, what its numbered
/// rules stand for, all notes, as-of, every source with
/// its address, and the snapshot. The image is taller than `size` where the words would otherwise leave
/// the plot too little.
pub fn render_export(spec: &ChartSpec, size: Size, theme: Theme) -> String {
    let size = Size { width: size.width.max(240.0), ..size };
    let room = size.width - 2.0 * PAD;
    let headline_size = if size.width < 520.0 { 18.0 } else { 22.0 };
    // The serif that a machine without the better ones falls back to is wider than the measure.
    let headline = wrapped(&spec.headline, room, headline_size * 1.2, 4);
    let subtitle = wrapped(&spec.subtitle, room, 13.0, 3);
    let rules = spec.rules().into_iter().enumerate().map(|(at, rule)| format!("{}. {rule}", at + 1));
    let words = spec.notes.iter().chain(std::iter::once(&spec.source)).chain(&spec.credits);
    let foot: Vec<String> =
        rules.chain(words.cloned()).flat_map(|text| wrapped(&text, room, FONT, usize::MAX)).collect();
    let head = headline.len() as f64 * headline_size * 1.25 + subtitle.len() as f64 * 18.0;
    let tail = foot.len() as f64 * 16.0;
    let around = head + tail + 2.0 * PAD + 28.0;
    let plot_size = Size { width: room, height: (size.height - around).max(best_height(spec, room) * 0.7) };
    let height = plot_size.height + around;
    let inner = layout(spec, plot_size);
    let mut pen = Pen::new();
    frame::open(&mut pen, spec, kind(&spec.plot), (size.width, height), theme);
    pen.raw("<rect width=\"100%\" height=\"100%\"").attribute("fill", theme.colour(Paint::Paper)).raw("/>");
    let mut y = PAD;
    pen.raw("<g class=\"headline\" font-weight=\"600\"")
        .attribute("font-family", SERIF)
        .at("font-size", headline_size);
    pen.attribute("fill", theme.colour(Paint::Ink)).raw(">");
    y = lines(&mut pen, &headline, y, headline_size * 1.25);
    pen.raw("</g>");
    text_group(&mut pen, "subtitle", 13.0, theme);
    y = lines(&mut pen, &subtitle, y, 18.0);
    pen.raw("</g><g").raw(" transform=\"translate(").number(PAD).raw(",").number(y + 12.0).raw(")\">");
    plot(&mut pen, spec, &inner, theme);
    pen.raw("</g>");
    text_group(&mut pen, "source", FONT, theme);
    lines(&mut pen, &foot, y + plot_size.height + 24.0, 16.0);
    pen.raw("</g></svg>");
    pen.finish()
}

fn text_group(pen: &mut Pen, class: &str, size: f64, theme: Theme) {
    pen.raw("<g").attribute("class", class).attribute("font-family", SANS).at("font-size", size);
    pen.attribute("fill", theme.colour(Paint::Muted)).raw(">");
}

/// Prints lines of text under each other and gives the height reached.
fn lines(pen: &mut Pen, texts: &[String], top: f64, height: f64) -> f64 {
    for (at, text) in texts.iter().enumerate() {
        words(pen, PAD, top + (at as f64 + 0.78) * height, text);
    }
    top + texts.len() as f64 * height
}

/// Breaks a text between words into at most `most` lines of `room` pixels; what is left over ends
/// in an ellipsis.
fn wrapped(text: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let fits = |line: &str| measure::width(line, size) <= room;
    let mut lines: Vec<String> = Vec::new();
    // No text of ours is longer; one from a hostile file is cut before it costs time.
    let text: String = text.chars().take(4_000).collect();
    for word in text.split_whitespace() {
        let joined = lines.last().map(|line| [line.as_str(), word].join(" "));
        let full = lines.len() == most;
        match (joined.filter(|line| fits(line)), lines.last_mut()) {
            (Some(joined), Some(line)) => *line = joined,
            (None, Some(line)) if full => {
                line.push('…');
                break;
            }
            _ => lines.push(measure::cut(word, room, |text| measure::width(text, size))),
        }
    }
    lines
}
