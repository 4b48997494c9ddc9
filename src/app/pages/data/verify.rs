//! Whether the files are whole, and the published numbers what their formulas give.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::data::{Loaded, Store, Verified};
use crate::finding;
use crate::finding::copies::{self, Compared};
use crate::view::heading;

/// Fetches every file of the snapshot and has each hashed; computes every number that has a formula.
#[component]
pub(super) fn Verify(loaded: Arc<Loaded>) -> impl IntoView {
    let store = Store::get();
    let progress: RwSignal<Option<Verified>> = RwSignal::new(None);
    let recomputed = finding::recomputed(&loaded.snapshot);
    let compared: RwSignal<Option<Compared>> = RwSignal::new(None);
    let verify = move |_| {
        let (store, loaded) = (store.get_value(), loaded.clone());
        progress.set(Some(Verified::default()));
        compared.set(None);
        spawn_local(async move {
            store
                .verify(&loaded, move |now| {
                    let _ = progress.try_set(Some(now));
                })
                .await;
            // Copies are written of the newest snapshot.
            if loaded.latest {
                let _ = compared.try_set(Some(compare(&store, &loaded).await));
            }
        });
    };
    let words = move || {
        progress.get().map(|now| {
            let state = if now.finished { "Checked" } else { "Checking" };
            let failures = match now.failed.len() {
                0 => "every hash matches".to_owned(),
                failed => format!("{failed} do not match or did not arrive: {}", now.failed.join(", ")),
            };
            format!("{state} {} of {} files: {failures}.", now.checked, now.files)
        })
    };
    let numbers = move || {
        progress
            .with(|progress| progress.as_ref().is_some_and(|now| now.finished).then(|| recomputed.clone()))
    };
    let copies = move || compared.with(|compared| compared.as_ref().map(Compared::sentence));
    view! {
        <section>
            <h2>"Verify"</h2>
            <p class="sub">{heading::VERIFY}</p>
            <button type="button" class="button" on:click=verify>"Verify this snapshot"</button>
            <p role="status">{words}" "{numbers}" "{copies}</p>
        </section>
    }
}

/// Every copy that can be had, compared with what this page computes.
async fn compare(store: &Store, loaded: &Loaded) -> Compared {
    let mut all = Compared::default();
    for metric in copies::metrics() {
        if let Ok(copy) = store.copy(metric).await {
            all = all.and(copies::compared(&loaded.snapshot, metric, &copy));
        }
    }
    all
}
