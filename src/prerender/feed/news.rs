//! What happened, from everything that is published, what was published last first.

use super::{Mark, page};
use crate::finding::claim;
use crate::format::{self, shown_name, shown_text};
use crate::model::{Day, Rung, SubnetId};
use crate::prerender::ledger::Move;
use crate::prerender::page::claims;
use crate::prerender::press::Press;
use crate::snapshot::wire;
use crate::view::{Network, Page, Route};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The same for ever, and for nothing else: readers of feeds go by it.
    pub id: String,
    /// Of what kind it is; of events their own, such as `registered`.
    pub kind: String,
    /// The day of the snapshot that told of it first.
    pub first: Day,
    /// When it happened.
    pub day: Day,
    /// The registration it concerns; `None` for the network.
    pub subnet: Option<SubnetId>,
    /// In a sentence.
    pub what: String,
    /// Where to read more: a whole address.
    pub page: String,
}

impl Item {
    /// The sentence with its day, because an item stands where it was first told.
    pub fn dated(&self) -> String {
        format!("{}: {}", format::day(self.day), self.what)
    }
}

/// Makes items, each with the snapshot that told of it first.
struct Teller<'a>(&'a Press<'a>);

impl Teller<'_> {
    fn item(&self, mark: &Mark, day: Day, subnet: Option<SubnetId>, what: String, page: String) -> Item {
        let ledger = self.0.ledger;
        let first = ledger.seen.first(mark).or(ledger.snapshot.as_of.day).unwrap_or(day);
        Item { id: mark.id(), kind: mark.kind.to_owned(), first, day, subnet, what, page }
    }

    fn event(&self, event: &wire::Event) -> Option<Item> {
        let subnet: Option<SubnetId> = event.subnet.as_deref().and_then(|id| id.parse().ok());
        let told = shown_text(&event.what, 300);
        let (what, page) = match subnet {
            Some(id) => (format!("{} (SN{id}): {told}", self.name(id)), page(self.0, id)),
            None => (told, self.0.site.canonical(&Route::Network(Network::default()))),
        };
        let item = self.item(&Mark::event(event), event.day.parse().ok()?, subnet, what, page);
        Some(Item { kind: event.kind.clone(), ..item })
    }

    /// A registration is the end of the one before: whoever follows that one is told too.
    fn lost(&self, event: &wire::Event) -> Option<Item> {
        let (mark, before) = Mark::lost(event)?;
        let what = format!("{} (SN{before}) lost its slot.", self.name(before));
        Some(self.item(&mark, event.day.parse().ok()?, Some(before), what, page(self.0, before)))
    }

    /// A rung that was gained or lost from one snapshot to the next; the later one told of it first.
    fn moved(&self, Move { day, id, words }: &Move) -> Item {
        let what = format!("{} (SN{id}) {words}.", self.name(*id));
        let item = self.item(&Mark::moved(*day, *id, words), *day, Some(*id), what, page(self.0, *id));
        Item { first: *day, ..item }
    }

    fn release(&self, id: SubnetId, day: Day, told: &str) -> Item {
        let what = format!("{} (SN{id}) released: {}", self.name(id), shown_text(told, 200));
        self.item(&Mark::release(day, id, told), day, Some(id), what, page(self.0, id))
    }

    fn said(&self, claim: &wire::Claim) -> Option<Item> {
        let subnet = claims::subject(claim).and_then(|subject| self.0.ledger.registration(subject));
        let statement = shown_text(&claim.statement, 300);
        let what = format!("A claim: {statement} ({})", shown_text(&claim::said(claim), 160));
        let page = self.0.site.canonical(&Route::Claims(Page::default()));
        Some(self.item(&Mark::claim(claim), claim.said_on.parse().ok()?, subnet, what, page))
    }

    fn name(&self, id: SubnetId) -> String {
        let mut registrations = self.0.ledger.holders.iter().chain(&self.0.ledger.former);
        let name = registrations.find(|registration| registration.id == id);
        shown_name(name.map_or("", |registration| &registration.name), id.netuid())
    }
}

/// Everything that happened: what was told last first, and of one snapshot the newest first.
pub fn all(press: &Press) -> Vec<Item> {
    let (ledger, teller) = (press.ledger, Teller(press));
    let events = ledger.events.events.iter();
    let mut items: Vec<Item> =
        events.flat_map(|event| [teller.event(event), teller.lost(event)]).flatten().collect();
    items.extend(ledger.moves.iter().map(|moved| teller.moved(moved)));
    for registration in ledger.holders.iter().chain(&ledger.former) {
        let evidence = ledger.evidence(registration).into_iter();
        let releases = evidence.filter(|item| item.rung == Rung::Release && item.grade.is_shown());
        let dated = releases.filter_map(|item| Some((item.day?, item.what)));
        items.extend(dated.map(|(day, what)| teller.release(registration.id, day, &what)));
    }
    items.extend(ledger.claims.claims.iter().filter_map(|claim| teller.said(claim)));
    items.sort_by(|a, b| {
        (b.first, b.day).cmp(&(a.first, a.day)).then_with(|| (a.subnet, &a.id).cmp(&(b.subnet, &b.id)))
    });
    items.dedup_by(|a, b| a.id == b.id);
    items
}
