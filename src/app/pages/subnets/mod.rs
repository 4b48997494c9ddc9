//! All subnets: searched, filtered, sorted, in the columns a reader chooses. All of it is in the URL.

mod body;
mod change;
mod earlier;
mod picked;
mod settings;

use std::sync::Arc;

use leptos::prelude::*;

use self::body::Body;
use self::change::Change;
pub(super) use self::settings::TableSettings;
use super::title;
use crate::app::data::Loaded;
use crate::app::ui::{AnyViews, Painted, live};
use crate::format;
use crate::view::{self, Table, heading};

#[component]
pub(super) fn SubnetsPage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::SUBNETS);
    view! { <div class="wrap wide-page"><SubnetsView loaded framed=false/></div> }
}

/// The table itself, in the page and in an embed.
#[component]
pub(super) fn SubnetsView(loaded: Arc<Loaded>, framed: bool) -> impl IntoView {
    let change = Change::get();
    let table = Painted::of(change.table).shown();
    // A formula is computed once, and the table that shows it made anew.
    let formulas = Memo::new(move |_| table.with(Table::formulas));
    let computed = {
        let loaded = loaded.clone();
        Memo::new_owning(move |_| (loaded.with_custom(&formulas.get()), true))
    };
    let rows = Memo::new(move |_| table.with(|table| view::rows(table, &computed.get().snapshot)));
    let all = loaded.snapshot.subnets.len();
    let day = loaded.snapshot.as_of.day.map(format::day).unwrap_or_default();
    let count = move || match rows.with(Vec::len) {
        shown if shown == all => format!("{all} subnets on {day}"),
        shown => format!("{shown} of {all} subnets on {day}"),
    };
    view! {
        <h1 aria-live="polite">{count}</h1>
        {(!framed).then(|| view! { <TableSettings loaded=loaded.clone()/> })}
        <Issues loaded=loaded.clone()/>
        {live(move || view! { <Body loaded=computed.get() change table rows/> })}
    }
}

/// What in the files could not be used: said, not swallowed.
#[component]
fn Issues(loaded: Arc<Loaded>) -> impl IntoView {
    let count = loaded.issues.len();
    (count > 0).then(|| {
        let lines = loaded.issues.iter().map(|issue| view! { <li>{issue.to_string()}</li> }).any_views();
        view! {
            <details class="note">
                <summary>{format!("{count} parts of the published files could not be used")}</summary>
                <ul>{lines}</ul>
            </details>
        }
    })
}
