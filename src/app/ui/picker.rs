//! Adding a subnet to a comparison: type, or take from the top of the list.

use std::sync::Arc;

use super::erase::live;
use leptos::ev::KeyboardEvent;
use leptos::html::Ul;
use leptos::prelude::*;

use super::Reader;
use crate::app::data::Loaded;
use crate::compute::select;
use crate::finding;
use crate::format;
use crate::model::value::Direction;
use crate::registry::Metric;
use crate::view::{self, Table};

/// Rows that are seen at once.
const SEEN: usize = 10;
/// Rows on the page beyond those seen, at either end: enough for a turn of the wheel.
const BEYOND: usize = 5;
/// Height of a row in pixels, as in the style sheet.
const ROW: f64 = 36.0;

/// A field that opens a list of subnets, ordered by the metric until something is typed, then by
/// how well they match. Arrows move, Enter takes, Escape closes. Of a long list only the rows about
/// those seen are on the page.
#[component]
pub fn Picker(
    loaded: Arc<Loaded>,
    #[prop(into)] metric: Signal<&'static Metric>,
    /// Rows that are in already.
    #[prop(into)]
    taken: Signal<Vec<usize>>,
    /// How many rows there may be.
    most: usize,
    add: Callback<usize>,
) -> impl IntoView {
    let locale = Reader::get().locale;
    // Kept: whatever else of the view changes orders no thousand subnets anew.
    let metric = Memo::new(move |_| metric.get());
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(0usize);
    // The first row that is seen.
    let first = RwSignal::new(0usize);
    let list = NodeRef::<Ul>::new();
    let found = {
        let loaded = loaded.clone();
        Memo::new(move |_| {
            let taken = taken.get();
            let mut rows = candidates(&loaded, &typed.get(), metric.get());
            rows.retain(|row| !taken.contains(row));
            rows
        })
    };
    let scroll = move |top: usize| {
        first.set(top);
        if let Some(list) = list.get_untracked() {
            list.set_scroll_top((top as f64 * ROW) as i32);
        }
    };
    let activate = move |at: usize| {
        active.set(at);
        let top = first.get_untracked();
        if at < top || at >= top + SEEN {
            scroll(if at < top { at } else { at + 1 - SEEN });
        }
    };
    // A list that is not shown forgets how far it was scrolled.
    let shut = move || {
        open.set(false);
        activate(0);
    };
    let take = move |row: usize| {
        add.run(row);
        typed.set(String::new());
        activate(0);
    };
    let keys = move |event: KeyboardEvent| {
        let last = found.with(Vec::len).saturating_sub(1);
        let at = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if !open.get_untracked() => open.set(true),
            "ArrowDown" => activate((at + 1).min(last)),
            "ArrowUp" => activate(at.saturating_sub(1)),
            "PageDown" => activate((at + SEEN).min(last)),
            "PageUp" => activate(at.saturating_sub(SEEN)),
            "Enter" => {
                if let Some(row) = found.with(|rows| rows.get(at).copied()) {
                    take(row);
                }
            }
            "Escape" => shut(),
            _ => return,
        }
        event.prevent_default();
    };
    let full = move || taken.with(Vec::len) >= most;
    let away = move || !open.get() || full();
    // What the numbers in the list are, once for all of them.
    let measured = {
        let loaded = loaded.clone();
        move || finding::measured_as(&loaded.snapshot, metric.get())
    };
    let options = move || {
        if away() {
            return Vec::new();
        }
        let rows = found.get();
        let from = first.get().saturating_sub(BEYOND).min(rows.len());
        let to = (first.get() + SEEN + BEYOND).min(rows.len());
        let option = |index: usize| {
            let row = rows[index];
            let subnet = &loaded.snapshot.subnets[row];
            let name = format::shown_name(&subnet.name, subnet.id.netuid());
            let value = format::value(loaded.snapshot.value(metric.get(), row), metric.get(), &locale);
            let selected = move || if active.get() == index { "true" } else { "false" };
            view! {
                <li
                    id=format!("pick-{index}")
                    role="option"
                    aria-selected=selected
                    aria-posinset=(index + 1).to_string()
                    aria-setsize=rows.len().to_string()
                    on:click=move |_| take(row)
                >
                    <span class="netuid">{subnet.id.netuid()}</span>
                    <bdi>{name}</bdi>
                    <small>{value}</small>
                </li>
            }
            .into_any()
        };
        let room = |rows: usize| {
            let height = format!("{:.0}px", rows as f64 * ROW);
            view! { <li role="presentation" class="room" style:height=height></li> }.into_any()
        };
        let below = room(rows.len() - to);
        std::iter::once(room(from)).chain((from..to).map(option)).chain([below]).collect::<Vec<_>>()
    };
    let options = live(options);
    let none = Memo::new(move |_| found.with(Vec::is_empty));
    // The field must not lose its focus before the click is heard.
    let keep_focus = |event: leptos::ev::MouseEvent| event.prevent_default();
    let scrolled = move |_| {
        if let Some(list) = list.get_untracked() {
            let top = (f64::from(list.scroll_top()) / ROW).round() as usize;
            if first.get_untracked() != top {
                first.set(top);
            }
        }
    };
    view! {
        <div class="picker">
            <input
                type="search"
                role="combobox"
                aria-label="Add a subnet"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="picker-list"
                aria-activedescendant=move || open.get().then(|| format!("pick-{}", active.get()))
                autocomplete="off"
                placeholder=move || if full() { format!("{most} is the most") } else { "+ add a subnet".to_owned() }
                disabled=full
                prop:value=typed
                on:input=move |event| { typed.set(event_target_value(&event)); activate(0); open.set(true); }
                on:focus=move |_| open.set(true)
                on:blur=move |_| shut()
                on:keydown=keys
            />
            <div class="picker-box" hidden=away on:mousedown=keep_focus>
                <p class="picker-head" id="picker-head" hidden=move || none.get()>{live(measured)}</p>
                <ul
                    class="picker-list"
                    id="picker-list"
                    role="listbox"
                    aria-label="Subnets"
                    aria-describedby="picker-head"
                    node_ref=list
                    hidden=move || none.get()
                    on:scroll=scrolled
                >
                    {options}
                </ul>
                {live(move || (!away() && none.get()).then(|| view! { <p class="hint" role="status">"No subnet matches."</p> }))}
            </div>
        </div>
    }
}

fn candidates(loaded: &Loaded, typed: &str, metric: &'static Metric) -> Vec<usize> {
    let snapshot = &loaded.snapshot;
    if !typed.trim().is_empty() {
        return view::rows(&Table { search: typed.to_owned(), ..Table::default() }, snapshot);
    }
    let mut rows: Vec<_> = (0..snapshot.subnets.len()).collect();
    select::sort(&mut rows, &[select::by_value(snapshot.values(metric), Direction::Descending)]);
    rows
}
