//! Going anywhere by typing a few letters.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::Reader;
use super::erase::{AnyViews, live};
use super::keys::{KEYS, on_command, on_key};
use crate::app::data::{Loaded, Store};
use crate::app::navigation::Navigation;
use crate::compute::search::folded;
use crate::finding::events;
use crate::finding::shipped::stands;
use crate::format::{self, Locale};
use crate::model::{Ladder, SubnetId};
use crate::registry::{self, Metric};
use crate::snapshot::wire;
use crate::view::{self, Page, Route, SubnetPage, Table, places};

/// Longest list; typing narrows it.
const SHOWN: usize = 12;
/// Most names of the past under it.
const FORMER: usize = 4;

/// A place to go to.
#[derive(Clone)]
struct Place {
    name: String,
    /// What kind of place it is; of a subnet what it earns and where it stands.
    kind: String,
    route: Route,
    /// The part of the page that is meant, where it is one.
    part: Option<&'static str>,
}

/// What a reader opens the palette for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    Places,
    Keys,
}

/// Opens the palette from elsewhere on the page. A wish from before the palette is here is kept for it,
/// so no key is lost while the file of the second pages is on its way.
#[derive(Clone, Copy, Default)]
pub struct PaletteWish(RwSignal<Option<Wish>>);

impl PaletteWish {
    /// The one of this page.
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens it.
    pub fn wish(self) {
        self.0.set(Some(Wish::Places));
    }

    /// Hears the keys that open it: `/`, `Ctrl K` or `⌘ K`, and `?` with the list of keys.
    pub fn listen(self) {
        on_command("k", move || self.wish());
        on_key(move |key| {
            match key {
                // The list of all subnets has a search of its own.
                "/" => match document().get_element_by_id("search") {
                    Some(search) => drop(search.unchecked_into::<HtmlElement>().focus()),
                    None => self.wish(),
                },
                "?" => self.0.set(Some(Wish::Keys)),
                _ => return false,
            }
            true
        });
    }
}

/// The palette, which opens whenever it is wished for.
#[component]
pub fn Palette(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let dialog = NodeRef::<Dialog>::new();
    let field = NodeRef::<Input>::new();
    let typed = RwSignal::new(String::new());
    let active = RwSignal::new(0usize);
    let help = RwSignal::new(false);
    let wish = PaletteWish::get();
    // Former names are in what happened, which is fetched once somebody looks for anything.
    let happened: RwSignal<Option<Arc<wire::Events>>> = RwSignal::new(None);
    let (store, asking) = (Store::get(), loaded.clone());
    Effect::new(move |_| {
        let Some(wished) = wish.0.get() else { return };
        wish.0.set(None);
        let (store, loaded) = (store.get_value(), asking.clone());
        spawn_local(async move {
            if let Ok(events) = store.events(&loaded).await {
                let _ = happened.try_set(Some(events));
            }
        });
        help.set(wished == Wish::Keys);
        typed.set(String::new());
        active.set(0);
        if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
            let _ = dialog.show_modal();
        }
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    });
    let locale = Reader::get().locale;
    let found = Memo::new_owning(move |_| {
        let mut places = found(&loaded, &typed.get(), &locale);
        if let Some(happened) = happened.get() {
            places.extend(happened_to(&loaded, &happened, &typed.get()));
        }
        (places, true)
    });
    let go = move |place: &Place| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
        navigation.push_part(&place.route, place.part);
    };
    let keys = move |event: KeyboardEvent| {
        let last = found.with(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => active.update(|active| *active = (*active + 1).min(last)),
            // A field of search would be emptied by it, and closed only by the next.
            "Escape" => {
                if let Some(dialog) = dialog.get_untracked() {
                    dialog.close();
                }
            }
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
            let (name, kind) = (place.name.clone(), place.kind.clone());
            view! {
                <li id=format!("place-{at}") role="option" aria-selected=selected on:click=move |_| go(&place)>
                    <bdi>{name}</bdi>
                    <small>{kind}</small>
                </li>
            }
        });
        let options = options.any_views();
        match options.is_empty() {
            true => view! { <p class="hint" role="status">"Nothing of this name: try a subnet, a metric, or words such as “quiet” or “full slots”."</p> }.into_any(),
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
                aria-label="Go to a page, a subnet, a metric or a finding"
                aria-expanded="true"
                aria-controls="places"
                aria-activedescendant=move || format!("place-{}", active.get())
                autocomplete="off"
                placeholder="A page, a subnet, a metric, “quiet”…"
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
fn found(loaded: &Loaded, typed: &str, locale: &Locale) -> Vec<Place> {
    let words = folded(typed.trim());
    let mut places: Vec<Place> = places(typed)
        .into_iter()
        .map(|(name, kind, route, part)| Place { name: name.to_owned(), kind: kind.to_owned(), route, part })
        .collect();
    if !words.is_empty() {
        let place = |metric: &'static Metric| Place {
            name: metric.label.to_owned(),
            kind: "metric".to_owned(),
            route: Route::Method(metric, Page::default()),
            part: None,
        };
        // Whose whole name it is comes before all that has the letters somewhere.
        let named = |metric: &&Metric| folded(metric.label).contains(&words) || metric.id.contains(&words);
        let (meant, other): (Vec<_>, Vec<_>) =
            registry::all().filter(named).partition(|metric| folded(metric.label) == words);
        places.splice(0..0, meant.into_iter().map(place));
        let emission = registry::known("emission_tao_day");
        let search = Table { search: typed.to_owned(), ..Table::default() };
        places.extend(view::rows(&search, &loaded.snapshot).into_iter().take(SHOWN).map(|row| {
            let subnet = &loaded.snapshot.subnets[row];
            let name = format::shown_name(&subnet.name, subnet.id.netuid());
            let earned = format::with_unit(loaded.snapshot.value(emission, row), emission, locale);
            Place {
                name: format!("{name} · SN{}", subnet.id.netuid()),
                kind: format!("{earned} · {}", rung(subnet.ladder)),
                route: Route::Subnet(subnet.id.into(), SubnetPage::default()),
                part: None,
            }
        }));
        places.extend(other.into_iter().map(place));
    }
    places.truncate(SHOWN);
    places
}

/// The subnets that something happened to which names the words: a former name leads to who has another now.
fn happened_to(loaded: &Loaded, events: &wire::Events, typed: &str) -> Vec<Place> {
    let place = |event: &wire::Event| {
        let id = event.subnet.as_deref()?.parse::<SubnetId>().ok()?;
        let day = event.day.parse().map(format::day).unwrap_or_default();
        Some(Place {
            name: format::shown_text(&event.what, 120),
            kind: format!("SN{} · {day}", id.netuid()),
            route: Route::Subnet(id.into(), SubnetPage::default()),
            part: None,
        })
    };
    events::naming(events, &loaded.snapshot, typed).filter_map(place).take(FORMER).collect()
}

/// `rung 3`, or what there is in its stead.
fn rung(ladder: Ladder) -> String {
    ladder.highest().map_or_else(|| stands(ladder).to_owned(), |rung| format!("rung {}", rung.number()))
}
