//! Going anywhere by typing a few letters.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::erase::{AnyViews, live};
use super::keys::{KEYS, on_command, on_key};
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::format;
use crate::registry;
use crate::view::{self, Compare, Data, Network, Overview, Page, Plane, Route, SubnetPage, Table};

/// Longest list; typing narrows it.
const SHOWN: usize = 12;

/// A place to go to.
#[derive(Clone)]
struct Place {
    name: String,
    /// What kind of place it is.
    kind: &'static str,
    route: Route,
}

/// Opens the palette from elsewhere on the page. A wish from before the palette is here is kept for it.
#[derive(Clone, Copy, Default)]
pub struct PaletteWish(RwSignal<bool>);

impl PaletteWish {
    /// The one of this page.
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens it.
    pub fn wish(self) {
        self.0.set(true);
    }
}

/// The palette: `/`, `Ctrl K` or `⌘ K` opens it, and `?` with the list of keys.
#[component]
pub fn Palette(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let dialog = NodeRef::<Dialog>::new();
    let field = NodeRef::<Input>::new();
    let typed = RwSignal::new(String::new());
    let active = RwSignal::new(0usize);
    let help = RwSignal::new(false);
    let open = move |keys: bool| {
        help.set(keys);
        typed.set(String::new());
        active.set(0);
        if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
            let _ = dialog.show_modal();
        }
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let wish = PaletteWish::get();
    Effect::new(move |_| {
        if wish.0.get() {
            wish.0.set(false);
            open(false);
        }
    });
    on_command("k", move || open(false));
    on_key(move |key| {
        match key {
            // The list of all subnets has a search of its own.
            "/" => match document().get_element_by_id("search") {
                Some(search) => drop(search.unchecked_into::<HtmlElement>().focus()),
                None => open(false),
            },
            "?" => open(true),
            _ => return false,
        }
        true
    });
    let found = Memo::new_owning(move |_| (places(&loaded, &typed.get()), true));
    let go = move |place: &Place| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
        navigation.push(&place.route);
    };
    let keys = move |event: KeyboardEvent| {
        let last = found.with(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => active.update(|active| *active = (*active + 1).min(last)),
            "ArrowUp" => active.update(|active| *active = active.saturating_sub(1)),
            "Enter" => {
                if let Some(place) = found.with(|places| places.get(active.get()).cloned()) {
                    go(&place);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let list = move || {
        let options = found.get().into_iter().enumerate().map(|(at, place)| {
            let selected = move || if active.get() == at { "true" } else { "false" };
            let (name, kind) = (place.name.clone(), place.kind);
            view! {
                <li id=format!("place-{at}") role="option" aria-selected=selected on:click=move |_| go(&place)>
                    <bdi>{name}</bdi>
                    <small>{kind}</small>
                </li>
            }
        });
        let options = options.any_views();
        match options.is_empty() {
            true => view! { <p class="hint" role="status">"Nothing of this name."</p> }.into_any(),
            false => view! { <ul id="places" role="listbox" aria-label="Places">{options}</ul> }.into_any(),
        }
    };
    let table = move || {
        help.get().then(|| {
            let lines = KEYS.map(|(key, does)| view! { <dt><kbd>{key}</kbd></dt><dd>{does}</dd> });
            view! { <dl class="keys" aria-label="Keys">{lines.any_views()}</dl> }
        })
    };
    view! {
        <dialog class="palette" node_ref=dialog aria-label="Go to">
            <input
                type="search"
                node_ref=field
                role="combobox"
                aria-label="Go to a page, a subnet or a metric"
                aria-expanded="true"
                aria-controls="places"
                aria-activedescendant=move || format!("place-{}", active.get())
                autocomplete="off"
                placeholder="A page, a subnet or a metric"
                prop:value=typed
                on:input=move |event| { typed.set(event_target_value(&event)); active.set(0); help.set(false); }
                on:keydown=keys
            />
            {live(table)}
            {live(list)}
        </dialog>
    }
}

/// The places that a few letters can mean, best first.
fn places(loaded: &Loaded, typed: &str) -> Vec<Place> {
    let words = typed.trim().to_lowercase();
    let place = |name: &str, kind, route| Place { name: name.to_owned(), kind, route };
    let pages = [
        ("Overview", Route::Overview(Overview::default())),
        ("Subnets", Route::Subnets(Table::default())),
        ("Compare", Route::Compare(Compare::default())),
        ("Plane", Route::Plane(Plane::default())),
        ("Network", Route::Network(Network::default())),
        ("Claims", Route::Claims(Page::default())),
        ("Methods", Route::Methods(Page::default())),
        ("Data", Route::Data(Data::default())),
        ("About", Route::About),
    ];
    let named = |name: &str| words.is_empty() || name.to_lowercase().contains(&words);
    let mut places: Vec<Place> = pages
        .into_iter()
        .filter(|(name, _)| named(name))
        .map(|(name, route)| place(name, "page", route))
        .collect();
    if !words.is_empty() {
        let search = Table { search: typed.to_owned(), ..Table::default() };
        places.extend(view::rows(&search, &loaded.snapshot).into_iter().take(SHOWN).map(|row| {
            let subnet = &loaded.snapshot.subnets[row];
            let name = format::shown_name(&subnet.name, subnet.id.netuid());
            let route = Route::Subnet(subnet.id.into(), SubnetPage::default());
            place(&format!("{name} · SN{}", subnet.id.netuid()), "subnet", route)
        }));
        let metrics = registry::all().filter(|metric| named(metric.label) || named(metric.id));
        places.extend(
            metrics.map(|metric| place(metric.label, "metric", Route::Method(metric, Page::default()))),
        );
    }
    places.truncate(SHOWN);
    places
}
