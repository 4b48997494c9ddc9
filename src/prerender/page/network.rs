//! `/network`

use super::Page;
use crate::chart::build::lorenz;
use crate::compute::concentration::Concentration;
use crate::finding::figures::of_concentration;
use crate::finding::slots;
use crate::format;
use crate::markup::{Markup, el};
use crate::prerender::head::Head;
use crate::prerender::press::{PART, Press, table};
use crate::view::heading::NETWORK;
use crate::view::{Network, Route};

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let (ledger, rows) = (press.ledger, press.ledger.rows());
    let metric = Network::default().metric;
    let spec = lorenz(&ledger.snapshot, metric, &rows);
    let column = rows.iter().map(|row| ledger.snapshot.value(metric, *row));
    let figures = Concentration::of(column).map(|spread| {
        press.figures(&of_concentration(&ledger.snapshot, metric, &spread, &rows, &press.locale))
    });
    let filled = slots::sentence(&slots::by_band(&ledger.snapshot, &rows));
    let events = ledger.events.events.iter().rev().map(|event| {
        let day = event.day.parse().map_or_else(|_| event.day.clone(), format::day);
        let whose = event.subnet.clone().unwrap_or_else(|| "network".to_owned());
        let what: Markup = el("bdi").with(format::shown_text(&event.what, 240)).into();
        vec![day.into(), event.kind.replace('_', " ").into(), whose.into(), what]
    });
    let heads = ["Day", "Kind", "Whose", "What"].map(Markup::from);
    let content = el("div")
        .class("wrap")
        .with(press.heading(NETWORK.h1, NETWORK.lede))
        .with(
            el("section")
                .with_all(figures)
                .with(el("div").class("lorenz").with(press.chart(&spec, "h2", PART))),
        )
        .with(el("section").with(el("h2").with(filled.as_str())))
        .with(el("section").with(el("h2").with("What happened")).with(table("prose-table", heads, events)));
    let head = Head::new(NETWORK.title, format!("{}. {filled}.", spec.headline), route.path())
        .preview("preview/network.png", spec.headline.clone())
        .feed("data/current/feed", "What happened in the network");
    Page::new(press, route, head, content)
}
