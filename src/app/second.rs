//! What readers come to second, in a file of the program that is fetched after the first view.
//!
//! The program is cut in `main.rs`: what only these pages and the search need is not waited for before the
//! first chart. The file gives functions, so that what they make is made where it is shown.

use std::sync::Arc;

use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::data::{LoadError, Loaded};
use super::navigation::Navigation;
use super::pages;
use super::ui::{Opening, Palette, Problem, live};
use crate::view::Route;

/// What the file holds.
#[derive(Clone, Copy)]
pub struct Second {
    page: fn(Arc<Loaded>, Route) -> AnyView,
    palette: fn(Arc<Loaded>) -> AnyView,
}

impl Second {
    /// Itself, to be named nowhere but behind the cut.
    pub const HERE: Self =
        Self { page: pages::second, palette: |loaded| view! { <Palette loaded/> }.into_any() };
}

/// Fetches the file, once however often it is asked; after a failure it is asked for anew.
pub type Fetch = fn() -> LocalBoxFuture<'static, Result<Second, LoadError>>;

/// Whether a page is made by the file.
pub fn is_second(route: &Route) -> bool {
    matches!(
        route,
        Route::Network(_)
            | Route::Claims(_)
            | Route::Methods(_)
            | Route::Method(..)
            | Route::Data(_)
            | Route::About
            | Route::EmbedBuilder(_)
    )
}

/// Waits for the file where the first page is made by it. That it did not come, the page says.
pub async fn prepare(fetch: Fetch, route: &Route) {
    if is_second(route) {
        let _ = fetch().await;
    }
}

/// A page of the file, or why it is not here and a way to try again. Calls `shown` when it is.
#[component]
pub fn SecondPage(loaded: Arc<Loaded>, route: Route, shown: fn()) -> impl IntoView {
    let fetch: Fetch = expect_context();
    let attempt = RwSignal::new(0u32);
    let came: RwSignal<Option<Result<Second, LoadError>>> = RwSignal::new(None);
    Effect::new(move |_| {
        attempt.track();
        spawn_local(async move {
            let result = fetch().await;
            // The reader may have gone on, and the signal with the page.
            let _ = came.try_set(Some(result));
        });
    });
    Effect::new(move |_| {
        if came.with(|came| matches!(came, Some(Ok(_)))) {
            shown();
        }
    });
    let retry = Callback::new(move |()| attempt.update(|attempt| *attempt += 1));
    live(move || match came.get() {
        None => view! { <Opening/> }.into_any(),
        Some(Ok(second)) => (second.page)(loaded.clone(), route.clone()),
        Some(Err(problem)) => view! { <Problem what="This page" problem retry/> }.into_any(),
    })
}

/// The search, which is there soon after the first view: it remembers that it was wished for before.
/// Frames have none.
#[component]
pub fn SecondPalette(loaded: Arc<Loaded>) -> impl IntoView {
    let fetch: Fetch = expect_context();
    let navigation = Navigation::get();
    let framed = Memo::new(move |_| navigation.route().is_framed());
    let came: RwSignal<Option<Second>> = RwSignal::new(None);
    Effect::new(move |_| {
        if !framed.get() {
            spawn_local(async move {
                // Without the file the site is read without its search; the next page asks again.
                if let Ok(second) = fetch().await {
                    let _ = came.try_set(Some(second));
                }
            });
        }
    });
    live(move || (!framed.get()).then(|| came.get().map(|second| (second.palette)(loaded.clone()))))
}
