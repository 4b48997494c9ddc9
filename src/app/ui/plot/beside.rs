//! What is read out, beside where it stands.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::pointing::{Band, Pointing};
use crate::app::navigation::Navigation;
use crate::app::ui::AnyViews;
use crate::chart::Plot;
use crate::chart::layout::{Layout, Rect};
use crate::chart::readout::{Asked, DotReadout, Pointed, Readout};
use crate::chart::spec::LineSeries;
use crate::compute::order;
use crate::format;
use crate::model::value::Direction;
use crate::model::{Day, Value};
use crate::view::{Route, SubnetPage};

/// What opens the card of a number.
type Ask = Callback<(Asked, Element)>;

/// The readout of what is pointed at, and the days being chosen.
pub fn beside(pointing: Pointing, ask: Ask) -> AnyView {
    let pointed = pointing.pointed.get();
    let band = pointing.band.get();
    let pinned = pointing.pinned.get();
    pointing
        .placed
        .with(|layout| {
            let layout = layout.as_ref()?;
            // While days are being chosen, their two ends are what matters.
            let read = pointed.filter(|_| band.is_none()).map(|pointed| match pointed {
                Pointed::Day(readout) => day(readout, pointing, layout, pinned.then_some(ask)),
                Pointed::Dot(readout) => dot(readout, layout, pinned.then_some(ask)),
            });
            Some((band.map(|band| chosen(band, layout)), read))
        })
        .into_any()
}

fn day(readout: Readout, pointing: Pointing, layout: &Layout, ask: Option<Ask>) -> AnyView {
    let lines = pointing.spec.with_untracked(|spec| match &spec.plot {
        Plot::Lines(lines) => {
            let line = |line: &LineSeries| (line.label.clone(), line.slot, line.id.clone());
            lines.series.iter().map(line).collect()
        }
        _ => Vec::new(),
    });
    let (values, when) = (readout.values, readout.day);
    let largest_first = |a: usize, b: usize| {
        Value::from(values[a].value).compare(Value::from(values[b].value), Direction::Descending)
    };
    let rows = order::sorted(values.len(), &largest_first).into_iter().map(|at| {
        let value = values[at].clone();
        let (name, slot, id) = lines.get(value.series).cloned().unwrap_or_default();
        let made = if value.reconstructed { " (reconstructed)" } else { "" };
        let asked = value.value.map(|_| Asked::Day(id, when));
        let number = number(format!("{}{made}", value.text), asked.zip(ask));
        view! { <li data-slot=slot.to_string()><span><i class=format!("series-{slot}")></i><bdi>{name}</bdi></span>{number}</li> }
    });
    let rows = rows.any_views();
    let rest = readout.events.into_iter().map(|event| view! { <p>{event}</p> }).any_views();
    let (top, height) = (layout.plot.y, layout.plot.height);
    view! {
        <div class="crosshair" class:pinned=ask.is_some() style:--x=px(readout.x) style:--top=px(top) style:--height=px(height)></div>
        {boxed(readout.when.into_any(), rows, rest, (readout.x, top), layout, ask.is_some())}
    }
    .into_any()
}

fn dot(readout: DotReadout, layout: &Layout, ask: Option<Ask>) -> AnyView {
    let rows = readout.values.into_iter().map(|value| {
        view! { <li><span>{value.label}</span>{number(value.text, value.asked.zip(ask))}</li> }
    });
    let subnet = readout.id.parse().ok().filter(|_| ask.is_some());
    let head = match subnet {
        Some(subnet) => {
            let route = Route::Subnet(subnet, SubnetPage::default());
            view! { <a href=Navigation::get().href(&route)>{readout.name}</a> }.into_any()
        }
        None => readout.name.into_any(),
    };
    let rows = rows.any_views();
    // Under the dot in the upper half and over it in the lower, so that it never leaves the box.
    let y = if readout.y < layout.size.height / 2.0 { readout.y + 10.0 } else { readout.y - 74.0 };
    view! {
        <div class="ring" class:pinned=ask.is_some() style:--x=px(readout.x) style:--y=px(readout.y)></div>
        {boxed(head, rows, Vec::new(), (readout.x, y), layout, ask.is_some())}
    }
    .into_any()
}

/// A number of the readout; with its card where that can be opened.
fn number(text: String, asked: Option<(Asked, Ask)>) -> AnyView {
    let Some((asked, ask)) = asked else { return view! { <span>{text}</span> }.into_any() };
    let open = move |event: MouseEvent| {
        if let Some(button) = event.current_target().and_then(|target| target.dyn_into().ok()) {
            ask.run((asked.clone(), button));
        }
    };
    view! { <span><button type="button" class="number" aria-haspopup="dialog" on:click=open>{text}</button></span> }
        .into_any()
}

/// A box beside a point: left of it in the right half, so that it never leaves the drawing.
fn boxed(
    head: AnyView,
    rows: Vec<AnyView>,
    rest: Vec<AnyView>,
    (x, y): (f64, f64),
    layout: &Layout,
    pinned: bool,
) -> AnyView {
    let left = x > layout.size.width / 2.0;
    let hint =
        pinned.then(|| view! { <p class="hint">"Pinned: a number opens its card, Escape lets go."</p> });
    view! {
        <div
            class="readout"
            class:left=left
            class:pinned=pinned
            role="status"
            style:--x=px(x)
            style:--y=px(y)
            // What is pressed here is not pressed in the drawing below.
            on:pointerdown=|event| event.stop_propagation()
            on:pointerup=|event| event.stop_propagation()
        >
            <b><bdi>{head}</bdi></b>
            <ul>{rows}</ul>
            {rest}
            {hint}
        </div>
    }
    .into_any()
}

fn chosen(band: Band, layout: &Layout) -> AnyView {
    let plot = layout.plot;
    let (place, words) = match band {
        Band::Days(a, b) => {
            let [from, to] = [a.min(b), a.max(b)].map(|day| layout.x.scale.position(f64::from(day)));
            let [first, last] = [a.min(b), a.max(b)].map(|day| format::day(Day::from_epoch_days(day)));
            (Rect::between(from, plot.y, to, plot.bottom()), Some(format!("{first} to {last}")))
        }
        Band::Box((a, b), (c, d)) => {
            let (left, right) = (a.min(c).max(plot.x), a.max(c).min(plot.right()));
            (Rect::between(left, b.min(d).max(plot.y), right, b.max(d).min(plot.bottom())), None)
        }
    };
    view! {
        <div class="band" role="status" style:--x=px(place.x) style:--width=px(place.width) style:--top=px(place.y) style:--height=px(place.height)>
            {words.map(|words| view! { <span>{words}</span> })}
        </div>
    }
    .into_any()
}

fn px(number: f64) -> String {
    format!("{number:.1}px")
}
