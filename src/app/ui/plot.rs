//! The drawing in its box.
//!
//! SVG paints first, in the size of its box, and answers pointer and keys with its own readout. When
//! a reader asks to zoom lines by wheel or pinch, ECharts is fetched and moves them in the same box; when
//! it cannot be had, the SVG stays.

mod beside;
mod cuts;
mod pointing;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

use super::Marking;
use super::erase::live;
use super::zoom::{Days, Zoom, zoomed};
use crate::app::marks;
use crate::chart::geometry::Size;
use crate::chart::layout::{self, Layout};
use crate::chart::palette::Theme;
use crate::chart::readout::Asked;
use crate::chart::{ChartSpec, Plot, svg};
pub use pointing::Hands;
use pointing::Pointing;

/// The drawing in its box.
#[component]
pub fn Plotted(
    /// What is drawn.
    spec: Signal<ChartSpec>,
    /// What the reader wishes of it; taken back when that cannot be had.
    zoom: Zoom,
    /// What zooming does to lines.
    days: Days,
    /// Whether the box has a height of its own, that of what is left of a whole screen.
    full: Signal<bool>,
    /// Told where the axis across begins and ends, from the edges of the box, in pixels.
    edges: RwSignal<(f64, f64)>,
    /// What can be changed in the drawing.
    hands: Hands,
    /// The lines that stand out.
    marking: Marking,
    /// Opens the card of a number beside its words.
    ask: Callback<(Asked, Element)>,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let canvas = NodeRef::<Div>::new();
    let (width, height) = (RwSignal::new(0.0), RwSignal::new(0.0));
    watch_size(frame, width, height);
    let size = Memo::new(move |_| {
        let best = spec.with(|spec| layout::best_height(spec, width.get()));
        Size { width: width.get(), height: if full.get() { height.get().max(LEAST) } else { best } }
    });
    let placed: Memo<Option<Layout>> =
        Memo::new(move |_| (width.get() > 0.0).then(|| spec.with(|spec| layout::layout(spec, size.get()))));
    let drawing = move || {
        placed.with(|layout| {
            let draw = |layout| spec.with(|spec| svg::drawn(spec, layout, Theme::Page));
            layout.as_ref().map(draw).unwrap_or_default()
        })
    };
    Effect::new(move |_| {
        let ends = |layout: &Layout| (layout.plot.x, layout.size.width - layout.plot.right());
        if let Some(now) = placed.with(|layout| layout.as_ref().map(ends)) {
            edges.set(now);
        }
    });
    let pointing = Pointing::new(spec, placed, hands, marking);
    Effect::new(move |_| {
        if placed.with(Option::is_some) {
            marks::first_chart();
        }
    });
    let explored = zoomed(spec, canvas, size, zoom, days);
    // A day or a dot that was read out stands elsewhere in another drawing.
    Effect::new(move |_| {
        placed.track();
        explored.track();
        zoom.moving.track();
        pointing.forget();
    });
    // While a hand moves the lines they are ECharts' own, and so are its answers.
    let own = move || !zoom.moving.get_untracked();
    // A finger that would scroll the page marks a part of a scatter while the reader wants to zoom.
    let boxing =
        Memo::new(move |_| zoom.wish.get() && spec.with(|spec| matches!(spec.plot, Plot::Scatter(_))));
    let moved = move |event: PointerEvent| {
        if let (true, Some((x, y))) = (own(), within(frame, &event)) {
            marking.point_at(slot_under(&event));
            pointing.follow(x, y);
        }
    };
    let down = move |event: PointerEvent| {
        // A press on what can be zoomed moves the axis, as a finger moves the page.
        let finger = (event.pointer_type() == "touch" && !boxing.get_untracked()) || explored.get_untracked();
        if let (true, 0, Some((x, y))) = (own(), event.button(), within(frame, &event)) {
            if let (false, Some(frame)) = (finger, frame.get_untracked()) {
                // A drag goes on outside the drawing.
                let _ = frame.set_pointer_capture(event.pointer_id());
            }
            pointing.press(x, y, finger);
        }
    };
    let up = move |event: PointerEvent| {
        if let (true, Some((x, y))) = (own(), within(frame, &event)) {
            pointing.release(x, y, explored.get_untracked());
        }
    };
    let keys = move |event: KeyboardEvent| {
        // A button inside has its own keys; Escape is the drawing's.
        let meant = event.target() == event.current_target() || event.key() == "Escape";
        let plain = meant && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if plain && own() && pointing.key(&event.key(), event.shift_key()) {
            event.prevent_default();
        }
    };
    let answers = Memo::new(move |_| spec.with(|spec| !matches!(spec.plot, Plot::Spark(_))));
    view! {
        <div
            class="plot"
            class:explored=move || explored.get()
            class:boxing=move || boxing.get()
            class:moving=move || zoom.moving.get()
            node_ref=frame
            tabindex=move || if answers.get() { "0" } else { "-1" }
            role="group"
            aria-label=move || spec.with(|spec| spec.summary.clone())
            data-focus=move || marking.focus().map(|slot| slot.to_string())
            style:--plot-height=move || format!("{:.0}px", size.get().height)
            on:pointermove=moved
            on:pointerdown=down
            on:pointerup=up
            on:pointerleave=move |_| pointing.leave()
            on:pointercancel=move |_| pointing.leave()
            on:keydown=keys
            on:blur=move |_| pointing.leave()
        >
            <div class="drawing" inner_html=drawing></div>
            <div class="canvas" node_ref=canvas aria-hidden="true"></div>
            {live(move || beside::beside(pointing, ask))}
            {cuts::cuts(pointing, frame)}
        </div>
    }
}

/// A pointer's place in the drawing.
fn within(frame: NodeRef<Div>, event: &PointerEvent) -> Option<(f64, f64)> {
    let place = frame.get_untracked()?.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - place.left(), f64::from(event.client_y()) - place.top()))
}

/// The line, or the label of a line, that a pointer is on.
fn slot_under(event: &PointerEvent) -> Option<u8> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("[data-slot]").ok().flatten()?.get_attribute("data-slot")?.parse().ok()
}

/// Least height of a drawing, in pixels, as in the style sheet.
const LEAST: f64 = 240.0;

/// Keeps signals at the width and the height of an element.
fn watch_size(frame: NodeRef<Div>, width: RwSignal<f64>, height: RwSignal<f64>) {
    Effect::new(move |_| {
        let Some(element) = frame.get() else { return };
        let element: HtmlElement = element.clone().unchecked_into();
        width.set(f64::from(element.client_width()));
        let measured = element.clone();
        let seen = Closure::<dyn FnMut()>::new(move || {
            let now = f64::from(measured.client_width());
            if now > 0.0 && width.try_get_untracked().is_some_and(|before| before != now) {
                width.set(now);
            }
            let now = f64::from(measured.client_height());
            if height.try_get_untracked().is_some_and(|before| before != now) {
                height.set(now);
            }
        });
        // Where there is no observer the chart keeps its first width.
        if let Ok(observer) = ResizeObserver::new(seen.as_ref().unchecked_ref()) {
            observer.observe(&element);
            let kept = StoredValue::new_local((observer, seen));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        }
    });
}
