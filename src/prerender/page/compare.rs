//! `/compare`

use super::Page;
use crate::chart::ChartSpec;
use crate::chart::build::{Compared, Ground, compared};
use crate::chart::spec::EventMark;
use crate::finding;
use crate::markup::comparison;
use crate::markup::figure::{WHOLE, printed};
use crate::prerender::head::Head;
use crate::prerender::press::Press;
use crate::view::{Compare, Route, heading};

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let (drawn, compare) = (drawn(press), Compare::default());
    let drawings = printed(&drawn.spec, WHOLE);
    let content = comparison::page(&press.ledger.snapshot, &drawn, &compare, drawings);
    let spec = drawn.spec;
    let words = format!("{}. {}.", spec.headline, spec.subtitle);
    let head = Head::new(heading::COMPARE, words, route.path()).preview("preview/compare.png", spec.headline);
    Page::new(press, route, head, content)
}

/// The comparison that nobody chose: what an address without a query shows.
pub fn chart(press: &Press) -> ChartSpec {
    drawn(press).spec
}

fn drawn(press: &Press) -> Compared {
    let ledger = press.ledger;
    let compare = Compare::default();
    let rows = compare.rows(&ledger.snapshot);
    let subjects: Vec<_> = rows.into_iter().map(|row| (row, &ledger.holders[row].history)).collect();
    let events = finding::events::of_network(&ledger.events).into_iter();
    let events: Vec<_> =
        events.map(|(day, label)| EventMark { day: day.epoch_days(), label, series: None }).collect();
    let changes = finding::events::of_emission_rule(&ledger.events);
    let ground = Ground { events: &events, changes: &changes, ..Ground::default() };
    compared(&ledger.snapshot, &subjects, &ground, &compare)
}
