//! One small line for a table cell.

use super::pen::Pen;
use super::trace::{Trace, trace};
use crate::chart::layout::Layout;
use crate::chart::palette::{Paint, Theme};
use crate::chart::scale::Scale;
use crate::chart::spec::{Axis, LineSeries, Lines, ScaleKind, Spark, TimeAxis};
use crate::registry::Style;

pub(super) fn draw(pen: &mut Pen, spark: &Spark, layout: &Layout, theme: Theme) {
    let lines = as_lines(spark);
    let Some(series) = lines.series.first() else { return };
    let numbers = || series.values.iter().flatten();
    let (low, high) = (
        numbers().copied().fold(f64::INFINITY, f64::min),
        numbers().copied().fold(f64::NEG_INFINITY, f64::max),
    );
    let plot = layout.plot;
    let days = f64::from(lines.span.1.max(1));
    let x = Scale::new(ScaleKind::Linear, (0.0, days), (plot.x, plot.right() - 2.0));
    let y = Scale::new(ScaleKind::Linear, (low, high), (plot.bottom() - 1.0, plot.y + 1.0));
    let Trace { solid, dashed, dots, hollow } = trace(series, &lines, &x, &y);
    pen.raw("<g fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" stroke-width=\"12\"");
    pen.attribute("stroke", theme.colour(Paint::Muted)).raw(" transform=\"scale(.1)\">");
    // A spark line is one piece.
    for (data, look) in [
        (solid.concat(), ""),
        (dashed.concat(), " stroke-dasharray=\"20 20\""),
        (dots, " stroke-width=\"25\""),
        (hollow, " stroke-width=\"25\""),
    ] {
        if !data.is_empty() {
            pen.raw("<path").raw(look).raw(" d=\"").raw(&data).raw("\"/>");
        }
    }
    pen.raw("</g>");
    let last = series.values.iter().enumerate().rev().find_map(|(day, value)| Some((day as f64, (*value)?)));
    if let Some((day, value)) = last {
        pen.raw("<circle").at("cx", x.position(day)).at("cy", y.position(value)).at("r", 2.0);
        pen.attribute("fill", theme.colour(Paint::Ink)).raw("/>");
    }
}

fn as_lines(spark: &Spark) -> Lines {
    let text = String::new;
    let axis =
        Axis { metric: text(), label: text(), unit: text(), scale: ScaleKind::Linear, style: Style::Integer };
    let series = LineSeries {
        id: text(),
        label: text(),
        slot: 0,
        start: 0,
        values: spark.values.clone(),
        reconstructed: spark.reconstructed.clone(),
        end: text(),
    };
    let span = (0, spark.values.len().saturating_sub(1) as i32);
    Lines { time: TimeAxis::Age, span, y: axis, baseline: None, series: vec![series], events: Vec::new() }
}
