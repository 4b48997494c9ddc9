//! `/claims`

use super::Page;
use crate::compute::order;
use crate::finding::claim;
use crate::markup::{Element, Markup, el};
use crate::model::SubnetRef;
use crate::prerender::head::Head;
use crate::prerender::press::Press;
use crate::snapshot::wire::Claim;
use crate::view::Route;
use crate::view::heading::CLAIMS;

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let claims = &press.ledger.claims.claims;
    let mut about: Vec<Option<SubnetRef>> = Vec::new();
    for claim in claims {
        let subject = subject(claim);
        if !about.contains(&subject) {
            about.push(subject);
        }
    }
    let sections = order::ordered(about, Ord::cmp).into_iter().map(|about| {
        let rows = claims.iter().filter(|claim| subject(claim) == about).map(|claim| row(press, claim));
        let rows = el("div").class("claims").with_all(rows);
        el("section").with(el("h2").with(whose(press, about))).with(rows)
    });
    let none =
        claims.is_empty().then(|| el("p").class("empty").with("No claims are listed in this snapshot."));
    let content =
        el("div").class("wrap").with(press.heading(CLAIMS.h1, CLAIMS.lede)).with(none).with_all(sections);
    let head = Head::new(CLAIMS.title, CLAIMS.lede, route.path());
    let (picture, words) = super::plane_picture(press);
    Page::new(press, route, head.preview(picture, words), content)
}

fn whose(press: &Press, about: Option<SubnetRef>) -> Markup {
    match (about, about.and_then(|reference| press.ledger.snapshot.row(reference))) {
        (Some(reference), Some(row)) => {
            press.subnet(row).and(" ").and(el("small").with(format!(" SN{}", reference.netuid())))
        }
        (Some(reference), None) => format!("SN{reference}, not in this snapshot").into(),
        (None, _) => "The network".into(),
    }
}

/// What was said, by whom and what is tricky about it, beside what can be read.
pub fn row(press: &Press, claim: &Claim) -> Element {
    let trap = claim.trap.as_deref().zip(claim.trap_note.as_deref());
    let trap = trap.map(|(kind, note)| {
        el("small").class("trap").with(el("b").with(claim::trap(kind))).with(": ").with(note)
    });
    let address = claim::address(claim).map(|url| {
        let link = el("a")
            .attr("href", url)
            .attr("rel", "noopener noreferrer ugc nofollow")
            .attr("target", "_blank");
        Markup::from(" · ").and(link.with("where it was said"))
    });
    let said = el("small").with(claim::found_in(claim)).with(address);
    let statement = el("div").with(claim.statement.as_str()).with(said).with(trap);
    el("div").class("claim").attr("id", &claim.id).with(statement).with(reading(press, claim))
}

fn reading(press: &Press, claim: &Claim) -> Element {
    match claim::reading(&press.ledger.snapshot, claim, &press.locale) {
        Some(reading) => el("div")
            .with(press.said(&reading.words))
            .with(reading.dollars.map(|dollars| el("div").with(press.said(&dollars))))
            .with(el("small").with(reading.as_of)),
        None => el("div").class("none").with(claim::NONE),
    }
}

/// Whom a claim is about; `None` for the network.
pub fn subject(claim: &Claim) -> Option<SubnetRef> {
    claim.subnet.as_deref()?.parse().ok()
}
