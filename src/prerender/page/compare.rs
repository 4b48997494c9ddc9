//! `/compare`

use super::Page;
use crate::chart::ChartSpec;
use crate::chart::build::{Ground, compared};
use crate::chart::spec::EventMark;
use crate::finding;
use crate::markup::el;
use crate::prerender::head::Head;
use crate::prerender::press::{Press, WHOLE};
use crate::view::{Compare, Route, heading};

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let spec = chart(press);
    let content = el("div").class("wrap compare-page").with(press.chart(&spec, "h1", WHOLE));
    let words = format!("{}. {}.", spec.headline, spec.subtitle);
    let head = Head::new(heading::COMPARE, words, route.path())
        .preview("preview/compare.png", spec.headline.clone());
    Page::new(press, route, head, content)
}

/// The comparison that nobody chose: what an address without a query shows.
pub fn chart(press: &Press) -> ChartSpec {
    let ledger = press.ledger;
    let compare = Compare::default();
    let rows = compare.rows(&ledger.snapshot);
    let subjects: Vec<_> = rows.into_iter().map(|row| (row, &ledger.holders[row].history)).collect();
    let events = finding::events::of_network(&ledger.events).into_iter();
    let events: Vec<_> =
        events.map(|(day, label)| EventMark { day: day.epoch_days(), label, series: None }).collect();
    let changes = finding::events::of_emission_rule(&ledger.events);
    let ground = Ground { events: &events, changes: &changes, ..Ground::default() };
    compared(&ledger.snapshot, &subjects, &ground, &compare).spec
}
