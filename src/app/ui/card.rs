//! The number card: everything needed to judge one number.

use std::sync::Arc;

use super::erase::live;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use super::Reader;
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::compute::custom::is_custom;
use crate::compute::formula::{Formula, Term};
use crate::format;
use crate::model::{Reading, Value};
use crate::registry::Metric;
use crate::view::{Page, Route};

/// The one card of the page, kept in the context: which number it shows, if any.
#[derive(Clone, Copy)]
pub struct NumberCard(RwSignal<Option<Shown>, LocalStorage>);

#[derive(Clone)]
struct Shown {
    loaded: Arc<Loaded>,
    metric: &'static Metric,
    row: usize,
    left: f64,
    top: f64,
}

/// Width of the card on a wide screen, as in the style sheet.
const WIDTH: f64 = 380.0;

impl Default for NumberCard {
    fn default() -> Self {
        Self(RwSignal::new_local(None))
    }
}

impl NumberCard {
    /// The card of this page.
    pub fn get() -> Self {
        expect_context()
    }

    /// Shows the card of a number beside the element that stands for it.
    pub fn open(self, loaded: Arc<Loaded>, metric: &'static Metric, row: usize, anchor: &Element) {
        let place = anchor.get_bounding_client_rect();
        let size = |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|length| length.as_f64());
        let width = size(window().inner_width()).unwrap_or(1024.0);
        let height = size(window().inner_height()).unwrap_or(768.0);
        let left = place.left().min(width - WIDTH - 16.0).max(8.0);
        // Below the number, or above it where more of the window is there.
        let below = place.bottom() + 6.0;
        let top = if below > height * 0.55 { (place.top() - 440.0).max(8.0) } else { below };
        self.0.set(Some(Shown { loaded, metric, row, left, top }));
    }
}

/// Draws the card; stands once, at the end of the page.
#[component]
pub fn NumberCardView() -> impl IntoView {
    let NumberCard(shown) = NumberCard::get();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(element), Some(now)) = (dialog.get(), shown.get()) else { return };
        let element: &HtmlDialogElement = &element;
        let style = HtmlElement::style(element);
        let _ = style.set_property("--card-left", &format!("{:.0}px", now.left));
        let _ = style.set_property("--card-top", &format!("{:.0}px", now.top));
        if !element.open() {
            let _ = element.show_modal();
        }
    });
    let close = move || {
        if let Some(element) = dialog.get() {
            element.close();
        }
    };
    // A click on the dialog itself is a click beside the card: the card's content fills it.
    let beside = move |event: leptos::ev::MouseEvent| {
        let on_dialog = event.target().is_some_and(|target| target.dyn_ref::<HtmlDialogElement>().is_some());
        let on_link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on_link = on_link.is_some_and(|element| element.closest("a").ok().flatten().is_some());
        if on_dialog || on_link {
            close();
        }
    };
    view! {
        <dialog class="card" node_ref=dialog on:click=beside on:close=move |_| shown.set(None) aria-labelledby="card-title">
            {live(move || shown.get().map(|shown| view! { <Body shown close/> }))}
        </dialog>
    }
}

#[component]
fn Body(shown: Shown, close: impl Fn() + Copy + 'static) -> impl IntoView {
    let reader = Reader::get();
    let navigation = Navigation::get();
    let Shown { loaded, metric, row, .. } = shown;
    let snapshot = &loaded.snapshot;
    let reading = snapshot.reading(metric, row);
    let subnet = &snapshot.subnets[row];
    let name = format::shown_name(&subnet.name, subnet.id.netuid());
    let grade = reading.provenance.grade;
    let method = navigation.href(&Route::Method(metric, Page::default()));
    view! {
        <div class="card-body">
            <header>
                <h2 id="card-title">{metric.label}</h2>
                <p><bdi>{name}</bdi> " · SN" {subnet.id.netuid()}</p>
                <button type="button" class="close" aria-label="Close" on:click=move |_| close()>"×"</button>
            </header>
            <p class="card-value">{format::with_unit(reading.value, metric, &reader.locale)}</p>
            {reading.why.clone().map(|why| view! { <p class="card-why">{why}</p> })}
            <p>{metric.definition}</p>
            {worked(&loaded, metric, row, reader)}
            <dl>
                <dt>"Known by"</dt>
                <dd>
                    <i class=format!("grade {}", grade.id())></i>
                    <b>{grade.words()}</b>
                    ". "
                    {grade.meaning()}
                </dd>
                <dt>"As of"</dt>
                <dd>{as_of(&reading, reader)}</dd>
                <dt>"Source"</dt>
                <dd>{source(&loaded, &reading)}</dd>
                <dt>"Cannot see"</dt>
                <dd>{metric.limits}</dd>
                <dt>"Measured for"</dt>
                <dd>{format!("{} of {} subnets", snapshot.measured(metric), snapshot.subnets.len())}</dd>
            </dl>
            {(!is_custom(metric)).then(|| view! { <p class="card-links"><a href=method>"Method"</a></p> })}
        </div>
    }
}

/// The formula in words, again with this row's numbers, and whether a published number is what it gives.
fn worked(loaded: &Loaded, metric: &'static Metric, row: usize, reader: Reader) -> Option<AnyView> {
    let snapshot = &loaded.snapshot;
    let formula = Formula::parse(metric.formula?).ok()?;
    let published = snapshot.column(metric).is_some_and(|column| !column.computed);
    // Without its inputs a published number cannot be worked out again; one that is absent shows what it lacks.
    let recomputed = snapshot.recomputed(metric).map(|values| values[row]);
    if published && recomputed.is_none() {
        return None;
    }
    let words = formula.print(&Term::words);
    let numbers = formula.print(&|term| match term.value(snapshot, row) {
        Value::Number(number) => format::exact(number, &reader.locale),
        Value::Missing(absence) => format!("({})", absence.words()),
    });
    let result = recomputed.unwrap_or_else(|| snapshot.value(metric, row));
    let result = format::with_unit(result, metric, &reader.locale);
    let differs = snapshot.mismatches(metric).iter().any(|(other, _)| *other == row);
    let check = match (published, differs) {
        (false, _) => view! { <p class="check">"Computed in your browser from the numbers above."</p> }.into_any(),
        (true, false) => view! { <p class="check">"Computed again in your browser: the published number is the same."</p> }.into_any(),
        (true, true) => view! { <p class="check warn">"Computed again in your browser: the published number is another."</p> }.into_any(),
    };
    Some(
        view! {
            <div class="worked">
                <p>{words}</p>
                <p>{numbers} " = " <b>{result}</b></p>
                {check}
            </div>
        }
        .into_any(),
    )
}

fn as_of(reading: &Reading, reader: Reader) -> String {
    let moment = format::as_of(reading.provenance.as_of, &reader.locale);
    if moment.is_empty() { "The source does not say.".to_owned() } else { moment }
}

fn source(loaded: &Loaded, reading: &Reading) -> AnyView {
    let Some(source) = reading.provenance.source.and_then(|index| loaded.snapshot.sources.get(index)) else {
        return "Not named.".into_any();
    };
    let name = source.name.clone();
    match source.url.as_deref().and_then(format::safe_link) {
        Some(url) => {
            let url = url.to_owned();
            view! { <a href=url rel="noopener noreferrer ugc nofollow" target="_blank">{name}</a> }.into_any()
        }
        None => name.into_any(),
    }
}
