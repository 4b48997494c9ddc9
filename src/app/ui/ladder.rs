//! The shipped ladder, small in tables and written out on a profile.

use leptos::prelude::*;

use super::as_written;
use crate::markup::{self, Markup};
use crate::model::{Ladder, Rung};

/// Five marks in a row: filled, hollow, dashed or absent. The words are in the label.
#[component]
pub fn LadderMarks(ladder: Ladder) -> impl IntoView {
    view! { <span class="as-written" inner_html=String::from(Markup::from(markup::ladder(ladder)))></span> }
}

/// The ladder written out, each step with its state and what is to be said of it.
#[component]
pub fn RungSteps(
    /// The states.
    ladder: Ladder,
    /// A line for each rung, lowest first; may be empty.
    notes: Vec<String>,
) -> impl IntoView {
    let note = move |rung: Rung| notes.get(usize::from(rung.number()) - 1).cloned().unwrap_or_default();
    as_written(move || markup::rungs(ladder, &note))
}
