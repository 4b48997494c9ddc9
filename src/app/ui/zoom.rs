//! Lets ECharts take over a chart that a reader wants to zoom.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::echarts::{Drawn, ExploreError, Explorer};
use crate::chart::ChartSpec;
use crate::chart::geometry::Size;

/// What a reader wishes of a chart, and why it could not be.
#[derive(Clone, Copy, Default)]
pub struct Zoom {
    /// Whether the reader wants to zoom; taken back when that cannot be.
    pub wish: RwSignal<bool>,
    refused: RwSignal<Option<String>>,
}

impl Zoom {
    /// Why the wish was taken back, in a sentence, until it is made again.
    pub fn refused(self) -> Option<String> {
        self.refused.get().filter(|_| !self.wish.get())
    }

    fn refuse(self, error: ExploreError) {
        let _ = self.refused.try_set(Some(error.to_string()));
        let _ = self.wish.try_set(false);
    }
}

/// Follows the reader's wish. The signal says whether ECharts has drawn.
pub fn zoomed(spec: Signal<ChartSpec>, canvas: NodeRef<Div>, size: Memo<Size>, zoom: Zoom) -> RwSignal<bool> {
    let drawn = RwSignal::new(false);
    let state: StoredValue<Option<(Explorer, Drawn)>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        if !zoom.wish.get() {
            state.set_value(None);
            drawn.set(false);
            return;
        }
        let Some(element) = canvas.get() else { return };
        let element: HtmlElement = element.clone().unchecked_into();
        spawn_local(async move {
            let explorer = match Explorer::load().await {
                Ok(explorer) => explorer,
                Err(error) => return zoom.refuse(error),
            };
            match spec.try_with_untracked(|spec| explorer.draw(&element, spec, dark())) {
                Some(Ok(chart)) => {
                    state.set_value(Some((explorer, chart)));
                    let _ = drawn.try_set(true);
                }
                Some(Err(error)) => zoom.refuse(error),
                // The chart has left the page meanwhile.
                None => {}
            }
        });
    });
    Effect::new(move |_| {
        let (Some(element), true) = (canvas.get(), drawn.get()) else { return };
        let element: HtmlElement = element.clone().unchecked_into();
        size.track();
        let redrawn = spec.with(|spec| {
            state.with_value(|state| match state {
                Some((explorer, chart)) => explorer.redraw(chart, &element, spec, dark()),
                None => Ok(()),
            })
        });
        if let Err(error) = redrawn {
            zoom.refuse(error);
        }
    });
    drawn
}

fn dark() -> bool {
    let root = document().document_element();
    match root.and_then(|root| root.get_attribute("data-theme")).as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => window()
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
            .is_some_and(|query| query.matches()),
    }
}
