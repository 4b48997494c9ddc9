//! `/`

use super::Page;
use crate::chart::build::plane_chart;
use crate::finding::lists::{self, List, SHOWN};
use crate::finding::{self, figures};
use crate::markup::figure::BESIDE;
use crate::markup::{Element, el};
use crate::prerender::head::Head;
use crate::prerender::press::Press;
use crate::registry;
use crate::view::{Plane, Route, Table, beside_the_plane, heading};

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let (ledger, snapshot) = (press.ledger, &press.ledger.snapshot);
    let paid = finding::paid(snapshot, &press.locale);
    let cuts = Plane::overview();
    let aside = beside_the_plane(snapshot).into_iter().map(|(list, all)| ranking(press, list, all));
    let plane = el("a").attr("href", press.site.link(&Route::Plane(cuts.clone())));
    let plane = el("p").with(plane.with("The whole plane, with cuts you can move"));
    let spec = plane_chart(snapshot, &cuts, &[]);
    let section = el("section").with(super::plane::drawn(press, &cuts, &spec, BESIDE)).with(plane);
    let content = el("div")
        .class("wrap")
        .with(press.heading(finding::overview(snapshot), press.said(&paid)))
        .with(press.figures(&figures::of_network(snapshot, &ledger.ranks, &press.locale)))
        .with(el("div").class("cols").with(section).with(el("aside").with_all(aside)));
    let (picture, shown) = super::plane_picture(press);
    let head =
        Head::new(heading::OVERVIEW, format!("{} As of {}.", press.text(&paid), press.as_of()), route.path())
            .preview(picture, shown)
            .feed("data/current/feed", "What happened in the network");
    Page::new(press, route, head, content)
}

/// The first of a list, and where the rest is.
fn ranking(press: &Press, list: List, all: Table) -> Element {
    let emission = registry::known("emission_tao_day");
    let more = (list.rows.len() > SHOWN).then(|| {
        let all = press.site.link(&Route::Subnets(all));
        el("p").class("sub").with(el("a").attr("href", all).with("The rest in the table"))
    });
    let none = list.rows.is_empty();
    let items = list.rows.into_iter().take(SHOWN).map(|row| {
        el("li")
            .with(press.slot(row))
            .with(el("span").with(press.subnet(row)))
            .with(press.bare(emission, row))
    });
    el("section")
        .with(el("h3").with(list.title))
        .with(el("p").class("sub").with(list.why))
        .with(none.then(|| el("p").class("hint").with(lists::NONE)))
        .with(el("ol").class("rank").with_all(items))
        .with(more)
}
