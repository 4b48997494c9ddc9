//! The drawing in its box.
//!
//! SVG paints first, in the size of its box, and answers pointer and keys with its own readout. When
//! a reader asks to zoom, ECharts is fetched and takes over in the same box; when it cannot be had,
//! the SVG stays.

use super::erase::{AnyViews, live};
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

use super::zoom::zoomed;
use crate::chart::geometry::Size;
use crate::chart::layout::{self, Layout};
use crate::chart::palette::Theme;
use crate::chart::readout::Readout;
use crate::chart::{ChartSpec, Plot, svg};
use crate::compute::order;
use crate::model::Value;
use crate::model::value::Direction;

/// The drawing in its box.
#[component]
pub fn Plotted(
    /// What is drawn.
    spec: Signal<ChartSpec>,
    /// Whether the reader has asked to zoom; switched off again when that cannot be had.
    zoom: RwSignal<bool>,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let canvas = NodeRef::<Div>::new();
    let width = RwSignal::new(0.0);
    let readout: RwSignal<Option<Readout>> = RwSignal::new(None);
    watch_width(frame, width);
    let size = Memo::new(move |_| Size {
        width: width.get(),
        height: spec.with(|spec| layout::best_height(spec, width.get())),
    });
    let placed: Memo<Option<Layout>> =
        Memo::new(move |_| (width.get() > 0.0).then(|| spec.with(|spec| layout::layout(spec, size.get()))));
    let drawing = Memo::new(move |_| {
        if width.get() > 0.0 {
            spec.with(|spec| svg::render(spec, size.get(), Theme::Page))
        } else {
            String::new()
        }
    });
    Effect::new(move |_| {
        if drawing.with(|drawing| !drawing.is_empty()) {
            first_chart();
        }
    });
    let explored = zoomed(spec, canvas, size, zoom);
    Effect::new(move |_| {
        if explored.get() {
            readout.set(None);
        }
    });
    let at = move |pointer: &PointerEvent| {
        let place = frame.get()?.get_bounding_client_rect();
        Some((f64::from(pointer.client_x()) - place.left(), f64::from(pointer.client_y()) - place.top()))
    };
    let follow = move |pointer: PointerEvent| {
        // ECharts answers for itself, and may have been zoomed.
        if explored.get_untracked() {
            return;
        }
        let found = at(&pointer)
            .and_then(|(x, _)| placed.with(|layout| spec.with(|spec| layout.as_ref()?.nearest(spec, x))));
        readout.set(found);
    };
    let keys = move |event: KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            "Escape" => return readout.set(None),
            _ => return,
        };
        let next = placed.with(|layout| {
            spec.with(|spec| match readout.get_untracked() {
                Some(now) => layout.as_ref()?.step(spec, now.day, forward),
                None => layout.as_ref()?.nearest(spec, width.get_untracked()),
            })
        });
        if next.is_some() {
            event.prevent_default();
            readout.set(next);
        }
    };
    let lines = Memo::new(move |_| spec.with(|spec| matches!(spec.plot, Plot::Lines(_))));
    view! {
        <div
            class="plot"
            class:explored=move || explored.get()
            node_ref=frame
            tabindex=move || if lines.get() { "0" } else { "-1" }
            role="group"
            aria-label=move || spec.with(|spec| spec.summary.clone())
            style:--plot-height=move || format!("{:.0}px", size.get().height)
            on:pointermove=follow
            on:pointerdown=follow
            on:pointerleave=move |_| readout.set(None)
            on:keydown=keys
            on:blur=move |_| readout.set(None)
        >
            <div class="drawing" inner_html=move || drawing.get()></div>
            <div class="canvas" node_ref=canvas aria-hidden="true"></div>
            {live(move || readout.get().map(|readout| view! { <Beside readout spec size=size.get() placed/> }))}
        </div>
    }
}

/// The crosshair and the values beside it.
#[component]
fn Beside(
    readout: Readout,
    spec: Signal<ChartSpec>,
    size: Size,
    placed: Memo<Option<Layout>>,
) -> impl IntoView {
    let (label, slot): (Vec<_>, Vec<_>) = spec.with_untracked(|spec| match &spec.plot {
        Plot::Lines(lines) => lines.series.iter().map(|line| (line.label.clone(), line.slot)).unzip(),
        _ => (Vec::new(), Vec::new()),
    });
    let plot = placed.with_untracked(|layout| layout.as_ref().map(|layout| layout.plot));
    let (top, height) = plot.map_or((0.0, size.height), |plot| (plot.y, plot.height));
    // Left of the crosshair in the right half, so that it never leaves the box.
    let right = readout.x > size.width / 2.0;
    let values = readout.values;
    let largest_first = |a: usize, b: usize| {
        Value::from(values[a].value).compare(Value::from(values[b].value), Direction::Descending)
    };
    let rows = order::sorted(values.len(), &largest_first).into_iter().map(|at| {
        let value = values[at].clone();
        let name = label.get(value.series).cloned().unwrap_or_default();
        let slot = slot.get(value.series).copied().unwrap_or_default();
        let made = if value.reconstructed { " (reconstructed)" } else { "" };
        view! { <li><span><i class=format!("series-{slot}")></i><bdi>{name}</bdi></span><span>{value.text}{made}</span></li> }
    });
    view! {
        <div class="crosshair" style:--x=format!("{:.1}px", readout.x) style:--top=format!("{top:.0}px") style:--height=format!("{height:.0}px")></div>
        <div class="readout" class:left=right role="status" style:--x=format!("{:.1}px", readout.x) style:--y=format!("{top:.0}px")>
            <b>{readout.when}</b>
            <ul>{rows.any_views()}</ul>
            {readout.events.into_iter().map(|event| view! { <p>{event}</p> }).any_views()}
        </div>
    }
}

/// Keeps a signal at the width of an element.
fn watch_width(frame: NodeRef<Div>, width: RwSignal<f64>) {
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
        });
        // Where there is no observer the chart keeps its first width.
        if let Ok(observer) = ResizeObserver::new(seen.as_ref().unchecked_ref()) {
            observer.observe(&element);
            let kept = StoredValue::new_local((observer, seen));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        }
    });
}

/// Marks, two frames after it, that the first chart is on the screen.
fn first_chart() {
    let Some(performance) = window().performance() else { return };
    if performance.get_entries_by_name("first-chart").length() > 0 {
        return;
    }
    request_animation_frame(move || {
        request_animation_frame(move || {
            let _ = performance.mark("first-chart");
        });
    });
}
