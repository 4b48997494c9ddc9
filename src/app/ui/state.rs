//! Panels that wait for a file of their own, each with its own failure and its own retry.

use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::erase::live;
use crate::app::data::{LoadError, Loaded, Store};
use crate::snapshot::wire;

/// Loads something when the panel appears; shows it, or what went wrong and a way to try again.
///
/// `load` is asked again at each retry, and whenever a signal it reads has changed; the store forgets
/// failures, so a retry reaches the host. What was shown stays until its successor is there, and is
/// made anew from it.
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
    let show = move |loaded: &dyn Any| loaded.downcast_ref().map(&show);
    panel(what, loading(load), Box::new(show), Box::new(|_| false))
}

/// [`Later`] of what happened to the network and its subnets.
#[component]
pub fn LaterEvents<V>(
    /// Of which snapshot.
    loaded: Arc<Loaded>,
    /// Shows it.
    show: V,
) -> impl IntoView
where
    V: Fn(&Arc<wire::Events>) -> AnyView + Send + 'static,
{
    let store = Store::get();
    let load = move || {
        let (store, loaded) = (store.get_value(), loaded.clone());
        async move { store.events(&loaded).await }
    };
    view! { <Later what="the events" load show/> }
}

/// As [`Later`], for a view that has a state of its own: it is made once, and follows what is loaded
/// after that.
#[component]
pub fn LaterFollowed<T, F, L, V>(
    /// What is being loaded, to finish the sentence "Loading …".
    what: &'static str,
    /// Starts loading.
    load: L,
    /// Shows what was loaded last.
    show: V,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, LoadError>> + 'static,
    L: Fn() -> F + 'static,
    V: Fn(Signal<T>) -> AnyView + Send + 'static,
{
    let shown: StoredValue<Option<RwSignal<T>>> = StoredValue::new(None);
    let first = move |loaded: &dyn Any| {
        let followed = RwSignal::new(loaded.downcast_ref::<T>()?.clone());
        shown.set_value(Some(followed));
        Some(show(followed.into()))
    };
    let next = move |loaded: &dyn Any| {
        let followed = shown.try_get_value().flatten();
        followed.zip(loaded.downcast_ref::<T>()).is_some_and(|(followed, loaded)| {
            // The signal is gone when a failure has taken the view's place.
            followed.try_set(loaded.clone()).is_none()
        })
    };
    panel(what, loading(load), Box::new(first), Box::new(next))
}

type Came = Result<Rc<dyn Any>, LoadError>;
type Loading = Pin<Box<dyn Future<Output = Came>>>;
type Load = Box<dyn Fn() -> Loading>;
type Show = Box<dyn Fn(&dyn Any) -> Option<AnyView> + Send>;
/// Gives what was loaded to the view that is there already; false where it must be made anew.
type Follow = Box<dyn Fn(&dyn Any) -> bool>;

fn loading<T: 'static, F>(load: impl Fn() -> F + 'static) -> Load
where
    F: Future<Output = Result<T, LoadError>> + 'static,
{
    Box::new(move || {
        let loading = load();
        Box::pin(async move { loading.await.map(|loaded| Rc::new(loaded) as Rc<dyn Any>) })
    })
}

/// One machinery for panels of every kind.
fn panel(what: &'static str, load: Load, show: Show, follow: Follow) -> AnyView {
    let state: RwSignal<Option<Came>, LocalStorage> = RwSignal::new_local(None);
    let attempt = RwSignal::new(0u32);
    let newest = StoredValue::new(0u32);
    let follow = Rc::new(follow);
    Effect::new(move |_| {
        attempt.track();
        let loading = load();
        let follow = follow.clone();
        let turn = newest.get_value() + 1;
        newest.set_value(turn);
        spawn_local(async move {
            let result = loading.await;
            // The panel may be gone by now and its signals with it, or have asked for something else.
            let followed = || result.as_ref().is_ok_and(|loaded| follow(&**loaded));
            if newest.try_get_value() == Some(turn) && !followed() {
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
