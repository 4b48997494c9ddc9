//! What is read out, beside where it stands.

use leptos::prelude::*;

use super::pointing::Pointing;
use crate::app::ui::AnyViews;
use crate::chart::Plot;
use crate::chart::layout::Layout;
use crate::chart::readout::{DotReadout, Pointed, Readout};
use crate::compute::order;
use crate::format;
use crate::model::value::Direction;
use crate::model::{Day, Value};

/// The readout of what is pointed at, and the days being chosen.
pub fn beside(pointing: Pointing) -> AnyView {
    let pointed = pointing.pointed.get();
    let band = pointing.band.get();
    let pinned = pointing.pinned.get();
    pointing
        .placed
        .with(|layout| {
            let layout = layout.as_ref()?;
            // While days are being chosen, their two ends are what matters.
            let read = pointed.filter(|_| band.is_none()).map(|pointed| match pointed {
                Pointed::Day(readout) => day(readout, pointing, layout, pinned),
                Pointed::Dot(readout) => dot(readout, layout, pinned),
            });
            Some((band.map(|days| chosen(days, layout)), read))
        })
        .into_any()
}

fn day(readout: Readout, pointing: Pointing, layout: &Layout, pinned: bool) -> AnyView {
    let (label, slot): (Vec<_>, Vec<_>) = pointing.spec.with_untracked(|spec| match &spec.plot {
        Plot::Lines(lines) => lines.series.iter().map(|line| (line.label.clone(), line.slot)).unzip(),
        _ => (Vec::new(), Vec::new()),
    });
    let values = readout.values;
    let largest_first = |a: usize, b: usize| {
        Value::from(values[a].value).compare(Value::from(values[b].value), Direction::Descending)
    };
    let rows = order::sorted(values.len(), &largest_first).into_iter().map(|at| {
        let value = values[at].clone();
        let name = label.get(value.series).cloned().unwrap_or_default();
        let slot = slot.get(value.series).copied().unwrap_or_default();
        let made = if value.reconstructed { " (reconstructed)" } else { "" };
        view! { <li data-slot=slot.to_string()><span><i class=format!("series-{slot}")></i><bdi>{name}</bdi></span><span>{value.text}{made}</span></li> }
    });
    let rows = rows.any_views();
    let rest = readout.events.into_iter().map(|event| view! { <p>{event}</p> }).any_views();
    let (top, height) = (layout.plot.y, layout.plot.height);
    view! {
        <div class="crosshair" class:pinned=pinned style:--x=px(readout.x) style:--top=px(top) style:--height=px(height)></div>
        {boxed(readout.when, rows, rest, (readout.x, top), layout, pinned)}
    }
    .into_any()
}

fn dot(readout: DotReadout, layout: &Layout, pinned: bool) -> AnyView {
    let rows = readout
        .values
        .into_iter()
        .map(|(label, value)| view! { <li><span>{label}</span><span>{value}</span></li> });
    let rows = rows.any_views();
    // Under the dot in the upper half and over it in the lower, so that it never leaves the box.
    let y = if readout.y < layout.size.height / 2.0 { readout.y + 10.0 } else { readout.y - 74.0 };
    view! {
        <div class="ring" class:pinned=pinned style:--x=px(readout.x) style:--y=px(readout.y)></div>
        {boxed(readout.name, rows, Vec::new(), (readout.x, y), layout, pinned)}
    }
    .into_any()
}

/// A box beside a point: left of it in the right half, so that it never leaves the drawing.
fn boxed(
    head: String,
    rows: Vec<AnyView>,
    rest: Vec<AnyView>,
    (x, y): (f64, f64),
    layout: &Layout,
    pinned: bool,
) -> AnyView {
    let left = x > layout.size.width / 2.0;
    let hint = pinned.then(|| view! { <p class="hint">"Pinned; Escape lets go."</p> });
    view! {
        <div class="readout" class:left=left role="status" style:--x=px(x) style:--y=px(y)>
            <b><bdi>{head}</bdi></b>
            <ul>{rows}</ul>
            {rest}
            {hint}
        </div>
    }
    .into_any()
}

fn chosen((a, b): (i32, i32), layout: &Layout) -> AnyView {
    let [from, to] = [a.min(b), a.max(b)].map(|day| layout.x.scale.position(f64::from(day)));
    let [first, last] = [a.min(b), a.max(b)].map(|day| format::day(Day::from_epoch_days(day)));
    view! {
        <div class="band" role="status" style:--x=px(from) style:--width=px(to - from) style:--top=px(layout.plot.y) style:--height=px(layout.plot.height)>
            <span>{format!("{first} to {last}")}</span>
        </div>
    }
    .into_any()
}

fn px(number: f64) -> String {
    format!("{number:.1}px")
}
