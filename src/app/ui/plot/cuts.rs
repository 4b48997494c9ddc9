//! The two cuts of the plane, each a handle that pointer, touch and arrow keys move.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::pointing::Pointing;
use super::within;
use crate::chart::cut::{Cut, stepped};
use crate::chart::layout::{Layout, Marks};
use crate::chart::number::round_with_unit;
use crate::chart::spec::Lanes;
use crate::chart::{ChartSpec, Plot};

/// Handles for the cuts there are, where they can be moved.
pub fn cuts(pointing: Pointing, frame: NodeRef<Div>) -> AnyView {
    let Some(moved) = pointing.hands.cut else { return ().into_any() };
    let there = move |upright: bool| {
        Memo::new(move |_| pointing.placed.with(|layout| place(layout.as_ref(), upright).is_some()))
    };
    let (upright, level) = (there(true), there(false));
    view! {
        {move || upright.get().then(|| handle(pointing, frame, moved, true))}
        {move || level.get().then(|| handle(pointing, frame, moved, false))}
    }
    .into_any()
}

/// A handle outlives its moves, so that it keeps the pointer and the focus.
fn handle(pointing: Pointing, frame: NodeRef<Div>, moved: Callback<(Cut, bool)>, upright: bool) -> AnyView {
    let held = StoredValue::new(false);
    let at = move |event: &PointerEvent| {
        let (x, y) = within(frame, event)?;
        pointing.placed.with_untracked(|layout| {
            let layout = layout.as_ref()?;
            if upright { layout.cut_across(x) } else { layout.cut_up(y) }
        })
    };
    let follow = move |event: &PointerEvent, done: bool| {
        if held.get_value()
            && let Some(cut) = at(event)
        {
            moved.run((cut, done));
        }
    };
    let down = move |event: PointerEvent| {
        // The drawing below would take it for its own.
        event.stop_propagation();
        event.prevent_default();
        held.set_value(true);
        if let Some(element) = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
        {
            let _ = element.set_pointer_capture(event.pointer_id());
            let _ = element.focus();
        }
    };
    let drag = move |event: PointerEvent| {
        event.stop_propagation();
        follow(&event, false);
    };
    let up = move |event: PointerEvent| {
        event.stop_propagation();
        follow(&event, true);
        held.set_value(false);
    };
    let keys = move |event: KeyboardEvent| {
        let more = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => true,
            "ArrowLeft" | "ArrowDown" => false,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(cut) = pointing.spec.with_untracked(|spec| next(spec, upright, more)) {
            moved.run((cut, true));
        }
    };
    let position = move || {
        let at = pointing.placed.with(|layout| place(layout.as_ref(), upright)).unwrap_or_default();
        format!("{at:.1}px")
    };
    let words = move || pointing.spec.with(|spec| lanes(spec).map(|lanes| said(lanes, upright)));
    let now = move || {
        pointing
            .spec
            .with(|spec| lanes(spec).and_then(|lanes| value(lanes, upright)).map(|now| now.to_string()))
    };
    view! {
        <div
            class="cut-handle"
            class:level=!upright
            role="slider"
            tabindex="0"
            aria-label=if upright { "Earns at least" } else { "Nothing found at rung" }
            aria-orientation=if upright { "horizontal" } else { "vertical" }
            aria-valuenow=now
            aria-valuetext=words
            style:--at=position
            on:pointerdown=down
            on:pointermove=drag
            on:pointerup=up
            on:pointercancel=move |_| held.set_value(false)
            on:keydown=keys
        ></div>
    }
    .into_any()
}

fn lanes(spec: &ChartSpec) -> Option<&Lanes> {
    match &spec.plot {
        Plot::Lanes(lanes) => Some(lanes),
        _ => None,
    }
}

fn place(layout: Option<&Layout>, upright: bool) -> Option<f64> {
    match &layout?.marks {
        Marks::Lanes(marks) => {
            if upright {
                marks.cut_x
            } else {
                marks.cut_y
            }
        }
        _ => None,
    }
}

fn value(lanes: &Lanes, upright: bool) -> Option<f64> {
    if upright { lanes.cut_x } else { lanes.cut_y.map(f64::from) }
}

fn said(lanes: &Lanes, upright: bool) -> String {
    match (lanes.cut_x, lanes.cut_y) {
        (Some(cut), _) if upright => round_with_unit(cut, &lanes.x.unit),
        (_, Some(rung)) if !upright => lanes.lanes.get(usize::from(rung)).cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

fn next(spec: &ChartSpec, upright: bool, more: bool) -> Option<Cut> {
    let lanes = lanes(spec)?;
    if upright {
        return Some(Cut::Across(stepped(lanes.cut_x?, more)));
    }
    let rung = lanes.cut_y?;
    Some(Cut::Up(if more { rung + 1 } else { rung.saturating_sub(1) }.clamp(1, 5)))
}
