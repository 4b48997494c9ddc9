//! The address bar and the program agree: a link is a [`Route`] printed, and the route is the
//! address read.
//!
//! A router library is deliberately absent. Routes, queries and the base path are typed values of
//! [`crate::view`]; what remains is listening to three browser events, and the libraries decode
//! queries twice and prefix the base path unevenly.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollToOptions};

use crate::snapshot::Snapshot;
use crate::view::{Embed, Ignored, Route, Widget, href, strip_base};

/// Where the reader is, and how to go elsewhere. Kept in the context.
#[derive(Clone, Copy)]
pub struct Navigation {
    base: StoredValue<String>,
    place: RwSignal<(Route, Vec<Ignored>)>,
}

impl Navigation {
    /// Reads the address and follows it from now on: back, forward, and clicks on our own links.
    pub fn install() -> Self {
        let base = base_path();
        let place = RwSignal::new(read_address(&base));
        let navigation = Self { base: StoredValue::new(base), place };
        window_event_listener(ev::popstate, move |_| navigation.reread());
        window_event_listener(ev::click, move |event| {
            // Of the page that is open, not of the one that addresses begin at.
            if let Some(part) =
                followed_anchor(&event).and_then(|(_, href)| href.strip_prefix('#').map(str::to_owned))
            {
                event.prevent_default();
                go_to(&part);
                focus(&part);
                return;
            }
            let Some((anchor, address)) = followed_link(&event).filter(|(_, to)| navigation.owns(to)) else {
                return;
            };
            // A frame shows one view; what it leads to opens beside the page that the frame is in.
            if navigation.place.with_untracked(|(route, _)| route.is_framed()) {
                let _ = anchor.set_attribute("target", "_blank");
                let _ = anchor.set_attribute("rel", "noopener");
                return;
            }
            event.prevent_default();
            navigation.push_address(&address);
        });
        // What was written at publication need not have the part that the address names.
        let part = window().location().hash().unwrap_or_default();
        if let Some(part) = part.strip_prefix('#').filter(|part| !part.is_empty()) {
            go_to(part);
        }
        navigation
    }

    /// The navigation of this page.
    pub fn get() -> Self {
        expect_context()
    }

    /// The route, reactively.
    pub fn route(self) -> Route {
        self.place.with(|(route, _)| route.clone())
    }

    /// The route as it is now, for what is done once.
    pub fn route_now(self) -> Route {
        self.place.with_untracked(|(route, _)| route.clone())
    }

    /// The view that is shown, embedded or built here, reactively; `None` on a page of another kind.
    pub fn widget(self) -> Option<Widget> {
        self.place.with(|(route, _)| Embed::of(route)).map(|embed| embed.widget)
    }

    /// The link to the builder with the view that is shown, reactively; `None` for a page that cannot be
    /// embedded.
    pub fn builder_href(self, snapshot: &Snapshot) -> Option<String> {
        let embed = Embed::of(&self.route().copied(snapshot, false))?;
        Some(self.exact_href(&Route::EmbedBuilder(embed)))
    }

    /// What in the address was not understood, reactively.
    pub fn ignored(self) -> Vec<Ignored> {
        self.place.with(|(_, ignored)| ignored.clone())
    }

    /// The link to a route on this host. On a page that is pinned to a snapshot, links stay in it
    /// unless they name another.
    pub fn href(self, route: &Route) -> String {
        let pin = self.place.with_untracked(|(here, _)| here.at().map(str::to_owned));
        match (route.at(), pin) {
            (None, Some(pin)) => self.base.with_value(|base| href(base, &route.clone().pinned(Some(pin)))),
            _ => self.exact_href(route),
        }
    }

    /// The link to exactly this route: without a snapshot, to the latest one.
    pub fn exact_href(self, route: &Route) -> String {
        self.base.with_value(|base| href(base, route))
    }

    /// The link with origin, for copying elsewhere.
    pub fn origin(self) -> String {
        window().location().origin().unwrap_or_default()
    }

    /// The path this site is served under: empty at the root.
    pub fn base(self) -> String {
        self.base.get_value()
    }

    /// Goes to a route as a new entry of the history, at the top of a page that is another.
    pub fn push(self, route: &Route) {
        self.push_address(&self.exact_href(route));
    }

    /// Changes the view without a new page: the entry of the history is replaced and nothing scrolls.
    pub fn replace(self, route: &Route) {
        let address = self.exact_href(route);
        if let (Ok(history), location) = (window().history(), window().location()) {
            let replace = |address: &str| history.replace_state_with_url(&JsValue::NULL, "", Some(address));
            // A sandboxed frame may change nothing but its query, and hosts spell paths their own way.
            if replace(&address).is_err()
                && let (Ok(path), Some((_, query))) = (location.pathname(), address.split_once('?'))
            {
                let _ = replace(&format!("{path}?{query}"));
            }
        }
        self.follow(&address);
    }

    /// Shows a view where one is shown already: in the page, in the frame, in the builder.
    pub fn show(self, widget: Widget) {
        self.replace(&Embed::shown_at(widget, &self.route_now()));
    }

    /// Shows it as a new entry of the history, so that Back leads to what was shown before. A frame
    /// keeps to the one entry it has in the history of the page around it, and the builder to its own.
    pub fn show_next(self, widget: Widget) {
        match self.route_now() {
            here @ (Route::Embed(_) | Route::EmbedBuilder(_)) => {
                self.replace(&Embed::shown_at(widget, &here));
            }
            here => self.enter(&self.exact_href(&Embed::shown_at(widget, &here))),
        }
    }

    /// Goes to a part of a page, and names it in the address.
    pub fn push_part(self, route: &Route, part: Option<&str>) {
        let address = self.exact_href(route);
        match part {
            Some(part) => {
                self.push_address(&format!("{address}#{part}"));
                go_to(part);
            }
            None => self.push_address(&address),
        }
    }

    fn push_address(self, address: &str) {
        let path = |address: &str| address.split(['?', '#']).next().map(str::to_owned);
        let same = window().location().pathname().ok() == path(address);
        self.enter(address);
        // Another view of the same page is where the reader is looking already.
        if same {
            return;
        }
        let top = ScrollToOptions::new();
        top.set_top(0.0);
        top.set_behavior(ScrollBehavior::Instant);
        window().scroll_to_with_scroll_to_options(&top);
        // The next thing a screen reader says should be the new page, not the link that is gone.
        focus("main");
    }

    /// Makes a new entry of the history.
    fn enter(self, address: &str) {
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(address));
        }
        self.follow(address);
    }

    fn reread(self) {
        self.stand_at(self.base.with_value(|base| read_address(base)));
    }

    /// What an address of this site says, without asking the browser for it again.
    fn follow(self, address: &str) {
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        self.stand_at(self.base.with_value(|base| read(base, path, query)));
    }

    fn stand_at(self, place: (Route, Vec<Ignored>)) {
        if self.place.with_untracked(|current| *current != place) {
            self.place.set(place);
        }
    }

    /// Whether a path lies in this site: under the base, at a boundary of segments.
    fn owns(self, address: &str) -> bool {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        // A last part with a dot is a file, unless the dot belongs to a generation, as in /subnet/70.r2.
        let file = |rest: &str| {
            rest.rsplit('/').next().is_some_and(|name| name.contains('.')) && !rest.starts_with("/subnet/")
        };
        self.base.with_value(|base| strip_base(base, path).is_some_and(|rest| !file(rest)))
    }
}

/// Parts wait for files of their own, so the one that is named may not be there at once: how often it is
/// looked for.
const LOOKS: u32 = 50;
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// Gives a part of the page the focus, where it can have it.
fn focus(id: &str) {
    if let Some(part) = document().get_element_by_id(id).and_then(|part| part.dyn_into::<HtmlElement>().ok())
    {
        let _ = part.focus();
    }
}

/// Brings a part of the page into view, as soon as it is there.
pub fn go_to(id: &str) {
    look_for(id.to_owned(), LOOKS);
}

fn look_for(id: String, looks: u32) {
    match document().get_element_by_id(&id) {
        Some(part) => part.scroll_into_view(),
        None if looks > 0 => set_timeout(move || look_for(id, looks - 1), LOOK_AGAIN),
        None => {}
    }
}

/// What the address bar says.
pub struct Place {
    /// The folder of the site: empty at the root.
    pub base: String,
    /// What is asked for.
    pub route: Route,
    /// What of it was not understood.
    pub ignored: Vec<Ignored>,
}

impl Place {
    /// The link to exactly a route.
    pub fn href(&self, route: &Route) -> String {
        href(&self.base, route)
    }
}

/// Where the reader is as the page opens.
pub fn here() -> Place {
    let base = base_path();
    let (route, ignored) = read_address(&base);
    Place { base, route, ignored }
}

/// The folder of the site, from the `<base>` that the build writes: `/ledger` or nothing.
fn base_path() -> String {
    let uri = document().base_uri().ok().flatten().unwrap_or_default();
    let path = web_sys::Url::new(&uri).map(|url| url.pathname()).unwrap_or_default();
    path.trim_end_matches('/').to_owned()
}

fn read_address(base: &str) -> (Route, Vec<Ignored>) {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    read(base, &path, query.trim_start_matches('?'))
}

/// What a path of this host and a query ask for.
fn read(base: &str, path: &str, query: &str) -> (Route, Vec<Ignored>) {
    Route::parse(strip_base(base, path).unwrap_or(path), query)
}

/// A link that a plain click follows in this window, and what it leads to as it is written.
fn followed_anchor(event: &ev::MouseEvent) -> Option<(Element, String)> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let anchor = target.closest("a[href]").ok().flatten()?;
    if anchor.has_attribute("download")
        || anchor.get_attribute("target").is_some_and(|target| target != "_self")
    {
        return None;
    }
    let href = anchor.get_attribute("href")?;
    Some((anchor, href))
}

/// A link that a plain click follows within this origin, with its path and query.
fn followed_link(event: &ev::MouseEvent) -> Option<(Element, String)> {
    let (anchor, href) = followed_anchor(event)?;
    let url = web_sys::Url::new_with_base(&href, &document().base_uri().ok().flatten()?).ok()?;
    // Not `location.origin`, which is null in a sandboxed frame without an origin of its own.
    let here = web_sys::Url::new(&window().location().href().ok()?).ok()?;
    (url.origin() == here.origin()).then(|| (anchor, format!("{}{}", url.pathname(), url.search())))
}
