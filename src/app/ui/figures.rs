//! The figures under a headline, and sentences made of pieces.

use std::sync::Arc;

use leptos::prelude::*;

use super::erase::AnyViews;
use super::{Number, Reader, SubnetLink, made_number};
use crate::app::data::Loaded;
use crate::finding::card::Card;
use crate::finding::figures::Figure;
use crate::finding::part::Part;
use crate::model::Absence;

/// Figures in a row; every number of a subnet opens its card.
#[component]
pub fn Figures(loaded: Arc<Loaded>, figures: Vec<Figure>) -> impl IntoView {
    let figures = figures.into_iter().map(|figure| {
        view! {
            <div class:earned=figure.earned>
                <dt>{figure.label}</dt>
                <dd>{part(&loaded, figure.value)}</dd>
                <dd class="more">{said(&loaded, figure.more)}</dd>
            </div>
        }
    });
    view! { <dl class="figures">{figures.any_views()}</dl> }
}

/// What is said, in pieces.
pub fn said(loaded: &Arc<Loaded>, parts: Vec<Part>) -> Vec<AnyView> {
    parts.into_iter().map(|piece| part(loaded, piece)).collect()
}

/// A piece of what is said; a number in it opens its card.
fn part(loaded: &Arc<Loaded>, part: Part) -> AnyView {
    match part {
        Part::Words(words) => words.into_any(),
        Part::Number(metric, row) => view! { <Number loaded=loaded.clone() metric row/> }.into_any(),
        Part::Made(text, card) => made_number(text, Box::new(move || Card::clone(&card))),
        Part::Counted(text, tally) => {
            let (loaded, locale) = (loaded.clone(), Reader::get().locale);
            made_number(text, Box::new(move || Card::of_count(&loaded.snapshot, tally, &locale)))
        }
        Part::Subnet(row) => view! { <SubnetLink subnet=loaded.snapshot.subnets[row].clone()/> }.into_any(),
        Part::Missing => {
            view! { <span class="number missing">{Absence::NotMeasured.words()}</span> }.into_any()
        }
    }
}
