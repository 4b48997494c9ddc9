//! Where everything of a chart stands in a box of a given size: pure geometry, shared by the SVG,
//! by the readout under a pointer and by the ECharts option, so that the three agree to the pixel.
//!
//! A narrow box gets another layout, not a smaller one: fewer ticks, a key above the plot in place
//! of labels at its side.

mod axis;
mod bars;
mod dots;
mod events;
mod lanes;
mod lines;
mod scatter;

pub use super::geometry::{Rect, Size};
pub use axis::{AxisLayout, Tick};
pub use bars::{BarPlace, BarsLayout, NUMBER};
pub use dots::{DotLabel, DotPlace};
pub use events::EventPlace;
pub use lanes::{LanePlace, LanesLayout};
pub use lines::{EndLabel, KeyItem, LinesLayout};
pub use scatter::ScatterLayout;

use super::spec::{ChartSpec, Plot};

/// Font size of everything in a plot, in pixels.
pub const FONT: f64 = 12.0;
/// Height that a line of text takes.
pub const LINE: f64 = 16.0;
/// Below this width labels leave the side of the plot.
pub const NARROW: f64 = 520.0;

/// A chart in a box.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The box.
    pub size: Size,
    /// The part of it inside the axes.
    pub plot: Rect,
    /// The axis across.
    pub x: AxisLayout,
    /// The axis up.
    pub y: AxisLayout,
    /// What stands in the plot.
    pub marks: Marks,
}

/// What stands in a plot.
#[derive(Debug, Clone, PartialEq)]
pub enum Marks {
    /// Lines with their labels.
    Lines(LinesLayout),
    /// Dots over two metrics.
    Scatter(ScatterLayout),
    /// A curve's marks.
    Curve(ScatterLayout),
    /// A ranking.
    Bars(BarsLayout),
    /// The plane.
    Lanes(LanesLayout),
    /// Nothing but the line itself.
    Bare,
}

/// Finds the place of everything.
pub fn layout(spec: &ChartSpec, size: Size) -> Layout {
    let size = at_least(size);
    match &spec.plot {
        Plot::Lanes(lanes) => lanes::layout(lanes, size),
        Plot::Curve(curve) => scatter::curve(curve, size),
        _ => of_comparison(spec, size).unwrap_or_else(|| bare(size)),
    }
}

/// The same of what a comparison is drawn as; `None` of other charts. The first file of the program has to
/// do with comparisons alone, and does not bring the others.
pub fn of_comparison(spec: &ChartSpec, size: Size) -> Option<Layout> {
    let size = at_least(size);
    match &spec.plot {
        Plot::Lines(lines) => Some(lines::layout(lines, size)),
        Plot::Scatter(scatter) => Some(scatter::layout(scatter, size)),
        Plot::Bars(bars) => Some(bars::layout(bars, size)),
        Plot::Lanes(_) | Plot::Curve(_) | Plot::Spark(_) => None,
    }
}

fn at_least(size: Size) -> Size {
    Size { width: size.width.max(120.0), height: size.height.max(40.0) }
}

/// The height at which a chart is at its best in a box of this width.
pub fn best_height(spec: &ChartSpec, width: f64) -> f64 {
    let narrow = width < NARROW;
    match &spec.plot {
        Plot::Bars(bars) => bars.bars.len().max(1) as f64 * bars::ROW,
        Plot::Lanes(_) => {
            if narrow {
                500.0
            } else {
                510.0
            }
        }
        Plot::Curve(_) => (width * 0.9).min(400.0),
        Plot::Spark(_) => 28.0,
        Plot::Lines(lines) if lines.series.is_empty() => 120.0,
        Plot::Lines(_) | Plot::Scatter(_) => {
            if narrow {
                340.0
            } else {
                420.0
            }
        }
    }
}

fn bare(size: Size) -> Layout {
    let plot = Rect::between(1.0, 2.0, size.width - 2.0, size.height - 2.0);
    Layout {
        size,
        plot,
        x: AxisLayout::plain(plot.x, plot.right()),
        y: AxisLayout::plain(plot.bottom(), plot.y),
        marks: Marks::Bare,
    }
}
