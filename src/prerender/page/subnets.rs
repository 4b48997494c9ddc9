//! `/subnets`

use super::Page;
use crate::chart::build::ranking;
use crate::finding;
use crate::format;
use crate::markup::inert::{self, option};
use crate::markup::subnets::{self, Rows};
use crate::markup::{self, Element, Markup, el};
use crate::prerender::head::Head;
use crate::prerender::press::{Press, table_of};
use crate::registry;
use crate::view::{self, Columns, Preset, Route, Table, heading, rows};

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let (ledger, snapshot) = (press.ledger, &press.ledger.snapshot);
    let metrics = Columns::default().metrics();
    let written = Rows {
        snapshot,
        ranks: &ledger.ranks,
        metrics: &metrics,
        lead: registry::known("emission_tao_day"),
        before: None,
        locale: &press.locale,
        href: &|subnet| press.page_of(subnet),
        picked: None,
    };
    let named = |name: &str, note: &str| Markup::text(name).and(el("small").with(note));
    let own = [
        "Subnet".into(),
        "Category".into(),
        named("Shipped", "rungs 1–5"),
        named("Rank", &subnets::ranked(&ledger.ranks)),
    ];
    let heads =
        own.into_iter().chain(metrics.iter().map(|metric| named(metric.short, &written.note(metric))));
    let rows = rows(&Table::default(), snapshot);
    let day = snapshot.as_of.day.map(format::day).unwrap_or_default();
    let headline = format!("{} subnets on {day}", rows.len());
    let rows = rows.into_iter().map(|row| written.row(row));
    let content = el("div")
        .class("wrap wide-page")
        .with(el("h1").with(headline.as_str()))
        .with(settings(press))
        .with(inert::conditions())
        .with(markup::table_key())
        .with(table_of("subnets", heads, rows));
    let paid = press.text(&finding::paid(snapshot, &press.locale));
    let head = Head::new(heading::SUBNETS, format!("{headline}. {paid}"), route.path())
        .preview("preview/subnets.png", ranking(snapshot, registry::known("emission_tao_day"), 8).headline);
    Page::new(press, route, head, content)
}

/// What the table can be set to, of which nothing is.
fn settings(press: &Press) -> Element {
    let search = el("input").attr("type", "search").attr("placeholder", "Name, number, category");
    let categories = view::categories(&press.ledger.snapshot).into_iter().map(option);
    let presets = Preset::ALL.map(|preset| (preset, preset.label()));
    inert::controls([
        inert::field("Search", search),
        inert::select("Category", std::iter::once(option("All")).chain(categories)),
        inert::choices("Columns", &presets, &Preset::default()),
        inert::since(press.ledger.earlier()),
        inert::folded("chooser", "Choose columns"),
        inert::button("CSV"),
        inert::folded("formula", "Add a formula"),
    ])
}
