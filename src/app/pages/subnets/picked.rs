//! Subnets picked out of the table.

use leptos::html::Tbody;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::change::Change;
use crate::app::navigation::Navigation;
use crate::app::ui::live;
use crate::model::SubnetRef;
use crate::view::{Compare, Route};

/// The row whose picking button was clicked, if one was.
pub fn picked_on_click(event: &leptos::ev::MouseEvent) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    row_of(&target.closest("[data-pick]").ok()??)
}

/// Keeps the picking buttons in the body of the table pressed or not: rows are text, written with
/// what was picked at the time.
pub fn mark_picked(body: NodeRef<Tbody>, change: Change, row: impl Fn(SubnetRef) -> Option<usize> + 'static) {
    Effect::new(move |before: Option<Vec<SubnetRef>>| {
        let picked = change.table.with(|table| table.picked.clone());
        let before = before.unwrap_or_default();
        let mark = |subnets: &[SubnetRef], others: &[SubnetRef], pressed: &str| {
            for subnet in subnets.iter().filter(|subnet| !others.contains(subnet)) {
                let button = row(*subnet).zip(body.get_untracked());
                let button = button.and_then(|(row, body)| {
                    body.query_selector(&format!("[data-pick='{row}']")).ok().flatten()
                });
                if let Some(button) = button {
                    let _ = button.set_attribute("aria-pressed", pressed);
                }
            }
        };
        mark(&before, &picked, "false");
        mark(&picked, &before, "true");
        picked
    });
}

fn row_of(button: &Element) -> Option<usize> {
    button.get_attribute("data-pick")?.parse().ok()
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
