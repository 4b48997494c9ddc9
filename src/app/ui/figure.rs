//! A chart on the page: its sentence, the drawing, the readout, the table twin, what can be taken away.
//!
//! SVG paints first, in the size of its box. When a reader turns to the chart, ECharts is fetched
//! and takes over in the same box; until then, and without it, the SVG answers with its own readout.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

use super::Reader;
use super::take_away;
use crate::app::echarts::{Drawn, Explorer};
use crate::chart::geometry::Size;
use crate::chart::layout::{self, Layout};
use crate::chart::palette::Theme;
use crate::chart::readout::Readout;
use crate::chart::twin::{Digits, twin};
use crate::chart::{ChartSpec, Plot, svg};

/// Longest table that is put on the page at once; the file has all of it.
const TWIN_ROWS: usize = 400;

/// A chart with everything around it.
#[component]
pub fn ChartFigure(
    /// What it shows.
    #[prop(into)]
    spec: Signal<ChartSpec>,
    /// 1, 2 or 3: where the headline stands in the outline of the page.
    level: u8,
    /// Name of the snapshot, for files that are taken away.
    #[prop(into)]
    snapshot: String,
) -> impl IntoView {
    let table = RwSignal::new(false);
    let headline = move || {
        let text = spec.with(|spec| spec.headline.clone());
        match level {
            1 => view! { <h1>{text}</h1> }.into_any(),
            2 => view! { <h2>{text}</h2> }.into_any(),
            _ => view! { <h3>{text}</h3> }.into_any(),
        }
    };
    let notes = move || {
        spec.with(|spec| spec.notes.clone())
            .into_iter()
            .map(|note| view! { <p class="note">{note}</p> })
            .collect_view()
    };
    let name = StoredValue::new(snapshot);
    let download_csv = move |_| {
        let text = spec.with_untracked(|spec| crate::chart::twin::csv(spec, &name.get_value()));
        take_away::file("subnet-ledger.csv", "text/csv;charset=utf-8", &text);
    };
    let download_svg = move |_| {
        let text = spec.with_untracked(|spec| {
            svg::render_export(spec, Size { width: 960.0, height: 540.0 }, Theme::Light)
        });
        take_away::file("subnet-ledger.svg", "image/svg+xml", &text);
    };
    view! {
        <figure class="chart">
            <figcaption>
                {headline}
                <p class="sub">{move || spec.with(|spec| spec.subtitle.clone())}</p>
            </figcaption>
            {notes}
            <Plotted spec/>
            <div class="source">
                <span>{move || spec.with(|spec| spec.source.clone())}</span>
                <span class="tools">
                    <button type="button" aria-pressed=move || if table.get() { "true" } else { "false" } on:click=move |_| table.update(|table| *table = !*table)>
                        "Table"
                    </button>
                    <button type="button" on:click=download_csv>"CSV"</button>
                    <button type="button" on:click=download_svg>"SVG"</button>
                </span>
            </div>
            {move || table.get().then(|| view! { <Table spec/> })}
        </figure>
    }
}

/// The drawing in its box.
#[component]
fn Plotted(spec: Signal<ChartSpec>) -> impl IntoView {
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
    let explored = explore(spec, canvas, size);
    let at = move |pointer: &PointerEvent| {
        let place = frame.get()?.get_bounding_client_rect();
        Some((f64::from(pointer.client_x()) - place.left(), f64::from(pointer.client_y()) - place.top()))
    };
    let follow = move |pointer: PointerEvent| {
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
            {move || readout.get().map(|readout| view! { <Beside readout spec size=size.get() placed/> })}
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
    let mut values = readout.values.clone();
    values.sort_by(|a, b| b.value.partial_cmp(&a.value).unwrap_or(std::cmp::Ordering::Equal));
    let rows = values.into_iter().map(|value| {
        let name = label.get(value.series).cloned().unwrap_or_default();
        let slot = slot.get(value.series).copied().unwrap_or_default();
        let made = if value.reconstructed { " (reconstructed)" } else { "" };
        view! { <li><span><i class=format!("series-{slot}")></i><bdi>{name}</bdi></span><span>{value.text}{made}</span></li> }
    });
    view! {
        <div class="crosshair" style:--x=format!("{:.1}px", readout.x) style:--top=format!("{top:.0}px") style:--height=format!("{height:.0}px")></div>
        <div class="readout" class:left=right role="status" style:--x=format!("{:.1}px", readout.x) style:--y=format!("{top:.0}px")>
            <b>{readout.when}</b>
            <ul>{rows.collect_view()}</ul>
            {readout.events.into_iter().map(|event| view! { <p>{event}</p> }).collect_view()}
        </div>
    }
}

/// The table twin.
#[component]
fn Table(spec: Signal<ChartSpec>) -> impl IntoView {
    let locale = Reader::get().locale;
    move || {
        let table = spec.with(|spec| twin(spec, Digits::Shown(&locale)));
        let more = table.rows.len().saturating_sub(TWIN_ROWS);
        let head = table
            .columns
            .into_iter()
            .map(|column| view! { <th scope="col"><bdi>{column}</bdi></th> })
            .collect_view();
        let rows = table.rows.into_iter().take(TWIN_ROWS).map(|row| {
            view! { <tr>{row.into_iter().map(|cell| view! { <td><bdi>{cell}</bdi></td> }).collect_view()}</tr> }
        });
        view! {
            <div class="twin" tabindex="0" role="region" aria-label="The chart as a table">
                <table class="data"><thead><tr>{head}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
                {(more > 0).then(|| view! { <p class="hint">{format!("{more} more rows are in the CSV file.")}</p> })}
            </div>
        }
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

/// Lets ECharts take over once a reader turns to the chart. The signal says when it has.
fn explore(spec: Signal<ChartSpec>, canvas: NodeRef<Div>, size: Memo<Size>) -> RwSignal<bool> {
    let taken = RwSignal::new(false);
    let state: StoredValue<Option<(Explorer, Drawn)>, LocalStorage> = StoredValue::new_local(None);
    let asked = StoredValue::new(false);
    Effect::new(move |_| {
        let (Some(element), true) = (canvas.get(), taken.get()) else { return };
        let element: HtmlElement = element.clone().unchecked_into();
        size.track();
        spec.with(|spec| {
            state.with_value(|state| {
                if let Some((explorer, drawn)) = state {
                    // A chart that cannot be redrawn gives the place back to the SVG.
                    if explorer.redraw(drawn, &element, spec, dark()).is_err() {
                        taken.set(false);
                    }
                }
            });
        });
    });
    Effect::new(move |_| {
        let Some(element) = canvas.get() else { return };
        let element: HtmlElement = element.clone().unchecked_into();
        let Some(frame) = element.parent_element() else { return };
        let start = Closure::<dyn FnMut()>::new(move || {
            if asked.try_get_value() != Some(false) || !spec.with_untracked(explorable) {
                return;
            }
            asked.set_value(true);
            let element = element.clone();
            spawn_local(async move {
                let Ok(explorer) = Explorer::load().await else { return };
                let drawn = spec.try_with_untracked(|spec| explorer.draw(&element, spec, dark()));
                if let Some(Ok(drawn)) = drawn {
                    state.set_value(Some((explorer, drawn)));
                    let _ = taken.try_set(true);
                }
            });
        });
        for event in ["pointerenter", "focus"] {
            let _ = frame.add_event_listener_with_callback(event, start.as_ref().unchecked_ref());
        }
        let kept = StoredValue::new_local(start);
        on_cleanup(move || kept.dispose());
    });
    taken
}

/// Whether there is something to zoom into.
fn explorable(spec: &ChartSpec) -> bool {
    matches!(spec.plot, Plot::Lines(_) | Plot::Scatter(_))
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
