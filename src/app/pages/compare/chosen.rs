//! Which subnets are compared.

use std::sync::Arc;

use leptos::prelude::*;

use super::change::Change;
use crate::app::data::Loaded;
use crate::app::ui::{AnyViews, Marking, Picker, SeriesName, as_written, live};
use crate::format;
use crate::markup::comparison;
use crate::view::{Compare, MAX_SUBNETS};

/// Says which of the subnets in the link are not in the snapshot.
#[component]
pub fn Absent(loaded: Arc<Loaded>, compare: Memo<Compare>) -> impl IntoView {
    as_written(move || compare.with(|compare| comparison::absent(&loaded.snapshot, compare)))
}

/// The places of the subnets that are looked at alone.
fn alone(loaded: &Arc<Loaded>, change: Change) -> Memo<Vec<usize>> {
    let loaded = loaded.clone();
    Memo::new(move |_| {
        change.compare.with(|compare| {
            let rows = compare.rows(&loaded.snapshot);
            let drawn = compare.drawn(&loaded.snapshot, &rows);
            if drawn.len() < rows.len() { drawn } else { Vec::new() }
        })
    })
}

/// The name of the line at a place, which looks at it alone.
fn series_name(
    loaded: &Arc<Loaded>,
    change: Change,
    marking: Marking,
    alone: Memo<Vec<usize>>,
    place: usize,
    name: String,
) -> AnyView {
    let toggled = loaded.clone();
    let alone = Signal::derive(move || alone.with(|alone| alone.contains(&place)));
    let toggle = Callback::new(move |()| {
        change.by(|compare| compare.toggle_only(&toggled.snapshot, place));
    });
    view! { <SeriesName marking line=(place % 10) as u8 name alone toggle/> }.into_any()
}

/// The names of the lines where they cannot be changed, so that keys reach them in a frame too.
#[component]
pub fn Names(loaded: Arc<Loaded>, change: Change, rows: Memo<Vec<usize>>, marking: Marking) -> impl IntoView {
    let alone = alone(&loaded, change);
    let names = move || {
        let line = |(place, row): (usize, usize)| {
            let subnet = &loaded.snapshot.subnets[row];
            let name = format::shown_name(&subnet.name, subnet.id.netuid());
            let name = series_name(&loaded, change, marking, alone, place, name);
            view! { <li class="chip">{name}</li> }
        };
        rows.get().into_iter().enumerate().map(line).any_views()
    };
    view! { <ul class="chips" aria-label="Subnets compared">{live(names)}</ul> }
}

/// The subnets as chips that can be taken away, and the picker that adds one.
#[component]
pub fn Chips(loaded: Arc<Loaded>, change: Change, rows: Memo<Vec<usize>>, marking: Marking) -> impl IntoView {
    let compare = change.compare;
    let set = move |rows: Vec<usize>, loaded: &Loaded| {
        let subnets = rows.into_iter().map(|row| loaded.snapshot.subnets[row].id.into()).collect();
        change.by(|compare| {
            compare.subnets = subnets;
            // One that is taken away can no longer be looked at alone.
            let kept: Vec<_> = compare.subnets.iter().filter_map(|kept| loaded.snapshot.row(*kept)).collect();
            compare.only.retain(|only| loaded.snapshot.row(*only).is_some_and(|row| kept.contains(&row)));
        });
    };
    let alone = alone(&loaded, change);
    let chips = {
        let loaded = loaded.clone();
        move || {
            let all = rows.get();
            all.iter()
                .enumerate()
                .map(|(slot, row)| {
                    let subnet = &loaded.snapshot.subnets[*row];
                    let name = format::shown_name(&subnet.name, subnet.id.netuid());
                    let label = format!("Remove {name}");
                    let rest: Vec<_> = all.iter().copied().filter(|other| other != row).collect();
                    let only = rest.is_empty();
                    let name = series_name(&loaded, change, marking, alone, slot, name);
                    let loaded = loaded.clone();
                    let remove = move |_| set(rest.clone(), &loaded);
                    view! {
                        <li class="chip">
                            {name}
                            <small>{subnet.id.netuid()}</small>
                            <button type="button" aria-label=label disabled=only on:click=remove>"×"</button>
                        </li>
                    }
                })
                .any_views()
        }
    };
    let add = {
        let loaded = loaded.clone();
        Callback::new(move |row: usize| {
            let mut rows = rows.get_untracked();
            if !rows.contains(&row) && rows.len() < MAX_SUBNETS {
                rows.push(row);
                set(rows, &loaded);
            }
        })
    };
    let metric = Signal::derive(move || compare.with(|compare| compare.metric));
    view! {
        <div class="chips">
            <ul class="chips" aria-label="Subnets compared">{chips}</ul>
            <Picker loaded metric taken=Signal::derive(move || rows.get()) most=MAX_SUBNETS add/>
        </div>
    }
}
