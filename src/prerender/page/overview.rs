//! `/`

use super::Page;
use crate::chart::build::plane_chart;
use crate::finding::{self, figures};
use crate::markup::{Element, el};
use crate::model::Rung;
use crate::prerender::head::Head;
use crate::prerender::press::{PART, Press};
use crate::registry;
use crate::view::{Plane, Route, heading};

/// How long the lists are, as in the application.
const LIST: usize = 6;

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let (ledger, snapshot) = (press.ledger, &press.ledger.snapshot);
    let rows = ledger.rows();
    let paid = finding::paid(snapshot, &rows, &press.locale);
    let cuts = Plane {
        cut_x: Some(figures::WORTH_A_WORD),
        cut_y: Some(Rung::ReachableProduct.number()),
        ..Plane::default()
    };
    let emission = registry::known("emission_tao_day");
    let list = |name: &str, rows: Vec<usize>| -> Element {
        let items = rows.into_iter().take(LIST).map(|row| {
            el("li")
                .with(el("span").class("n").with(snapshot.subnets[row].id.netuid().to_string()))
                .with(el("span").with(press.subnet(row)))
                .with(press.bare(emission, row))
        });
        el("section").with(el("h3").with(name)).with(el("ol").class("rank").with_all(items))
    };
    let aside = el("aside")
        .with(list("Most earned", finding::ranked(snapshot, &rows, emission)))
        .with(list(
            finding::UNPROVEN,
            finding::paid_without(snapshot, &rows, figures::WORTH_A_WORD, Rung::ReachableProduct),
        ))
        .with(list("Quiet builders", finding::quiet_builders(snapshot, &rows, emission)));
    let chart = press.chart(&plane_chart(snapshot, &cuts, &[]), "h2", PART);
    let content = el("div")
        .class("wrap")
        .with(press.heading(finding::overview(snapshot), paid.as_str()))
        .with(press.figures(&figures::of_network(snapshot, &ledger.ranks, &press.locale)))
        .with(el("div").class("cols").with(el("section").with(chart)).with(aside));
    let head = Head::new(heading::OVERVIEW, format!("{paid} As of {}.", press.as_of()), route.path())
        .preview("preview/overview.png", finding::overview(snapshot))
        .feed("data/current/feed", "What happened in the network");
    Page::new(press, route, head, content)
}
