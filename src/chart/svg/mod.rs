//! Charts as SVG text: the first paint of every page, thumbnails, embeds, badges and exports.

mod bars;
mod dots;
mod export;
mod frame;
mod gaps;
mod lanes;
mod lines;
mod marks;
mod pen;
mod scatter;
mod spark;
mod trace;

pub use export::{SERIF, render_export};
pub use frame::SANS;

use super::layout::{self, Layout, Marks, Size};
use super::palette::Theme;
use super::spec::{ChartSpec, Plot};
use pen::Pen;

/// A chart as an SVG document of exactly `size`, without the words that stand around it in a page.
pub fn render(spec: &ChartSpec, size: Size, theme: Theme) -> String {
    drawn(spec, &layout::layout(spec, size), theme)
}

/// The same, of a chart whose layout is there already.
pub fn drawn(spec: &ChartSpec, layout: &Layout, theme: Theme) -> String {
    document(spec, layout, theme, plot)
}

/// A comparison of exactly `size` and its layout; `None` of other charts, as of the layout.
pub fn of_comparison(spec: &ChartSpec, size: Size, theme: Theme) -> Option<(String, Layout)> {
    let layout = layout::of_comparison(spec, size)?;
    Some((document(spec, &layout, theme, comparison), layout))
}

type Draw = fn(&mut Pen, &ChartSpec, &Layout, Theme);

fn document(spec: &ChartSpec, layout: &Layout, theme: Theme, draw: Draw) -> String {
    let mut pen = Pen::new();
    frame::open(&mut pen, spec, kind(&spec.plot), (layout.size.width, layout.size.height), theme);
    draw(&mut pen, spec, layout, theme);
    pen.raw("</svg>");
    pen.finish()
}

fn plot(pen: &mut Pen, spec: &ChartSpec, layout: &Layout, theme: Theme) {
    match (&spec.plot, &layout.marks) {
        (Plot::Curve(curve), Marks::Curve(marks)) => scatter::curve(pen, curve, layout, marks, theme),
        (Plot::Lanes(lanes), Marks::Lanes(marks)) => lanes::draw(pen, lanes, layout, marks, theme),
        (Plot::Spark(spark), Marks::Bare) => spark::draw(pen, spark, layout, theme),
        _ => comparison(pen, spec, layout, theme),
    }
}

fn comparison(pen: &mut Pen, spec: &ChartSpec, layout: &Layout, theme: Theme) {
    match (&spec.plot, &layout.marks) {
        (Plot::Lines(lines), Marks::Lines(marks)) => lines::draw(pen, lines, layout, marks, theme),
        (Plot::Scatter(scatter), Marks::Scatter(marks)) => scatter::draw(pen, scatter, layout, marks, theme),
        (Plot::Bars(bars), Marks::Bars(marks)) => bars::draw(pen, bars, layout, marks, theme),
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
