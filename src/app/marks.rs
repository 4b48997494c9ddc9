//! What the page tells tests and measurements of its own progress.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::window;

thread_local! {
    /// Whether a first chart was marked, or is about to be.
    static CHARTED: Cell<bool> = const { Cell::new(false) };
}

const FIRST_CHART: &str = "first-chart";

/// Marks, two frames after it, that the first chart is on the screen. Where a chart was written into the
/// page at publication that one is the first, and the page has marked it itself (`index.html`).
pub fn first_chart() {
    let Some(performance) = window().and_then(|window| window.performance()) else { return };
    if CHARTED.replace(true) || performance.get_entries_by_name(FIRST_CHART).length() > 0 {
        return;
    }
    in_a_frame(|| {
        in_a_frame(|| {
            if let Some(performance) = window().and_then(|window| window.performance()) {
                let _ = performance.mark(FIRST_CHART);
            }
        });
    });
}

/// Says that the view can be used.
pub fn ready() {
    let Some(window) = window() else { return };
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-ready", "true");
    }
    if let Some(performance) = window.performance() {
        let _ = performance.mark("app-ready");
    }
}

fn in_a_frame(act: fn()) {
    let act = Closure::once_into_js(act);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(act.unchecked_ref());
    }
}
