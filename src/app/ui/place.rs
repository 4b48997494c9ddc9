//! What stands in the place of a page that is not here.

use leptos::prelude::*;

use crate::app::data::LoadError;
use crate::app::navigation::Navigation;

/// Holds the place of a page so that nothing jumps when it arrives.
#[component]
pub fn Opening() -> impl IntoView {
    view! {
        <div class="wrap state" aria-busy="true">
            <p class="lede">"Opening the ledger…"</p>
            <div class="skeleton" aria-hidden="true"></div>
        </div>
    }
}

/// Why there is nothing to see, with what a visitor can do about it.
#[component]
pub fn Problem(
    /// What could not be opened, to begin the sentence "… could not be opened".
    what: &'static str,
    /// Why.
    problem: LoadError,
    /// Tries again.
    retry: Callback<()>,
) -> impl IntoView {
    let navigation = Navigation::get();
    // A link to a snapshot that is not here must not be the end of the visit.
    let newest = move || {
        let route = navigation.route();
        route.at().is_some().then(|| {
            let href = navigation.exact_href(&route.pinned(None));
            view! { <p><a href=href>"See the same in the newest snapshot"</a></p> }
        })
    };
    view! {
        <div class="wrap state">
            <h1>{format!("{what} could not be opened")}</h1>
            <p role="alert">{problem.to_string()}</p>
            <p><button class="button" type="button" on:click=move |_| retry.run(())>"Try again"</button></p>
            {newest}
        </div>
    }
}
