//! The price of one subnet as a small line.

use super::{File, Subject};
use crate::chart::build::sparkline;
use crate::chart::geometry::Size;
use crate::chart::palette::Theme;
use crate::chart::svg;
use crate::finding;
use crate::format;
use crate::markup::{Markup, el};
use crate::registry;
use crate::view::Widget;

/// The longest span that is drawn.
const DAYS: usize = 365;
const SIZE: Size = Size { width: 420.0, height: 72.0 };

pub(super) fn file(subject: &Subject) -> File {
    let widget = Widget::Spark(subject.reference);
    let price = registry::known("price_tao");
    let id = subject.registration.id;
    let line = match subject.row {
        Some(_) => format!("SN{}", id.netuid()),
        None => finding::former(id),
    };
    let history = subject.registration.history.running(price);
    let series = history.series(price);
    let Some((series, (first, last))) = series.and_then(|series| Some((series, series.extent()?))) else {
        let none = "No price of this registration was captured.";
        return subject.document(&widget, line, el("p").with(none).into(), "none");
    };
    let spec = sparkline(series, DAYS, &subject.name(), price);
    let from = first.max(last.plus(1 - DAYS as i32));
    let newest = series.at(last).map(crate::model::Value::finite);
    let newest = newest.map(|value| format::with_unit(value, price, &subject.press.locale));
    let words = format!(
        "{} {} on {}; from {} on",
        price.label,
        newest.unwrap_or_default(),
        format::day(last),
        format::day(from)
    );
    let drawing = Markup::drawing(svg::render(&spec, SIZE, Theme::Page));
    let content = drawing.and(el("p").class("sub").with(words));
    subject.document(&widget, line, content, &subject.source(series.sources().last().copied()))
}
