//! What the program does before its application is here.
//!
//! The first file holds what a view is computed and drawn with; the application, with everything that a
//! reader can do about a view, is more, and has files of its own. A page that was written at publication
//! has its facts on it. A link that asks for a view of its own has none, so the first file draws it, and a
//! reader waits for that file alone.

use std::sync::Arc;

use futures::future::LocalBoxFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, HtmlElement, window};

use super::data::{LoadError, Loaded, Store};
use super::marks;
use super::material::{Material, Needs};
use super::navigation::{Place, here};
use super::second::{self, Fetch};
use super::settings;
use super::shell;
use super::ui::Reader;
use crate::chart::build::Compared;
use crate::finding;
use crate::format::Locale;
use crate::markup::{self, Frame, Markup, comparison, figure};
use crate::view::{Compare, Embed, Form, Route, Widget};

/// What the file of the application holds.
#[derive(Clone, Copy)]
pub struct Application {
    open: fn(First) -> LocalBoxFuture<'static, ()>,
}

impl Application {
    /// Itself, to be named nowhere but behind the cut.
    pub const HERE: Self = Self { open: |first| Box::pin(shell::open(first)) };
}

/// What there is when the application comes.
pub struct First {
    /// What the application replaces.
    pub root: Element,
    /// What the address asks for.
    pub route: Route,
    /// What was loaded.
    pub store: Store,
    /// Why there is no snapshot, if there is none.
    pub refused: Option<LoadError>,
    /// What answers the address on the page already.
    pub facts: Option<Element>,
    /// How the file of the second pages is fetched.
    pub second: Fetch,
}

/// Fetches the file of the application.
pub type FetchApplication = fn() -> LocalBoxFuture<'static, Result<Application, LoadError>>;

/// Shows what the address asks for, and gives it over to the application when that is here.
pub fn begin(fetch: FetchApplication, second: Fetch) {
    console_error_panic_hook::set_once();
    let Some(root) = document().and_then(|document| document.get_element_by_id("app")) else { return };
    let place = here();
    // As the page has done it before the program: a frame has the colours of its link.
    settings::apply_theme(match &place.route {
        Route::Embed(embed) => embed.theme,
        _ => settings::theme(),
    });
    let store = Store::new(format!("{}/data/", place.base));
    spawn_local(async move {
        let snapshot = || {
            let (store, pin) = (store.clone(), place.route.at().map(str::to_owned));
            async move { store.snapshot(pin).await }
        };
        let (facts, data): (_, LocalBoxFuture<_>) =
            match (written(&root, &place.route), drawable(&place.route)) {
                // The drawing has the line to itself: what is asked for beside it delays it.
                (None, Some(compare)) => {
                    let data = snapshot().await;
                    let facts = match &data {
                        Ok(loaded) => write(&root, &place, &store, loaded, compare).await,
                        Err(_) => None,
                    };
                    (facts, Box::pin(std::future::ready(data)))
                }
                (facts, _) => (facts, Box::pin(snapshot())),
            };
        let application = async {
            let came = fetch().await;
            if let Err(why) = &came {
                say(&root, &why.to_string());
            }
            came
        };
        let (application, data, ()) =
            futures::join!(application, data, second::prepare(second, &place.route));
        let Ok(application) = application else { return };
        let refused = data.err();
        (application.open)(First { root, route: place.route, store, refused, facts, second }).await;
    });
}

/// What was written into the page at publication, if it answers the route. Facts of the newest snapshot, on
/// the page without a query, are no answer to another address.
fn written(root: &Element, route: &Route) -> Option<Element> {
    let facts = root.query_selector("[data-path]").ok().flatten()?;
    let path = facts.get_attribute("data-path").unwrap_or_default();
    (Route::parse(&path, "").0 == *route).then_some(facts)
}

/// The comparison that an address asks for, where this file can draw it.
fn drawable(route: &Route) -> Option<&Compare> {
    let compare = match route {
        Route::Compare(compare) => compare,
        Route::Embed(Embed { widget: Widget::Compare(compare), .. }) => compare,
        _ => return None,
    };
    // A table has widths that only the application can set.
    (compare.form != Form::Table).then_some(compare)
}

/// Writes what a link asks for, and gives it. What it cannot have it leaves to the application.
async fn write(
    root: &Element,
    place: &Place,
    store: &Store,
    loaded: &Arc<Loaded>,
    compare: &Compare,
) -> Option<Element> {
    // A frozen quote is shown with what has moved since.
    if place.route.is_framed() && !loaded.latest {
        return None;
    }
    let rows = compare.rows(&loaded.snapshot);
    let material = Material::load(store.clone(), loaded.clone(), rows, Needs::of(compare)).await.ok()?;
    let computed = loaded.with_custom(&compare.formulas());
    let drawn = material.compared(&computed.snapshot, compare);
    root.set_inner_html(page(place, &computed, compare, &drawn).as_str());
    // The page waits for an answer no longer.
    let _ = document()?.document_element()?.remove_attribute("data-asked");
    // Its width is known now that it has a place.
    let plot = part(root, ".plot")?;
    let width = f64::from(plot.client_width());
    let (drawing, (left, right)) = figure::seen(&drawn.spec, width)?;
    plot.set_inner_html(drawing.as_str());
    marks::first_chart();
    if let Some(range) = part(root, ".range") {
        let _ = range.style().set_property("--left", &format!("{left:.0}px"));
        let _ = range.style().set_property("--right", &format!("{right:.0}px"));
    }
    root.query_selector("[data-path]").ok().flatten()
}

fn part(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn page(place: &Place, loaded: &Loaded, compare: &Compare, drawn: &Compared) -> Markup {
    let (route, snapshot) = (&place.route, &loaded.snapshot);
    let age = |day| finding::staleness(day, Reader::today());
    let frame = Frame {
        base: &place.base,
        pin: route.at(),
        snapshot,
        locale: &Locale::default(),
        ignored: &place.ignored,
        stale: snapshot.as_of.day.filter(|_| loaded.latest).and_then(age),
    };
    if route.is_framed() {
        let view = comparison::framed(snapshot, drawn, compare, Markup::default());
        return frame.alone(route, view);
    }
    let pinned = (!loaded.latest).then(|| {
        let newest = loaded.published.last().map(|published| published.id.as_str()).unwrap_or_default();
        markup::pinned(snapshot, newest, &place.href(&route.clone().pinned(None)))
    });
    let page = comparison::page(snapshot, drawn, compare, Markup::default());
    frame.around(route, Markup::from(pinned).and(page))
}

/// Says what went wrong in the line that every page keeps for it: without its application a page can be
/// read and not used.
fn say(root: &Element, why: &str) {
    if let Some(line) = root.query_selector("#boot").ok().flatten() {
        line.set_text_content(Some(why));
        // Nothing is said in this line after that.
        let _ = line.remove_attribute("id");
    }
}

fn document() -> Option<Document> {
    window()?.document()
}
