//! What happened, from everything that is published, newest first.

use super::page;
use crate::format::{shown_name, shown_text};
use crate::model::{Day, Rung, SubnetId, SubnetRef};
use crate::prerender::ledger::Move;
use crate::prerender::page::claims;
use crate::prerender::press::Press;
use crate::publish::store::reference;
use crate::snapshot::wire;
use crate::view::{Network, Page, Route};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The same for ever, and for nothing else: readers of feeds go by it.
    pub id: String,
    /// When.
    pub day: Day,
    /// The registration it concerns; `None` for the network.
    pub subnet: Option<SubnetId>,
    /// In a sentence.
    pub what: String,
    /// Where to read more: a whole address.
    pub page: String,
}

impl Item {
    /// `told` is what happened without the subnet's name: it can have another one tomorrow, and be the
    /// same item still.
    fn new(
        (day, kind, told): (Day, &str, &str),
        subnet: Option<SubnetId>,
        what: String,
        page: String,
    ) -> Self {
        let told = format!("{day} {kind} {} {told}", subnet.map(|id| id.to_string()).unwrap_or_default());
        let hash: String = reference(told.as_bytes()).sha256.chars().take(16).collect();
        Self { id: format!("{kind}-{hash}"), day, subnet, what, page }
    }
}

/// Everything that happened, newest first.
pub fn all(press: &Press) -> Vec<Item> {
    let mut items: Vec<Item> =
        events(press).chain(moves(press)).chain(releases(press)).chain(said(press)).collect();
    items.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| (a.subnet, &a.id).cmp(&(b.subnet, &b.id))));
    items.dedup_by(|a, b| a.id == b.id);
    items
}

fn name(press: &Press, id: SubnetId) -> String {
    let registrations = press.ledger.holders.iter().chain(&press.ledger.former);
    let name = registrations.into_iter().find(|registration| registration.id == id);
    shown_name(name.map_or("", |registration| &registration.name), id.netuid())
}

fn events<'a>(press: &'a Press) -> impl Iterator<Item = Item> + 'a {
    press
        .ledger
        .events
        .events
        .iter()
        .flat_map(|event| [event_of(press, event), slot_lost(press, event)])
        .flatten()
}

fn event_of(press: &Press, event: &wire::Event) -> Option<Item> {
    let day = event.day.parse().ok()?;
    let subnet: Option<SubnetId> = event.subnet.as_deref().and_then(|id| id.parse().ok());
    let told = shown_text(&event.what, 300);
    let (what, page) = match subnet {
        Some(id) => (format!("{} (SN{id}): {told}", name(press, id)), page(press, id)),
        None => (told.clone(), press.site.canonical(&Route::Network(Network::default()))),
    };
    Some(Item::new((day, "event", &told), subnet, what, page))
}

/// A registration is the end of the one before: whoever follows that one is told too.
fn slot_lost(press: &Press, event: &wire::Event) -> Option<Item> {
    let next: SubnetId = event.subnet.as_deref().filter(|_| event.kind == "registered")?.parse().ok()?;
    let before = SubnetId::new(next.netuid(), next.generation().checked_sub(1)?)?;
    let what = format!("{} (SN{before}) lost its slot.", name(press, before));
    Some(Item::new((event.day.parse().ok()?, "lost", ""), Some(before), what, page(press, before)))
}

/// Rungs that were gained or lost from one snapshot to the next.
fn moves<'a>(press: &'a Press) -> impl Iterator<Item = Item> + 'a {
    press.ledger.moves.iter().map(|Move { day, id, words }| {
        let what = format!("{} (SN{id}) {words}.", name(press, *id));
        Item::new((*day, "ladder", words), Some(*id), what, page(press, *id))
    })
}

fn releases<'a>(press: &'a Press) -> impl Iterator<Item = Item> + 'a {
    press.ledger.holders.iter().flat_map(|holder| {
        let evidence = press.ledger.evidence(holder).into_iter();
        evidence.filter(|item| item.rung == Rung::Release).filter_map(|item| {
            let (id, told) = (holder.id, shown_text(&item.what, 200));
            let what = format!("{} (SN{id}) released: {told}", name(press, id));
            Some(Item::new((item.day?, "release", &told), Some(id), what, page(press, id)))
        })
    })
}

fn said<'a>(press: &'a Press) -> impl Iterator<Item = Item> + 'a {
    press.ledger.claims.claims.iter().filter_map(|claim| {
        let day = claim.said_on.parse().ok()?;
        let row = claims::subject(claim).and_then(|subject: SubnetRef| press.ledger.snapshot.row(subject));
        let subnet = row.map(|row| press.ledger.snapshot.subnets[row].id);
        let what = format!(
            "A claim: {} ({})",
            shown_text(&claim.statement, 300),
            shown_text(&claims::said(claim), 160)
        );
        let page = press.site.canonical(&Route::Claims(Page::default()));
        Some(Item::new((day, "claim", &what.clone()), subnet, what, page))
    })
}
