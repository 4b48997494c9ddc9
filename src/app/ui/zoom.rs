//! Lets ECharts take over a chart that a reader wants to zoom.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::echarts::{Drawn, Explorer};
use crate::chart::ChartSpec;
use crate::chart::geometry::Size;

/// Follows the reader's wish. The signal says whether ECharts has drawn; the wish is taken back when
/// it cannot.
pub fn zoomed(
    spec: Signal<ChartSpec>,
    canvas: NodeRef<Div>,
    size: Memo<Size>,
    wish: RwSignal<bool>,
) -> RwSignal<bool> {
    let drawn = RwSignal::new(false);
    let state: StoredValue<Option<(Explorer, Drawn)>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        if !wish.get() {
            state.set_value(None);
            drawn.set(false);
            return;
        }
        let Some(element) = canvas.get() else { return };
        let element: HtmlElement = element.clone().unchecked_into();
        spawn_local(async move {
            let Ok(explorer) = Explorer::load().await else {
                let _ = wish.try_set(false);
                return;
            };
            match spec.try_with_untracked(|spec| explorer.draw(&element, spec, dark())) {
                Some(Ok(chart)) => {
                    state.set_value(Some((explorer, chart)));
                    let _ = drawn.try_set(true);
                }
                Some(Err(_)) => {
                    let _ = wish.try_set(false);
                }
                // The chart has left the page meanwhile.
                None => {}
            }
        });
    });
    Effect::new(move |_| {
        let (Some(element), true) = (canvas.get(), drawn.get()) else { return };
        let element: HtmlElement = element.clone().unchecked_into();
        size.track();
        let failed = spec.with(|spec| {
            state.with_value(|state| {
                state
                    .as_ref()
                    .is_some_and(|(explorer, chart)| explorer.redraw(chart, &element, spec, dark()).is_err())
            })
        });
        if failed {
            wish.set(false);
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
