//! Charts as SVG text: the first paint of every page, thumbnails, embeds, badges and exports.

mod frame;
mod lines;
mod marks;
mod pen;
mod trace;

use super::layout::{Layout, Marks, Size, layout};
use super::palette::Theme;
use super::spec::{ChartSpec, Plot};
use pen::Pen;

/// A chart as an SVG document of exactly `size`, without the words that stand around it in a page.
pub fn render(spec: &ChartSpec, size: Size, theme: Theme) -> String {
    let layout = layout(spec, size);
    let mut pen = Pen::new();
    frame::open(&mut pen, spec, kind(&spec.plot), (layout.size.width, layout.size.height), theme);
    plot(&mut pen, spec, &layout, theme);
    pen.raw("</svg>");
    pen.finish()
}

fn plot(pen: &mut Pen, spec: &ChartSpec, layout: &Layout, theme: Theme) {
    match (&spec.plot, &layout.marks) {
        (Plot::Lines(lines), Marks::Lines(marks)) => lines::draw(pen, lines, layout, marks, theme),
        // A layout is made from its spec, so the kinds always meet.
        _ => {}
    }
}

/// The word for the kind of plot in class names.
fn kind(plot: &Plot) -> &'static str {
    match plot {
        Plot::Lines(_) => "lines",
        Plot::Spark(_) => "spark",
        Plot::Scatter(_) => "scatter",
        Plot::Bars(_) => "bars",
        Plot::Lanes(_) => "lanes",
        Plot::Curve(_) => "curve",
    }
}

#[cfg(test)]
mod tests;
