//! Days that nobody measured, hatched, so that an empty stretch is not taken for a drawing fault.

use super::frame::words;
use super::pen::Pen;
use crate::chart::layout::{EndLabel, FONT, Layout, Marks, Rect};
use crate::chart::measure::width;
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::{Lines, TimeAxis};
use crate::chart::visible::visible;

/// Narrower gaps are seen as gaps without help.
const LEAST: f64 = 24.0;
const WORDS: &str = "not measured";

/// Hatches the stretches of days on which no line has a value.
pub(super) fn draw(pen: &mut Pen, lines: &Lines, layout: &Layout, theme: Theme) {
    // Ages have gaps between lines of different subnets, which are nobody's omission.
    let gaps = if lines.time == TimeAxis::Date { gaps(lines, layout) } else { Vec::new() };
    if gaps.is_empty() {
        return;
    }
    pen.raw("<path class=\"gap\" fill=\"none\"").attribute("stroke", theme.colour(Paint::Rule)).raw(" d=\"");
    for gap in &gaps {
        hatch(pen, gap);
    }
    pen.raw("\"/>");
    let wide = gaps.iter().filter(|gap| gap.width > width(WORDS, FONT) + 8.0);
    if let Some(gap) = wide.reduce(|wide, gap| if gap.width > wide.width { gap } else { wide }) {
        pen.raw("<g class=\"gap-words\" text-anchor=\"middle\" stroke-width=\"6\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        pen.attribute("stroke", theme.colour(Paint::Paper))
            .attribute("fill", theme.colour(Paint::Muted))
            .raw(">");
        words(pen, gap.x + gap.width / 2.0, free_height(gap, layout), WORDS);
        pen.raw("</g>");
    }
}

/// At the foot of a gap, or at its head where a line's label stands at the foot.
fn free_height(gap: &Rect, layout: &Layout) -> f64 {
    let Marks::Lines(marks) = &layout.marks else { return gap.bottom() - 10.0 };
    let low = |label: &EndLabel| label.x < gap.right() && label.y > gap.bottom() - 28.0;
    if marks.labels.iter().any(low) { gap.y + 16.0 } else { gap.bottom() - 10.0 }
}

fn gaps(lines: &Lines, layout: &Layout) -> Vec<Rect> {
    let (first, last) = lines.span;
    let mut measured = vec![false; usize::try_from(last.saturating_sub(first)).unwrap_or(0).min(100_000) + 1];
    for series in &lines.series {
        // One line without a gap is enough.
        if !measured.contains(&false) {
            return Vec::new();
        }
        for (day, _) in visible(series, lines) {
            if let Some(seen) = usize::try_from(day - first).ok().and_then(|at| measured.get_mut(at)) {
                *seen = true;
            }
        }
    }
    if !measured.contains(&true) {
        return Vec::new();
    }
    let edge = |at: usize, inset: f64| {
        (layout.x.scale.position(f64::from(first) + at as f64) + inset)
            .clamp(layout.plot.x, layout.plot.right())
    };
    let mut gaps = Vec::new();
    let mut at = 0;
    for run in measured.chunk_by(|a, b| a == b) {
        let end = at + run.len();
        if run.first() == Some(&false) {
            // From the last measured day to the next, less the room of their dots.
            let left = if at == 0 { layout.plot.x } else { edge(at - 1, 5.0) };
            let right = if end == measured.len() { layout.plot.right() } else { edge(end, -5.0) };
            if right - left >= LEAST {
                gaps.push(Rect::between(left, layout.plot.y, right, layout.plot.bottom()));
            }
        }
        at = end;
    }
    gaps
}

/// Parallel strokes at 45 degrees, cut at the box.
fn hatch(pen: &mut Pen, gap: &Rect) {
    const STEP: f64 = 8.0;
    // A stroke is the set of points with x + y = sum; sums on one grid keep neighbouring boxes in step.
    let mut sum = ((gap.x + gap.y) / STEP).ceil() * STEP;
    while sum < gap.right() + gap.bottom() {
        let (from, to) = ((sum - gap.y).min(gap.right()), (sum - gap.bottom()).max(gap.x));
        pen.raw("M").number(from).raw(" ").number(sum - from).raw("L").number(to).raw(" ").number(sum - to);
        sum += STEP;
    }
}
