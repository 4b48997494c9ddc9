//! Curves over two shares.

use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{ItemStyle, LineStyle, LineStyleType, Trigger};
use charming::series;
use serde_json::Value;

use super::extra::merged;
use super::{across, axis, frame, rounded};
use crate::chart::layout::Layout;
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::{ChartSpec, Curve};
use crate::registry::Style;

pub(super) fn curve(spec: &ChartSpec, curve: &Curve, layout: &Layout, theme: Theme) -> Value {
    let line = |points: &[(f64, f64)], colour: Paint, kind: LineStyleType, name: &str| {
        let place = |(x, y): &(f64, f64), (a, b): (Style, Style)| {
            let pair = [rounded(*x, a), rounded(*y, b)].map(CompositeValue::from);
            DataPoint::Value(CompositeValue::Array(pair.to_vec()))
        };
        let data: Vec<DataPoint> =
            points.iter().map(|point| place(point, (curve.x.style, curve.y.style))).collect();
        series::Line::new()
            .name(name)
            .show_symbol(false)
            .line_style(LineStyle::new().width(2.0).color(theme.colour(colour)).type_(kind))
            .item_style(ItemStyle::new().color(theme.colour(colour)))
            .data(data)
    };
    let equality = [(0.0, 0.0), (1.0, 1.0)];
    let chart = frame(layout, Trigger::Axis, theme)
        .x_axis(across(&layout.x, curve.x.style, theme))
        .y_axis(axis(&layout.y, curve.y.style, theme))
        .series(line(&curve.points, Paint::Earned, LineStyleType::Solid, &curve.y.label))
        .series(line(&equality, Paint::Faint, LineStyleType::Dashed, "equal shares"));
    merged(&chart, spec, layout, curve.y.style, theme)
}
