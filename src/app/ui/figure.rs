//! A chart on the page: its sentence, the drawing, the table twin, and what can be taken away.

use super::erase::{AnyViews, live};
use super::full_screen::FullScreen;
use super::keys::on_key;
use leptos::ev::MouseEvent;
use leptos::html::{Figure, Tbody};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::plot::{Hands, Plotted};
use super::range::RangeControl;
use super::take_away::Taking;
use super::zoom::{Days, Zoom};
use super::{Marking, NumberCard, Numbers, Reader, Rows, as_written, write_rows};
use crate::chart::readout::Asked;
use crate::chart::spec::TimeAxis;
use crate::chart::twin::{self, Column, Digits};
use crate::chart::{ChartSpec, Plot};
use crate::markup::{self, Widths};
use crate::model::Day;

/// Longest table that is put on the page at once; the file has all of it.
const TWIN_ROWS: usize = 400;

/// How a scatter is zoomed.
const BY_HAND: &str = "Drag a box in the drawing to look at what is in it. With keys: + and − go nearer and farther, Shift with an arrow goes on, Escape shows all again.";

/// A chart with everything around it.
#[component]
pub fn ChartFigure(
    /// What it shows.
    #[prop(into)]
    spec: Signal<ChartSpec>,
    /// 1, 2 or 3: where the headline stands in the outline of the page.
    level: u8,
    /// What it was made of.
    numbers: Numbers,
    /// The sentence of the headline, where numbers in it open their cards.
    #[prop(optional)]
    said: Option<ViewFn>,
    /// What of the view can be changed in the drawing.
    #[prop(optional)]
    hands: Hands,
    /// The lines that stand out, where something beside the chart says so too.
    #[prop(optional)]
    marking: Marking,
    /// What a reader can do about the notes, under them.
    #[prop(optional, into)]
    offers: ViewFn,
    /// Whether the table stands in the place of the drawing.
    #[prop(optional, into)]
    tabled: Signal<bool>,
) -> impl IntoView {
    // Days or ages looked at where the view has no place for them.
    let window = RwSignal::new(None::<(i32, i32)>);
    let all = spec;
    // Kept, not derived: every look at a derived signal would copy all points of the chart.
    let spec: Signal<ChartSpec> = Signal::from(Memo::new(move |_| match window.get() {
        Some(days) => all.get().within(days),
        None => all.get(),
    }));
    let (days, hands) = zooming(all, window, hands);
    let figure = NodeRef::<Figure>::new();
    let full = FullScreen::of(figure);
    let table = RwSignal::new(false);
    let edges = RwSignal::new((0.0, 0.0));
    let zoom = Zoom::default();
    let zooms = Memo::new(move |_| spec.with(|spec| matches!(spec.plot, Plot::Lines(_) | Plot::Scatter(_))));
    let by_hand = move || {
        let scatter = zoom.wish.get() && spec.with(|spec| matches!(spec.plot, Plot::Scatter(_)));
        scatter.then(|| BY_HAND.to_owned())
    };
    let headline = move || {
        let text = match &said {
            Some(said) => said.run(),
            None => spec.with(|spec| spec.headline.clone()).into_any(),
        };
        match level {
            1 => view! { <h1>{text}</h1> }.into_any(),
            2 => view! { <h2>{text}</h2> }.into_any(),
            _ => view! { <h3>{text}</h3> }.into_any(),
        }
    };
    // Rules across the plot have numbers there, and their words here.
    let listed = Memo::new(move |_| spec.with(ChartSpec::rules));
    let rules = move || {
        let rules = listed.get();
        (!rules.is_empty() && !tabled.get()).then(|| {
            let rules = rules.into_iter().map(|rule| view! { <li>{rule}</li> }).any_views();
            view! { <ol class="rules">{rules}</ol> }
        })
    };
    let taking = Taking::of(spec, numbers.snapshot);
    let open = NumberCard::get();
    let ask = Callback::new(move |(asked, anchor): (Asked, Element)| {
        if let Some(card) = numbers.card.run(asked) {
            open.open(card, &anchor);
        }
    });
    let take = RwSignal::new(false);
    on_key(move |key| {
        // Of several charts on a page the first one answers.
        let first = document().query_selector("figure.chart").ok().flatten();
        let own =
            figure.get_untracked().zip(first).is_some_and(|(own, first)| own.is_same_node(Some(&first)));
        match key {
            "t" if own => table.update(|table| *table = !*table),
            "d" if own => taking.download(),
            _ => return false,
        }
        true
    });
    view! {
        <figure class="chart" node_ref=figure>
            <figcaption>
                {headline}
                <p class="sub">{live(move || spec.with(|spec| spec.subtitle.clone()))}</p>
            </figcaption>
            {as_written(move || spec.with(|spec| markup::remarks(&spec.notes)))}
            {offers.run()}
            {live(move || {
                if tabled.get() {
                    view! { <Table spec ask/> }.into_any()
                } else {
                    view! { <Plotted spec zoom days full=full.on() edges hands marking ask/> }.into_any()
                }
            })}
            {live(rules)}
            {hands.range.zip(hands.span).map(|(range, set)| view! { <RangeControl range set edges/> })}
            <div class="source">
                <span>{live(move || spec.with(|spec| spec.source.clone()))}</span>
                <span class="tools">
                    {live(move || (zooms.get() && !tabled.get()).then(|| view! { <Switch label="Zoom" on=zoom.wish/> }))}
                    {live(move || (!tabled.get()).then(|| view! { <Switch label="Table" on=table/> }))}
                    {full.button()}
                    <Switch label="Take away" on=take/>
                </span>
            </div>
            <p class="hint" role="status">{live(move || zoom.refused().or_else(by_hand))}</p>
            {live(move || take.get().then(|| taking.panel()))}
            {live(move || (table.get() && !tabled.get()).then(|| view! { <Table spec ask/> }))}
        </figure>
    }
}

/// What zooming lines shows: the days of the view where it has them, and otherwise days or ages of this
/// figure alone, which Escape takes back too.
fn zooming(all: Signal<ChartSpec>, window: RwSignal<Option<(i32, i32)>>, hands: Hands) -> (Days, Hands) {
    let lines = Memo::new(move |_| {
        all.with(|spec| match &spec.plot {
            Plot::Lines(lines) => Some((lines.time, lines.span)),
            _ => None,
        })
    });
    // Other days or ages than those that were narrowed.
    Effect::new(move |before: Option<()>| {
        lines.track();
        if before.is_some() {
            window.set(None);
        }
    });
    let dated = move |time: TimeAxis| hands.span.filter(|_| time == TimeAxis::Date);
    let reach = Signal::derive(move || {
        let (time, span) = lines.get()?;
        let whole = hands.range.filter(|_| dated(time).is_some()).and_then(|range| range.get());
        Some(whole.map_or(span, |range| (range.whole.0.epoch_days(), range.whole.1.epoch_days())))
    });
    let show = Callback::new(move |(from, to): (i32, i32)| {
        let Some((time, span)) = lines.get_untracked() else { return };
        match dated(time) {
            Some(show) => show.run((Day::from_epoch_days(from), Day::from_epoch_days(to))),
            None => window.set(((from, to) != span).then_some((from, to))),
        }
    });
    let reset = Callback::new(move |()| {
        let narrowed = window.get_untracked().is_some();
        if narrowed {
            window.set(None);
        }
        narrowed || hands.reset.is_some_and(|reset| reset.run(()))
    });
    (Days { reach, show }, Hands { reset: Some(reset), ..hands })
}

/// The table twin.
#[component]
fn Table(spec: Signal<ChartSpec>, ask: Callback<(Asked, Element)>) -> impl IntoView {
    let locale = Reader::get().locale;
    let shown =
        Memo::new(move |_| spec.with(|spec| twin::first_rows(spec, Digits::Shown(&locale), TWIN_ROWS)));
    // Thousands of cells need no listener each.
    let open = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(cell) = target.and_then(|target| target.closest("[data-row]").ok().flatten()) else {
            return;
        };
        let number = |name: &str| cell.get_attribute(name)?.parse::<usize>().ok();
        let (row, column) = (number("data-row"), number("data-column"));
        let asked = spec.with_untracked(|spec| {
            shown.with_untracked(|twin| twin::asked(spec, twin.rows.get(row?)?, column?))
        });
        if let Some(asked) = asked {
            ask.run((asked, cell));
        }
    };
    let widths = Memo::new(move |_| shown.with(markup::twin::widths));
    let head = move || {
        let heads = shown.with(|twin| twin.columns.iter().map(Column::head).collect::<Vec<_>>());
        let head = |head| view! { <th scope="col" role="columnheader"><bdi>{head}</bdi></th> };
        heads.into_iter().map(head).any_views()
    };
    let more = Memo::new(move |_| spec.with(twin::row_count).saturating_sub(TWIN_ROWS));
    let body = NodeRef::<Tbody>::new();
    write_rows(body, move || {
        let (spec, twin) = (spec.get(), shown.get());
        Rows {
            count: twin.rows.len(),
            write: Box::new(move |at| markup::twin::row(&spec, &twin, at)),
            parts: None,
        }
    });
    view! {
        <div class="twin" on:click=open tabindex="0" role="region" aria-label="The chart as a table">
            <table
                class="data fitted"
                role="table"
                style:--numbers=move || widths.with(Widths::tracks)
                style:--numbers-least=move || widths.with(Widths::least)
            >
                <thead role="rowgroup"><tr role="row">{live(head)}</tr></thead>
                <tbody role="rowgroup" node_ref=body></tbody>
            </table>
            {live(move || (more.get() > 0).then(|| view! {
                <p class="hint">{format!("{} more rows are in the file with the numbers, under “Take away”.", more.get())}</p>
            }))}
        </div>
    }
}

/// A word in the toolbar that is on or off.
#[component]
fn Switch(label: &'static str, on: RwSignal<bool>) -> impl IntoView {
    view! {
        <button type="button" aria-pressed=move || if on.get() { "true" } else { "false" } on:click=move |_| on.update(|on| *on = !*on)>
            {label}
        </button>
    }
}
