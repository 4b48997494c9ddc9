//! Keys that mean something wherever the reader is on the page.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What each key does, for the list that `?` opens.
pub const KEYS: [(&str, &str); 14] = [
    ("/", "search"),
    ("Ctrl K, ⌘ K", "go to a page, a subnet or a metric"),
    ("t", "table of the first chart"),
    ("d", "download its numbers"),
    ("l", "log scale, in a comparison"),
    ("i", "indexed values, in a comparison"),
    ("← →", "day by day, in a chart"),
    ("Home, End", "first and last day"),
    ("Shift ← →", "choose days; Enter shows them"),
    ("+ −", "nearer and farther, in a scatter"),
    ("Shift ← → ↑ ↓", "move what a scatter shows"),
    ("Enter", "pin what is read out"),
    ("Escape", "take back"),
    ("?", "this list"),
];

/// Listens for a key for as long as the part of the page lives that asks for it. `act` says whether
/// the key meant anything. Nothing is heard while somebody types, or with a modifier.
pub fn on_key(act: impl Fn(&str) -> bool + 'static) {
    listen(Box::new(move |event| !modified(event) && !typing(event) && act(&event.key())));
}

/// Listens for `Ctrl` or `⌘` with a letter, whatever the reader is doing.
pub fn on_command(letter: &'static str, act: impl Fn() + 'static) {
    listen(Box::new(move |event| {
        let meant = (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case(letter);
        if meant {
            act();
        }
        meant
    }));
}

fn listen(act: Box<dyn Fn(&KeyboardEvent) -> bool>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if !event.default_prevented() && act(&event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

fn modified(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

fn typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.closest("input, select, textarea, dialog").ok().flatten().is_some())
}
