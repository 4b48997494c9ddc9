//! A handle that pointer, touch and keys move: a slider, as assistive technology knows it.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What a handle is, and what it does.
pub struct Handle {
    /// Its class, for the style sheet.
    pub class: &'static str,
    /// What it moves.
    pub label: &'static str,
    /// Whether it moves up and down.
    pub vertical: bool,
    /// Where it stands, as the `--at` of the style sheet.
    pub place: Signal<String>,
    /// Its value as a number, and the least and greatest it can be.
    pub now: Signal<Option<f64>>,
    /// The ends of its way, where it has any.
    pub ends: Signal<Option<(f64, f64)>>,
    /// Its value in words.
    pub text: Signal<Option<String>>,
    /// Follows a pointer that holds it; true when the pointer lets go, and no pointer when it was taken away.
    pub follow: Callback<(Option<PointerEvent>, bool)>,
    /// Takes a key; says whether it meant anything.
    pub key: Callback<String, bool>,
}

/// The handle. It outlives its moves, so that it keeps the pointer and the focus.
pub fn handle(handle: Handle) -> AnyView {
    let Handle { class, label, vertical, place, now, ends, text, follow, key } = handle;
    let held = StoredValue::new(false);
    let down = move |event: PointerEvent| {
        // What lies below would take it for its own.
        event.stop_propagation();
        event.prevent_default();
        held.set_value(true);
        if let Some(element) = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
        {
            let _ = element.set_pointer_capture(event.pointer_id());
            let _ = element.focus();
        }
    };
    let moved = move |event: PointerEvent, done: bool| {
        event.stop_propagation();
        if held.get_value() {
            follow.run((Some(event), done));
        }
    };
    let up = move |event: PointerEvent| {
        moved(event, true);
        held.set_value(false);
    };
    let taken_away = move |_| {
        if held.get_value() {
            held.set_value(false);
            follow.run((None, true));
        }
    };
    let keys = move |event: KeyboardEvent| {
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if plain && key.run(event.key()) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let end = move |last: bool| ends.get().map(|(low, high)| if last { high } else { low }.to_string());
    view! {
        <div
            class=class
            role="slider"
            tabindex="0"
            aria-label=label
            aria-orientation=if vertical { "vertical" } else { "horizontal" }
            aria-valuenow=move || now.get().map(|now| now.to_string())
            aria-valuemin=move || end(false)
            aria-valuemax=move || end(true)
            aria-valuetext=move || text.get()
            style:--at=move || place.get()
            on:pointerdown=down
            on:pointermove=move |event| moved(event, false)
            on:pointerup=up
            on:pointercancel=taken_away
            on:keydown=keys
        ></div>
    }
    .into_any()
}
