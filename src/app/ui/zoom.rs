//! Lets ECharts move the lines that a reader wants to zoom, by wheel, pinch and drag. When the hand rests,
//! the days on the axis are those that the page shows in its own drawing, with its labels, readout and
//! cards. A scatter is zoomed in the page's own drawing.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::echarts::{Drawn, ExploreError, Explorer};
use crate::chart::geometry::Size;
use crate::chart::spec::TimeAxis;
use crate::chart::{ChartSpec, Plot};

/// Milliseconds of a day: on an axis of dates ECharts counts these.
const DAY: f64 = 86_400_000.0;

/// What a reader wishes of a chart, and why it could not be.
#[derive(Clone, Copy, Default)]
pub struct Zoom {
    /// Whether the reader wants to zoom; taken back when that cannot be.
    pub wish: RwSignal<bool>,
    /// Whether a hand moves the axis just now.
    pub moving: RwSignal<bool>,
    refused: RwSignal<Option<String>>,
}

/// How far lines can be zoomed out, and what shows the days or ages on the axis.
#[derive(Clone, Copy)]
pub struct Days {
    /// First and last there are; `None` for what is no lines.
    pub reach: Signal<Option<(i32, i32)>>,
    /// Shows those from one to another.
    pub show: Callback<(i32, i32)>,
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
pub fn zoomed(
    spec: Signal<ChartSpec>,
    canvas: NodeRef<Div>,
    size: Memo<Size>,
    zoom: Zoom,
    days: Days,
) -> RwSignal<bool> {
    let drawn = RwSignal::new(false);
    let state: StoredValue<Option<(Explorer, Drawn)>, LocalStorage> = StoredValue::new_local(None);
    // Counts the zooms that are over: after each the axis is that of the page's drawing again.
    let settled = RwSignal::new(0u32);
    let lines = Memo::new(move |_| days.reach.with(Option::is_some));
    let told = move |from: f64, to: f64| {
        // The chart may have left the page meanwhile.
        let Some(reach) = days.reach.try_get_untracked().flatten() else { return };
        if from.is_nan() || to.is_nan() {
            let _ = zoom.moving.try_set(true);
            return;
        }
        let dated = spec.try_with_untracked(
            |spec| matches!(&spec.plot, Plot::Lines(lines) if lines.time == TimeAxis::Date),
        );
        let unit = if dated == Some(true) { DAY } else { 1.0 };
        let [from, to] = [from, to].map(|end| ((end / unit).round() as i32).clamp(reach.0, reach.1));
        if from < to {
            days.show.run((from, to));
        }
        let _ = zoom.moving.try_set(false);
        let _ = settled.try_update(|settled| *settled += 1);
    };
    Effect::new(move |_| {
        if !(zoom.wish.get() && lines.get()) {
            state.set_value(None);
            drawn.set(false);
            zoom.moving.set(false);
            return;
        }
        let Some(element) = canvas.get() else { return };
        let element: HtmlElement = element.clone().unchecked_into();
        spawn_local(async move {
            let explorer = match Explorer::load().await {
                Ok(explorer) => explorer,
                Err(error) => return zoom.refuse(error),
            };
            let reach = days.reach.try_get_untracked().flatten();
            match spec.try_with_untracked(|spec| explorer.draw(&element, spec, reach, dark(), told)) {
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
        settled.track();
        let reach = days.reach.get();
        let redrawn = spec.with(|spec| {
            state.with_value(|state| match state {
                Some((explorer, chart)) => explorer.redraw(chart, &element, spec, reach, dark()),
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
