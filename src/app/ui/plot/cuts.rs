//! The two cuts of the plane, each a handle that pointer, touch and arrow keys move.

use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::pointing::Pointing;
use super::within;
use crate::app::ui::handle::{self, Handle};
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

fn handle(
    pointing: Pointing,
    frame: NodeRef<Div>,
    moved: Callback<(Option<Cut>, bool)>,
    upright: bool,
) -> AnyView {
    let follow = move |(event, done): (Option<PointerEvent>, bool)| {
        let Some(event) = event else { return moved.run((None, done)) };
        let cut = within(frame, &event).and_then(|(x, y)| {
            pointing.placed.with_untracked(|layout| {
                let layout = layout.as_ref()?;
                if upright { layout.cut_across(x) } else { layout.cut_up(y) }
            })
        });
        if cut.is_some() {
            moved.run((cut, done));
        }
    };
    let key = move |key: String| {
        let more = match key.as_str() {
            "ArrowRight" | "ArrowUp" => true,
            "ArrowLeft" | "ArrowDown" => false,
            _ => return false,
        };
        if let Some(cut) = pointing.spec.with_untracked(|spec| next(spec, upright, more)) {
            moved.run((Some(cut), true));
        }
        true
    };
    let of_lanes = move |read: fn(&Lanes, bool) -> Option<f64>| {
        Signal::derive(move || pointing.spec.with(|spec| read(lanes(spec)?, upright)))
    };
    handle::handle(Handle {
        class: if upright { "cut-handle" } else { "cut-handle level" },
        label: if upright { "Earns at least" } else { "Nothing verified at rung" },
        vertical: !upright,
        place: Signal::derive(move || {
            let at = pointing.placed.with(|layout| place(layout.as_ref(), upright)).unwrap_or_default();
            format!("{at:.1}px")
        }),
        now: of_lanes(value),
        // The rungs that a cut can lie under.
        ends: Signal::stored((!upright).then_some((1.0, 5.0))),
        text: Signal::derive(move || {
            pointing.spec.with(|spec| lanes(spec).map(|lanes| said(lanes, upright)))
        }),
        follow: Callback::new(follow),
        key: Callback::new(key),
    })
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
        (_, Some(rung)) if !upright => lanes.of_rung(rung).map(|lane| lane.name.clone()).unwrap_or_default(),
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
