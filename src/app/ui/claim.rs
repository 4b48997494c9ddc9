//! What a snapshot has to say to a claim.

use std::sync::Arc;

use leptos::prelude::*;

use super::Reader;
use super::figures::said;
use crate::app::data::Loaded;
use crate::finding::claim;
use crate::snapshot::wire;

/// The independent reading beside a claim, or that there is none.
#[component]
pub fn ClaimReading(loaded: Arc<Loaded>, claim: wire::Claim) -> impl IntoView {
    match claim::reading(&loaded.snapshot, &claim, &Reader::get().locale) {
        Some(reading) => view! {
            <div>
                {said(&loaded, reading.words)}
                {reading.dollars.map(|dollars| view! { <div>{said(&loaded, dollars)}</div> })}
                <small>{reading.as_of}</small>
            </div>
        }
        .into_any(),
        None => view! { <div class="none">{claim::NONE}</div> }.into_any(),
    }
}
