//! Pages that are mostly words: `/data`, `/about`, `/embed`.

use super::Page;
use crate::format;
use crate::markup::{Markup, el};
use crate::prerender::head::Head;
use crate::prerender::press::{Press, table};
use crate::view::Route;
use crate::view::heading::{ABOUT, ABOUT_SECTIONS, DATA, EMBED};

pub(super) fn data(press: &Press, route: &Route) -> Page {
    let (ledger, snapshot) = (press.ledger, &press.ledger.snapshot);
    let sources = snapshot.sources.iter().map(|source| {
        let name = format::shown_text(&source.name, 120);
        let name = match source.url.as_deref().and_then(format::safe_link) {
            Some(url) => el("a").attr("href", url).attr("rel", "noopener noreferrer").with(name).into(),
            None => Markup::from(name),
        };
        let captured = source.captured_at.clone().unwrap_or_else(|| "not said".to_owned());
        vec![name, captured.into()]
    });
    let published = ledger.published.iter().rev().map(|id| {
        let path = format!("data/snapshots/{id}.json");
        el("li").with(el("a").attr("href", press.site.path(&path)).with(id.as_str()))
    });
    let content = el("div")
        .class("wrap")
        .with(press.heading(DATA.h1, DATA.lede))
        .with(
            el("section").with(el("h2").with("Snapshots")).with(el("ul").class("inline").with_all(published)),
        )
        .with(el("section").with(el("h2").with("Sources")).with(table(
            "prose-table",
            ["Source", "Captured"].map(Markup::from),
            sources,
        )));
    let head = Head::new(DATA.title, DATA.lede, route.path());
    Page::new(press, route, head.preview("preview/overview.png", DATA.h1), content)
}

pub(super) fn about(press: &Press, route: &Route) -> Page {
    let sections = ABOUT_SECTIONS.map(|(headline, paragraphs)| {
        let paragraphs = paragraphs.iter().map(|paragraph| el("p").with(*paragraph));
        el("section").with(el("h2").with(headline)).with_all(paragraphs)
    });
    let content = el("div").class("wrap prose").with(press.heading(ABOUT.h1, ABOUT.lede)).with_all(sections);
    let head = Head::new(ABOUT.title, ABOUT.lede, route.path());
    Page::new(press, route, head.preview("preview/overview.png", ABOUT.h1), content)
}

pub(super) fn embed(press: &Press, route: &Route) -> Page {
    let content = el("div").class("wrap").with(press.heading(EMBED.h1, EMBED.lede));
    let head = Head::new(EMBED.title, EMBED.lede, route.path());
    Page::new(press, route, head.preview("preview/overview.png", EMBED.h1), content)
}
