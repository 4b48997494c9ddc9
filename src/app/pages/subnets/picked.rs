//! Subnets picked out of the table.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::change::Change;
use crate::app::navigation::Navigation;
use crate::app::ui::live;
use crate::view::{Compare, Route};

/// The row whose picking button was clicked, if one was.
pub fn picked_on_click(event: &leptos::ev::MouseEvent) -> Option<usize> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-pick]").ok()??.get_attribute("data-pick")?.parse().ok()
}

/// What was picked, on its way to a comparison.
#[component]
pub fn Picked(change: Change) -> impl IntoView {
    let table = change.table;
    let navigation = Navigation::get();
    live(move || {
        let subnets = table.with(|table| table.picked.clone());
        (!subnets.is_empty()).then(|| {
            let words = match subnets.len() {
                1 => "Compare the one picked".to_owned(),
                count => format!("Compare the {count} picked"),
            };
            let compare = navigation.href(&Route::Compare(Compare { subnets, ..Compare::default() }));
            let clear = move |_| change.by(|table| table.picked.clear());
            view! {
                <div class="picked" role="region" aria-label="Picked subnets">
                    <a class="button" href=compare>{words}</a>
                    <button type="button" class="button" on:click=clear>"Put back"</button>
                </div>
            }
        })
    })
}
