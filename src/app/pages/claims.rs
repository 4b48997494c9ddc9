//! The claims ledger: what was said, beside what can be read.

use std::sync::Arc;

use crate::app::ui::AnyViews;
use leptos::prelude::*;

use super::title;
use crate::app::data::{Loaded, Store};
use crate::app::ui::{ClaimReading, Later, SubnetLink};
use crate::compute::order;
use crate::finding;
use crate::model::SubnetRef;
use crate::snapshot::wire;
use crate::view::heading;

#[component]
pub(super) fn ClaimsPage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::CLAIMS.title);
    let store = Store::get();
    let shown = loaded.clone();
    view! {
        <div class="wrap">
            <h1>{heading::CLAIMS.h1}</h1>
            <p class="lede">{heading::CLAIMS.lede}</p>
            <Later
                what="the claims"
                load=move || {
                    let (store, loaded) = (store.get_value(), loaded.clone());
                    async move { store.claims(&loaded).await }
                }
                show={move |claims: &Arc<wire::Claims>| {
                    let claims = claims.clone();
                    view! { <Ledger loaded=shown.clone() claims/> }.into_any()
                }}
            />
        </div>
    }
}

#[component]
fn Ledger(loaded: Arc<Loaded>, claims: Arc<wire::Claims>) -> impl IntoView {
    if claims.claims.is_empty() {
        return view! { <p class="empty">"No claims are listed in this snapshot."</p> }.into_any();
    }
    let mut about: Vec<Option<SubnetRef>> = Vec::new();
    for claim in &claims.claims {
        let subject = subject(claim);
        if !about.contains(&subject) {
            about.push(subject);
        }
    }
    let sections = order::ordered(about, Ord::cmp).into_iter().map(|about| {
        let rows = claims.claims.iter().filter(|claim| subject(claim) == about).cloned();
        let rows = rows.map(|claim| view! { <ClaimRow loaded=loaded.clone() claim/> }).any_views();
        let row = about.and_then(|reference| loaded.snapshot.row(reference));
        let heading = match (about, row) {
            (Some(reference), Some(row)) => {
                let subnet = loaded.snapshot.subnets[row].clone();
                view! { <h2><SubnetLink subnet/> <small>" SN" {reference.netuid()}</small></h2> }.into_any()
            }
            (Some(reference), None) => {
                view! { <h2>{format!("SN{reference}, not in this snapshot")}</h2> }.into_any()
            }
            (None, _) => view! { <h2>"The network"</h2> }.into_any(),
        };
        view! { <section>{heading}<div class="claims">{rows}</div></section> }
    });
    sections.any_views().into_any()
}

fn subject(claim: &wire::Claim) -> Option<SubnetRef> {
    claim.subnet.as_deref()?.parse().ok()
}

#[component]
pub(super) fn ClaimRow(loaded: Arc<Loaded>, claim: wire::Claim) -> impl IntoView {
    let said = finding::claim::found_in(&claim);
    let address = finding::claim::address(&claim).map(str::to_owned);
    let id = claim.id.clone();
    let statement = claim.statement.clone();
    let trap = claim.trap.clone().zip(claim.trap_note.clone());
    view! {
        <div class="claim" id=id>
            <div>
                {statement}
                <small>
                    {said}
                    {address.map(|url| view! { " · " <a href=url rel="noopener noreferrer ugc nofollow" target="_blank">"where it was said"</a> })}
                </small>
                {trap.map(|(kind, note)| view! { <small class="trap"><b>{finding::claim::trap(&kind).to_owned()}</b> ": " {note}</small> })}
            </div>
            <ClaimReading loaded claim/>
        </div>
    }
}
