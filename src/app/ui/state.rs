//! Panels that wait for a file of their own, each with its own failure and its own retry.

use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::erase::live;
use crate::app::data::LoadError;

/// Loads something when the panel appears; shows it, or what went wrong and a way to try again.
///
/// `load` is asked again at each retry, and whenever a signal it reads has changed; the store forgets
/// failures, so a retry reaches the host. What was shown stays until its successor is there.
#[component]
pub fn Later<T, F, L, V>(
    /// What is being loaded, to finish the sentence "Loading …".
    what: &'static str,
    /// Starts loading.
    load: L,
    /// Shows what was loaded.
    show: V,
) -> impl IntoView
where
    T: 'static,
    F: Future<Output = Result<T, LoadError>> + 'static,
    L: Fn() -> F + 'static,
    V: Fn(&T) -> AnyView + Send + 'static,
{
    let load = move || {
        let loading = load();
        let loading = async move { loading.await.map(|loaded| Rc::new(loaded) as Rc<dyn Any>) };
        Box::pin(loading) as Loading
    };
    let show = move |loaded: &dyn Any| loaded.downcast_ref().map(&show);
    panel(what, Box::new(load), Box::new(show))
}

type Came = Result<Rc<dyn Any>, LoadError>;
type Loading = Pin<Box<dyn Future<Output = Came>>>;
type Show = Box<dyn Fn(&dyn Any) -> Option<AnyView> + Send>;

/// One machinery for panels of every kind.
fn panel(what: &'static str, load: Box<dyn Fn() -> Loading>, show: Show) -> AnyView {
    let state: RwSignal<Option<Came>, LocalStorage> = RwSignal::new_local(None);
    let attempt = RwSignal::new(0u32);
    let newest = StoredValue::new(0u32);
    Effect::new(move |_| {
        attempt.track();
        let loading = load();
        let turn = newest.get_value() + 1;
        newest.set_value(turn);
        spawn_local(async move {
            let result = loading.await;
            // The panel may be gone by now and its signals with it, or have asked for something else.
            if newest.try_get_value() == Some(turn) {
                let _ = state.try_set(Some(result));
            }
        });
    });
    let retry = move |_| {
        state.set(None);
        attempt.update(|attempt| *attempt += 1);
    };
    live(move || match state.get() {
        None => view! { <p class="waiting" aria-busy="true">{format!("Loading {what}…")}</p> }.into_any(),
        Some(Ok(loaded)) => show(&*loaded).into_any(),
        Some(Err(error)) => view! {
            <div class="note" role="alert">
                <p>{error.to_string()}</p>
                <button type="button" class="button" on:click=retry>"Try again"</button>
            </div>
        }
        .into_any(),
    })
}
