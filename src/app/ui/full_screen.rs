//! A chart with the whole screen for itself.

use leptos::ev;
use leptos::html::Figure;
use leptos::prelude::*;

/// Whether a figure has the screen, and how it gets it.
#[derive(Clone, Copy)]
pub struct FullScreen {
    figure: NodeRef<Figure>,
    on: RwSignal<bool>,
}

impl FullScreen {
    /// Of this figure.
    pub fn of(figure: NodeRef<Figure>) -> Self {
        let on = RwSignal::new(false);
        let changed = window_event_listener(ev::fullscreenchange, move |_| {
            let _ = on.try_set(document().fullscreen_element().is_some());
        });
        on_cleanup(move || changed.remove());
        Self { figure, on }
    }

    /// Whether it has the screen: the style sheet then gives the drawing what the words leave of it.
    pub fn on(self) -> Signal<bool> {
        self.on.into()
    }

    /// The button, where the browser lets a figure have the screen: a frame in another page may not.
    pub fn button(self) -> AnyView {
        let turn = move |_| {
            if document().fullscreen_element().is_some() {
                document().exit_fullscreen();
            } else if let Some(figure) = self.figure.get_untracked() {
                let _ = figure.request_fullscreen();
            }
        };
        let pressed = move || if self.on.get() { "true" } else { "false" };
        document()
            .fullscreen_enabled()
            .then(
                || view! { <button type="button" aria-pressed=pressed on:click=turn>"Full screen"</button> },
            )
            .into_any()
    }
}
