//! The frame of a page as it stands before the application is here.
//!
//! The classes are those of the application, so that its style sheet dresses both alike and the one
//! replaces the other without a jump.

use super::{Element, Markup, el, ignored};
use crate::format::{self, Locale};
use crate::snapshot::Snapshot;
use crate::view::{Data, Embed, Ignored, Overview, Page, Route, heading, href};

/// What the frame around a page knows.
pub struct Frame<'a> {
    /// The folder of the site, `/ledger` or nothing.
    pub base: &'a str,
    /// The snapshot that the page is pinned to, in which its links stay.
    pub pin: Option<&'a str>,
    /// What is shown.
    pub snapshot: &'a Snapshot,
    /// How numbers are written.
    pub locale: &'a Locale,
    /// What of the address was not understood.
    pub ignored: &'a [Ignored],
    /// How old the newest snapshot is, when it is old.
    pub stale: Option<String>,
}

impl Frame<'_> {
    /// The frame around the content of a page.
    pub fn around(&self, route: &Route, content: impl Into<Markup>) -> Markup {
        // The program takes the facts for what is asked for only on the page they were written for.
        let facts = el("div").attr("data-path", route.path()).with(content);
        let main = el("main").attr("id", "main").attr("tabindex", "-1");
        let main = main.with(ignored(self.ignored)).with(self.says()).with(facts);
        Markup::from(self.bar(route)).and(main).and(self.foot())
    }

    /// A view in a frame of somebody else's page, where all there is around it is whose it is.
    pub fn alone(&self, route: &Route, content: impl Into<Markup>) -> Markup {
        let whole = Embed::of(route).map(|embed| href(self.base, &embed.whole())).unwrap_or_default();
        let whose = attribution(&whole, heading::SITE, &format::as_of(self.snapshot.as_of, self.locale));
        let view = el("div").class("framed").attr("data-path", route.path()).with(content).with(whose);
        let main = el("main").attr("id", "main").attr("tabindex", "-1").class("embed");
        main.with(ignored(self.ignored)).with(self.says()).with(view).into()
    }

    /// Where the program reports its start, and where a page says of itself how old it is.
    fn says(&self) -> Element {
        let class = if self.stale.is_some() { "wrap says stale" } else { "wrap says" };
        el("p")
            .class(class)
            .attr("id", "boot")
            .attr("role", "status")
            .with(self.stale.as_deref().map(Markup::text))
    }

    fn link(&self, route: &Route) -> String {
        match self.pin {
            Some(pin) => href(self.base, &route.clone().pinned(Some(pin.to_owned()))),
            None => href(self.base, route),
        }
    }

    fn bar(&self, route: &Route) -> Element {
        let item = |(label, section): (&'static str, Route)| {
            let link = el("a").attr("href", self.link(&section));
            let link = if route.is_in(&section) { link.attr("aria-current", "page") } else { link };
            el("li").with(link.with(label))
        };
        // Home is the newest snapshot.
        let home = href(self.base, &Route::Overview(Overview::default()));
        let home = el("a").class("mark").attr("href", home);
        let rods = el("span").class("rods").with(Markup::drawing(heading::MARK.to_owned()));
        let nav = el("nav").attr("aria-label", "Pages");
        let nav = nav.with(el("ul").with_all(Route::sections().map(item)));
        let button = |class| el("button").class(class).attr("type", "button").flag("inert");
        let glass = el("span").with(Markup::drawing(heading::GLASS.to_owned()));
        let search = button("search").with(glass).with(el("span").class("word").with("Search"));
        let bar = el("div").class("wrap").with(home.with(rods).with(heading::SITE));
        el("header").class("site").with(bar.with(nav).with(search).with(button("theme").with("◐")))
    }

    fn foot(&self) -> Element {
        let item =
            |label: &str, route: &Route| el("li").with(el("a").attr("href", self.link(route)).with(label));
        let as_of = format::as_of(self.snapshot.as_of, self.locale);
        let says = el("p").with("Snapshot ").with(el("code").with(self.snapshot.id.as_str()));
        let says = says.with(format!(", {as_of}. {}", heading::PROMISE));
        let links = el("ul")
            .with(item(heading::DATA.title, &Route::Data(Data::default())))
            .with(item(heading::METHODS.title, &Route::Methods(Page::default())))
            .with(item(heading::ABOUT.title, &Route::About));
        el("footer").class("site").with(el("div").class("wrap").with(says).with(links))
    }
}

/// Whose a view in somebody else's page is, and where the whole of it is.
pub fn attribution(whole: &str, words: &str, as_of: &str) -> Element {
    let link = el("a").attr("href", whole).attr("target", "_blank").attr("rel", "noopener").with(words);
    el("p").class("attribution").with(link).with(format!(", {as_of}."))
}
