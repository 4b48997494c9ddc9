//! A ranking: names, bars from zero, values in words.

use super::dots::DotPlace;
use super::{AxisLayout, FONT, Layout, Marks, Rect, Size};
use crate::chart::measure::{fitted, width};
use crate::chart::scale::Scale;
use crate::chart::spec::{Bars, ScaleKind};

/// What stands in a ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct BarsLayout {
    /// One row a bar, in the order of the spec.
    pub rows: Vec<BarPlace>,
    /// Where each bar ends.
    pub ends: Vec<DotPlace>,
    /// Where zero is.
    pub zero: f64,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct BarPlace {
    /// The bar; without width where there is no value.
    pub bar: Rect,
    /// The name, cut to the room there is; it ends left of the bars.
    pub name: String,
    /// Left edge of the value's words.
    pub text_x: f64,
    /// Middle of the row.
    pub middle: f64,
}

/// Room for the netuid before the name.
pub const NUMBER: f64 = 30.0;
/// Height of a comfortable row.
pub const ROW: f64 = 28.0;

pub(super) fn layout(spec: &Bars, size: Size) -> Layout {
    let count = spec.bars.len().max(1) as f64;
    let row = (size.height / count).min(ROW);
    let room = (size.width * 0.36).min(200.0);
    let names: Vec<String> =
        spec.bars.iter().map(|bar| fitted(&bar.label, room - NUMBER, |text| width(text, FONT))).collect();
    let widest = names.iter().map(|name| width(name, FONT)).fold(0.0, f64::max);
    let words = |missing: bool| {
        let kind = spec.bars.iter().filter(move |bar| bar.value.is_none() == missing);
        kind.map(|bar| width(&bar.text, FONT)).fold(0.0, f64::max)
    };
    let left = NUMBER + widest + 10.0;
    // Words for what is missing stand in the bars' own room.
    let plot = Rect::between(left, 0.0, (size.width - words(false) - 8.0).max(left + 20.0), row * count);
    let values = || spec.bars.iter().filter_map(|bar| bar.value);
    let domain = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let scale = Scale::new(
        ScaleKind::Linear,
        if domain == (0.0, 0.0) { (0.0, 1.0) } else { domain },
        (plot.x, plot.right()),
    );
    let zero = scale.position(0.0);
    let thick = (row * 0.6).max(2.0);
    let rows = spec.bars.iter().zip(names).enumerate().map(|(at, (bar, name))| {
        let middle = (at as f64 + 0.5) * row;
        let end = bar.value.map_or(zero, |value| scale.position(value));
        let bar =
            Rect { x: zero.min(end), y: middle - thick / 2.0, width: (end - zero).abs(), height: thick };
        BarPlace { bar, name, text_x: bar.right() + 6.0, middle }
    });
    let rows: Vec<BarPlace> = rows.collect();
    let ends = rows.iter().enumerate().map(|(dot, row)| DotPlace {
        dot,
        x: row.bar.right(),
        y: row.middle,
        radius: thick / 2.0,
    });
    let ends = ends.collect();
    let marks = Marks::Bars(BarsLayout { rows, ends, zero });
    let x = AxisLayout { scale, ticks: Vec::new(), title: String::new(), title_at: (0.0, 0.0) };
    Layout { size, plot, x, y: AxisLayout::plain(plot.bottom(), plot.y), marks }
}
