//! A number on the page: always a button that opens its card.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{NumberCard, Reader};
use crate::app::data::Loaded;
use crate::compute::custom;
use crate::finding::card::Card;
use crate::format::{self, Locale};
use crate::model::{Grade, Value};
use crate::registry::Metric;

/// One number with its unit, outside a table.
#[component]
pub fn Number(
    loaded: Arc<Loaded>,
    metric: &'static Metric,
    row: usize,
    /// Without unit and mark, where a heading beside it has them.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let reader = Reader::get();
    let card = NumberCard::get();
    let value = loaded.snapshot.value(metric, row);
    let grade = loaded.snapshot.reading(metric, row).provenance.grade;
    let text = match bare {
        true => format::value(value, metric, &reader.locale),
        false => format::with_unit(value, metric, &reader.locale),
    };
    let open = move |event: MouseEvent| {
        open_at(card, || Card::of_row(&loaded.snapshot, metric, row, &reader.locale), &event);
    };
    view! {
        <button type="button" class=class_of(value) on:click=open aria-haspopup="dialog">
            {text}
            {(!bare).then(|| view! { <GradeMark value grade/> })}
        </button>
    }
}

/// A number of a sentence, or one made of many subnets; its card is made when it is opened.
pub fn made_number(text: String, made: Box<dyn Fn() -> Card>) -> AnyView {
    let card = NumberCard::get();
    let open = move |event: MouseEvent| open_at(card, &made, &event);
    view! { <button type="button" class="number" on:click=open aria-haspopup="dialog">{text}</button> }
        .into_any()
}

/// Opens a card beside the button that was pressed.
fn open_at(card: NumberCard, made: impl FnOnce() -> Card, event: &MouseEvent) {
    if let Some(anchor) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        card.open(made(), &anchor);
    }
}

/// Opens the card of the number in the table of subnets that was clicked, if one was: a thousand
/// cells need no listener each.
pub fn open_card_on_click(card: NumberCard, loaded: &Arc<Loaded>, locale: &Locale, event: &MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let asked = "[data-metric], [data-rank]";
    let Some(cell) = target.and_then(|target| target.closest(asked).ok().flatten()) else { return };
    let ranked: Option<usize> = cell.get_attribute("data-rank").and_then(|row| row.parse().ok());
    if let Some(row) = ranked.filter(|row| *row < loaded.snapshot.subnets.len()) {
        let rank = loaded.ranks.get(row).copied().flatten();
        return card.open(Card::of_rank(&loaded.snapshot, rank, row, locale), &cell);
    }
    let metric = cell.get_attribute("data-metric").and_then(|id| custom::metric(&id));
    let row = cell.get_attribute("data-row").and_then(|row| row.parse().ok());
    if let (Some(metric), Some(row)) = (metric, row) {
        card.open(Card::of_row(&loaded.snapshot, metric, row, locale), &cell);
    }
}

fn class_of(value: Value) -> &'static str {
    match value {
        Value::Number(_) => "number",
        Value::Missing(_) => "number missing",
    }
}

/// A small mark by the grade: full when measured, hollow when reconstructed or said.
#[component]
fn GradeMark(value: Value, grade: Grade) -> impl IntoView {
    value.number().map(|_| view! { <i class=format!("grade {}", grade.id()) title=grade.words()></i> })
}
