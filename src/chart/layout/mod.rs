//! Where everything of a chart stands in a box of a given size: pure geometry, shared by the SVG,
//! by the readout under a pointer and by the ECharts option, so that the three agree to the pixel.
//!
//! A narrow box gets another layout, not a smaller one: fewer ticks, a key above the plot in place
//! of labels at its side.

mod axis;
mod lines;

pub use super::geometry::{Rect, Size};
pub use axis::{AxisLayout, Tick};
pub use lines::{EndLabel, EventPlace, KeyItem, LinesLayout, visible};

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
    /// Nothing but the line itself.
    Bare,
}

/// Finds the place of everything.
pub fn layout(spec: &ChartSpec, size: Size) -> Layout {
    let size = Size { width: size.width.max(120.0), height: size.height.max(40.0) };
    match &spec.plot {
        Plot::Lines(lines) => lines::layout(lines, size),
        _ => bare(size),
    }
}

fn bare(size: Size) -> Layout {
    let plot = Rect::between(1.0, 2.0, size.width - 2.0, size.height - 2.0);
    Layout { size, plot, x: AxisLayout::plain(plot.x, plot.right()), y: AxisLayout::plain(plot.bottom(), plot.y), marks: Marks::Bare }
}
