//! Two metrics against each other, and curves over two shares.

use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{ItemStyle, Label, LabelPosition, LineStyle, LineStyleType, Symbol, Trigger};
use charming::series;
use serde_json::Value;

use super::extra::{GivesWay, Hidden, merge_into, merged};
use super::{across, axis, frame, rounded};
use crate::chart::layout::Layout;
use crate::chart::number::with_unit;
use crate::chart::palette::{Paint, Theme};
use crate::chart::spec::{Axis, ChartSpec, Curve, Point, Scatter};
use crate::registry::Style;

pub(super) fn scatter(spec: &ChartSpec, scatter: &Scatter, layout: &Layout, theme: Theme) -> Value {
    let mut chart = frame(layout, Trigger::Item, theme)
        .x_axis(across(&layout.x, scatter.x.style, theme))
        .y_axis(axis(&layout.y, scatter.y.style, theme));
    let shown = |point: &&Point| layout.x.scale.holds(point.x) && layout.y.scale.holds(point.y);
    let (asked, crowd): (Vec<&Point>, Vec<&Point>) =
        scatter.points.iter().filter(shown).partition(|point| point.slot.is_some());
    let item = |point: &Point| {
        let place = [rounded(point.x, scatter.x.style), rounded(point.y, scatter.y.style)];
        let place = CompositeValue::Array(place.map(CompositeValue::from).to_vec());
        // What the page's own readout says.
        let value =
            |axis: &Axis, value| format!("{}: {}", axis.label, with_unit(value, axis.style, &axis.unit));
        let words = [point.label.clone(), value(&scatter.x, point.x), value(&scatter.y, point.y)];
        DataPoint::Item(DataPointItem::new(place).name(words.join("\n")))
    };
    let dots = |size: f64, colour: &str, data: Vec<DataPoint>| {
        series::Scatter::new()
            .symbol(Symbol::Circle)
            .symbol_size(size)
            .item_style(ItemStyle::new().color(colour))
            .data(data)
    };
    let crowd = crowd.into_iter().map(item).collect();
    chart = chart.series(dots(8.0, theme.colour(Paint::Faint), crowd).name("other subnets"));
    let named = asked.len();
    for point in asked {
        let colour = theme.colour(point.slot.map_or(Paint::Faint, Paint::Series));
        let name = Label::new().show(true).formatter("{a}").position(LabelPosition::Right).color(colour);
        let dot = dots(10.0, colour, vec![item(point)]).name(point.label.as_str()).id(point.id.as_str());
        chart = chart.series(dot.label(name));
    }
    let mut option = merged(&chart, spec, layout, scatter.y.style, theme);
    option["tooltip"]["formatter"] = "{b}".into();
    for at in 1..=named {
        let gives_way = GivesWay { label_layout: Hidden { hide_overlap: true } };
        merge_into(&mut option, "series", at, &gives_way);
    }
    option
}

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
