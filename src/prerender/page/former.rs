//! `/subnet/16.r1`: a registration that has lost its slot keeps its page.

use super::Page;
use crate::finding;
use crate::markup::figure::{WHOLE, chart};
use crate::markup::{Markup, el};
use crate::model::SubnetRef;
use crate::prerender::head::Head;
use crate::prerender::ledger::Registration;
use crate::prerender::press::Press;
use crate::view::{Route, SubnetPage};

/// Its page under one of its names: its own, or that of a slot which nobody has taken since.
pub(super) fn page(press: &Press, name: SubnetRef, registration: &Registration) -> Page {
    let id = registration.id;
    let route = Route::Subnet(name, SubnetPage::default());
    let name = press.name(registration);
    let tenure = finding::tenure(&registration.profile, id);
    let words = el("div")
        .with(el("h1").class("name").with(el("bdi").with(name.as_str())))
        .with(el("p").with(finding::former(id)));
    let received = finding::received(&press.ledger.snapshot, &registration.history, &press.locale);
    let clock = press.ledger.clock(registration);
    let content = el("article")
        .class("wrap")
        .with(el("header").class("profile-head").with(words))
        .with(el("p").class("lede").with(tenure.as_str()))
        .with(today(press, registration))
        .with(clock.as_ref().map(|spec| el("section").with(chart(spec, "h2", WHOLE))))
        .with(received.map(|sentence| el("p").class("sub").with(press.said(&sentence))));
    let title = format!("{name} (SN{id})");
    let canonical = Route::Subnet(id.into(), SubnetPage::default()).path();
    let head = Head::new(title, tenure, canonical)
        .oembed(format!("oembed/{id}.json"))
        .feed(format!("data/current/subnet/{id}.feed"), format!("What happened to {name} (SN{id})"));
    // Where no day of it is known there is nothing of its own to draw.
    let plane = || {
        let (picture, shown) = super::plane_picture(press);
        (picture.to_owned(), shown)
    };
    let (picture, shown) = clock.map_or_else(plane, |spec| (format!("preview/{id}.png"), spec.headline));
    Page::new(press, &route, head.preview(picture, shown), content)
}

/// Who holds the slot now.
pub fn today(press: &Press, registration: &Registration) -> Option<Markup> {
    let occupant = SubnetRef::occupant(registration.id.netuid())?;
    let row = press.ledger.snapshot.row(occupant)?;
    let [before, after] = finding::SLOT_HELD_TODAY;
    Some(el("p").with(before).with(press.subnet(row)).with(after).into())
}
