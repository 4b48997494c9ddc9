//! Pages that are mostly words: `/data`, `/about`, `/embed`.

use super::Page;
use crate::format;
use crate::markup::inert;
use crate::markup::{Element, Markup, el};
use crate::prerender::head::Head;
use crate::prerender::press::{Press, plain, table, words};
use crate::view::heading::{self, ABOUT, ABOUT_SECTIONS, DATA, EMBED, Heading, VERIFY, WRONG};
use crate::view::{Data, Page as Plain, Route};

pub(super) fn data(press: &Press, route: &Route) -> Page {
    let content = el("div")
        .class("wrap")
        .with(press.heading(DATA.h1, DATA.lede))
        .with(newest(press))
        .with(
            el("section")
                .flag("inert")
                .with(el("h2").with("Verify"))
                .with(el("p").class("sub").with(VERIFY))
                .with(inert::button("Verify this snapshot"))
                .with(el("p")),
        )
        .with(snapshots(press))
        .with(sources(press));
    page(press, route, DATA, content)
}

/// What the newest snapshot is of.
fn newest(press: &Press) -> Element {
    let snapshot = &press.ledger.snapshot;
    let day = snapshot.as_of.day.map(format::day).unwrap_or_default();
    let hash = snapshot.block_hash.as_deref().map(|hash| Markup::from(el("code").with(hash)));
    let rule = snapshot.emission_rule.as_deref().unwrap_or("not captured");
    let facts = [
        ("Snapshot", el("code").with(snapshot.id.as_str()).into()),
        ("Captured", format!("{day}, {}", snapshot.captured_at).into()),
        ("Block hash", hash.unwrap_or_else(|| "not captured".into())),
        ("Emission rule", rule.into()),
    ];
    let facts =
        facts.map(|(name, what): (_, Markup)| Markup::from(el("dt").with(name)).and(el("dd").with(what)));
    el("dl").class("facts").with_all(facts)
}

fn snapshots(press: &Press) -> Element {
    let rows = press.ledger.published.iter().rev().map(|published| {
        let file = press.site.path(&format!("data/snapshots/{}.json", published.id));
        let name = el("code").with(published.id.as_str());
        [
            el("a").attr("href", file).with(name).into(),
            el("code").class("hash").with(published.root.sha256.as_str()).into(),
            // What a table of that day is, only the program can show.
            el("span").flag("inert").with("table").into(),
        ]
    });
    let columns = [plain("Snapshot"), words("SHA-256 of its root"), plain("View")];
    el("section")
        .with(el("h2").with("Snapshots"))
        .with(el("p").class("sub").with(heading::SNAPSHOTS))
        .with(table("", columns, rows))
}

fn sources(press: &Press) -> Element {
    let rows = press.ledger.snapshot.sources.iter().map(|source| {
        let name = format::shown_text(&source.name, 120);
        let name = match source.url.as_deref().and_then(format::safe_link) {
            Some(url) => el("a").attr("href", url).attr("rel", "noopener noreferrer").with(name).into(),
            None => Markup::from(name),
        };
        let captured = source.captured_at.clone().unwrap_or_else(|| "does not say".to_owned());
        let licence = source.licence.clone().unwrap_or_else(|| "not stated".to_owned());
        [name, captured.into(), licence.into()]
    });
    let columns = [plain("Source"), words("Captured"), words("Licence")];
    el("section")
        .with(el("h2").with("Sources"))
        .with(el("p").class("sub").with(heading::SOURCES))
        .with(table("prose-table", columns, rows))
}

pub(super) fn about(press: &Press, route: &Route) -> Page {
    let sections = ABOUT_SECTIONS.map(|(headline, paragraphs)| {
        let paragraphs = paragraphs.iter().map(|paragraph| el("p").with(*paragraph));
        el("section").with(el("h2").with(headline)).with_all(paragraphs)
    });
    let link = |route: &Route, words: &str| el("a").attr("href", press.site.link(route)).with(words);
    let [opening, between, end] = WRONG.1;
    let wrong = el("p")
        .with(opening)
        .with(link(&Route::Methods(Plain::default()), "methods"))
        .with(between)
        .with(link(&Route::Data(Data::default()), "data page"))
        .with(end);
    let content = el("div")
        .class("wrap prose")
        .with(press.heading(ABOUT.h1, ABOUT.lede))
        .with_all(sections)
        .with(el("section").with(el("h2").with(WRONG.0)).with(wrong));
    page(press, route, ABOUT, content)
}

pub(super) fn embed(press: &Press, route: &Route) -> Page {
    let content = el("div").class("wrap").with(press.heading(EMBED.h1, EMBED.lede));
    page(press, route, EMBED, content)
}

fn page(press: &Press, route: &Route, of: Heading, content: Element) -> Page {
    let head = Head::new(of.title, of.lede, route.path());
    let (picture, shown) = super::plane_picture(press);
    Page::new(press, route, head.preview(picture, shown), content)
}
