//! The shipped ladder, small in tables and written out on a profile.

use super::erase::AnyViews;
use leptos::prelude::*;

use crate::markup::{self, Markup};
use crate::model::{Ladder, Rung};

/// Five marks in a row: filled, hollow, dashed or absent. The words are in the label.
#[component]
pub fn LadderMarks(ladder: Ladder) -> impl IntoView {
    view! { <span class="as-written" inner_html=String::from(Markup::from(markup::ladder(ladder)))></span> }
}

/// One step of the ladder with its state and what is to be said of it.
#[component]
pub fn RungSteps(
    /// The states.
    ladder: Ladder,
    /// A line for each rung, lowest first; may be empty.
    notes: Vec<String>,
) -> impl IntoView {
    let steps = Rung::ALL.into_iter().enumerate().map(|(index, rung)| {
        let state = ladder.state(rung);
        let note = notes.get(index).cloned().unwrap_or_default();
        view! {
            <li class=state.id()>
                <b>{format!("{} {}", rung.number(), capitalised(rung.name()))}</b>
                <span>{state.words()}</span>
                <small>{note}</small>
            </li>
        }
    });
    view! { <ol class="rungs">{steps.any_views()}</ol> }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
