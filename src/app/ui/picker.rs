//! Adding a subnet to a comparison: type, or take from the top of the list.

use std::sync::Arc;

use super::erase::AnyViews;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::Reader;
use crate::app::data::Loaded;
use crate::compute::select;
use crate::format;
use crate::model::value::Direction;
use crate::registry::Metric;
use crate::view::{self, Table};

/// Longest list that is shown; typing narrows it.
const SHOWN: usize = 12;

/// A field that opens a list of subnets, ordered by the metric until something is typed, then by
/// how well they match. Arrows move, Enter takes, Escape closes.
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
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(0usize);
    let found = {
        let loaded = loaded.clone();
        Memo::new(move |_| {
            let taken = taken.get();
            let mut rows = candidates(&loaded, &typed.get(), metric.get());
            rows.retain(|row| !taken.contains(row));
            rows.truncate(SHOWN);
            rows
        })
    };
    let take = move |row: usize| {
        add.run(row);
        typed.set(String::new());
        active.set(0);
    };
    let keys = move |event: KeyboardEvent| {
        let count = found.with(Vec::len);
        match event.key().as_str() {
            "ArrowDown" => {
                open.set(true);
                active.update(|active| *active = (*active + 1).min(count.saturating_sub(1)));
            }
            "ArrowUp" => active.update(|active| *active = active.saturating_sub(1)),
            "Enter" => {
                if let Some(row) = found.with(|rows| rows.get(active.get()).copied()) {
                    take(row);
                }
            }
            "Escape" => open.set(false),
            _ => return,
        }
        event.prevent_default();
    };
    let full = move || taken.with(Vec::len) >= most;
    let list = move || {
        (open.get() && !full()).then(|| {
            let rows = found.get();
            if rows.is_empty() {
                return view! { <p class="picker-list hint" role="status">"No subnet matches."</p> }.into_any();
            }
            let options = rows.into_iter().enumerate().map(|(index, row)| {
                let subnet = &loaded.snapshot.subnets[row];
                let name = format::shown_name(&subnet.name, subnet.id.netuid());
                let value = format::value(loaded.snapshot.value(metric.get(), row), metric.get(), &locale);
                let selected = move || if active.get() == index { "true" } else { "false" };
                // The field must not lose its focus before the click is heard.
                let keep_focus = |event: leptos::ev::MouseEvent| event.prevent_default();
                view! {
                    <li id=format!("pick-{index}") role="option" aria-selected=selected on:mousedown=keep_focus on:click=move |_| take(row)>
                        <span class="netuid">{subnet.id.netuid()}</span>
                        <bdi>{name}</bdi>
                        <small>{value}</small>
                    </li>
                }
            });
            view! { <ul class="picker-list" id="picker-list" role="listbox" aria-label="Subnets">{options.any_views()}</ul> }
                .into_any()
        })
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
                on:input=move |event| { typed.set(event_target_value(&event)); active.set(0); open.set(true); }
                on:focus=move |_| open.set(true)
                on:blur=move |_| open.set(false)
                on:keydown=keys
            />
            {list}
        </div>
    }
}

fn candidates(loaded: &Loaded, typed: &str, metric: &'static Metric) -> Vec<usize> {
    let snapshot = &loaded.snapshot;
    if !typed.trim().is_empty() {
        return view::rows(&Table { search: typed.to_owned(), ..Table::default() }, snapshot);
    }
    let mut rows: Vec<_> = (0..snapshot.subnets.len()).collect();
    select::sort(&mut rows, &[select::by_value(|row| snapshot.value(metric, row), Direction::Descending)]);
    rows
}
