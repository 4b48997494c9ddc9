//! Charts as ECharts options, for readers who want to zoom. The box, the scales and the first ticks
//! are those of the SVG, so that nothing moves when the one takes the place of the other.
//!
//! charming gives the vocabulary; what it lacks is merged in from [`extra`]. No option holds a
//! function (the page's policy forbids `eval`), and no text becomes HTML: tooltips are rich text.

mod extra;
mod lines;

use charming::Chart;
use charming::component::{Aria, Axis, DataZoom, DataZoomType, FilterMode, Grid};
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, Label, LineStyle, SplitLine, TextStyle, Tooltip, Trigger,
};
use serde_json::Value;

use super::layout::{AxisLayout, FONT, Layout, Size, layout};
use super::palette::{Paint, Theme};
use super::spec::{ChartSpec, Plot, ScaleKind};
use crate::registry::Style;

/// The option of lines in a box; `None` for every other chart: there is nothing to zoom in it, or, in a
/// scatter, the page's own drawing does it.
///
/// A canvas knows no style sheet, so [`Theme::Page`] is drawn as [`Theme::Light`].
pub fn option(spec: &ChartSpec, size: Size, theme: Theme) -> Option<Value> {
    option_of(spec, size, theme, None)
}

/// The same, for lines that are a part of what there is: a reader can zoom out as far as `reach`, the
/// first and last day or age there are.
pub fn option_of(spec: &ChartSpec, size: Size, theme: Theme, reach: Option<(i32, i32)>) -> Option<Value> {
    let theme = if theme == Theme::Page { Theme::Light } else { theme };
    let layout = layout(spec, size);
    match &spec.plot {
        Plot::Lines(plot) => Some(lines::option(spec, plot, &layout, theme, reach)),
        _ => None,
    }
}

/// What all charts share: the box of the plot, a tooltip, zoom by wheel and pinch, the description.
fn frame(layout: &Layout, trigger: Trigger, theme: Theme) -> Chart {
    let plot = layout.plot;
    Chart::new()
        .animation(false)
        .grid(Grid::new().left(plot.x).top(plot.y).width(plot.width).height(plot.height))
        .tooltip(
            Tooltip::new()
                .trigger(trigger)
                .background_color(theme.colour(Paint::Paper))
                .border_color(theme.colour(Paint::Rule))
                .border_width(1.0),
        )
        .data_zoom(DataZoom::new().type_(DataZoomType::Inside).x_axis_index(0).filter_mode(FilterMode::None))
        .aria(Aria::new().enabled(true).label(Label::new().show(true)))
}

/// An axis on the SVG's scale.
fn axis(from: &AxisLayout, style: Style, theme: Theme) -> Axis {
    let factor = factor(style);
    let (low, high) = from.scale.domain();
    let log = from.scale.kind() == ScaleKind::Log;
    let label = AxisLabel::new().font_size(FONT).color(theme.colour(Paint::Muted));
    let label = if matches!(style, Style::Percent(_)) { label.formatter("{value}\u{a0}%") } else { label };
    Axis::new()
        .type_(if log { AxisType::Log } else { AxisType::Value })
        .min(low * factor)
        .max(high * factor)
        .axis_label(label)
        .axis_tick(AxisTick::new().show(false))
        .axis_line(AxisLine::new().show(false))
        .split_line(SplitLine::new().show(true).line_style(LineStyle::new().color(theme.colour(Paint::Grid))))
}

/// An axis of numbers across the bottom; its ticks are ECharts' own, because they change with zoom.
fn across(from: &AxisLayout, style: Style, theme: Theme) -> Axis {
    let label = AxisLabel::new().font_size(FONT).color(theme.colour(Paint::Muted));
    let label = if matches!(style, Style::Percent(_)) { label.formatter("{value}\u{a0}%") } else { label };
    axis(from, style, theme)
        .axis_label(label)
        .axis_line(AxisLine::new().show(true))
        .name_text_style(TextStyle::new().color(theme.colour(Paint::Muted)))
}

/// Shares are drawn in per cent: ECharts has no other way to print them without a function.
fn factor(style: Style) -> f64 {
    if matches!(style, Style::Percent(_)) { 100.0 } else { 1.0 }
}

/// A number with as many digits as a reader wants in a tooltip.
fn rounded(value: f64, style: Style) -> f64 {
    let value = value * factor(style);
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = 10f64.powi(5 - value.abs().log10().floor() as i32);
    if scale.is_finite() && scale > 0.0 { (value * scale).round() / scale } else { value }
}
