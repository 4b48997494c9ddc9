//! What was said about a subnet, and who is like it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::{Loaded, Store};
use crate::app::navigation::Navigation;
use crate::app::pages::claims::ClaimRow;
use crate::app::ui::{AnyViews, LadderMarks, Later, Number, SubnetLink};
use crate::finding::{self, usage};
use crate::registry;
use crate::snapshot::wire;
use crate::view::{Choice, Compare, Route, SubnetTab, heading};

/// How many of its kind stand beside a subnet.
const PEERS: usize = 6;

/// What is `known` of its use, with what is said of it; and the other claims about it.
#[component]
pub(super) fn Claims(loaded: Arc<Loaded>, row: usize, known: String) -> impl IntoView {
    view! {
        <section id=SubnetTab::Usage.id()>
            <h2>{heading::USE_AND_CLAIMS[0]}</h2>
            <p>{known}</p>
            <Listed loaded=loaded.clone() row which=0/>
        </section>
        <section id=SubnetTab::Claims.id()>
            <h2>{heading::USE_AND_CLAIMS[1]}</h2>
            <Listed loaded row which=1/>
        </section>
    }
}

/// The claims of use, or all others.
#[component]
fn Listed(loaded: Arc<Loaded>, row: usize, which: usize) -> impl IntoView {
    let store = Store::get();
    let (shown, id) = (loaded.clone(), loaded.snapshot.subnets[row].id);
    view! {
        <Later
            what="the claims"
            load=move || {
                let (store, loaded) = (store.get_value(), loaded.clone());
                async move { store.claims(&loaded).await }
            }
            show={move |claims: &Arc<wire::Claims>| {
                let [of_use, others] = usage::claims(&claims.claims, id);
                let listed = if which == 0 { of_use } else { others };
                let rows = listed.iter().map(|claim| view! { <ClaimRow loaded=shown.clone() claim=(*claim).clone()/> });
                let rows = rows.any_views();
                view! {
                    <p class="sub">{usage::before(which, rows.is_empty())}</p>
                    <div class="claims">{rows}</div>
                }
                .into_any()
            }}
        />
    }
}

/// Others of the same category, nearest to it in rank first.
#[component]
pub(super) fn Peers(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let navigation = Navigation::get();
    let emission = registry::known("emission_tao_day");
    let snapshot = &loaded.snapshot;
    let peers = finding::peers(snapshot, row, PEERS);
    let category = snapshot.subnets[row].category.clone();
    let subnets = std::iter::once(row)
        .chain(peers.iter().copied())
        .map(|row| snapshot.subnets[row].id.into())
        .collect();
    let together = navigation.href(&Route::Compare(Compare { subnets, ..Compare::default() }));
    let items: Vec<_> = peers
        .into_iter()
        .map(|peer| {
            let subnet = snapshot.subnets[peer].clone();
            let ladder = subnet.ladder;
            view! {
                <li>
                    <span class="n">{subnet.id.netuid()}</span>
                    <span><SubnetLink subnet/> " " <LadderMarks ladder/></span>
                    <Number loaded=loaded.clone() metric=emission row=peer bare=true/>
                </li>
            }
        })
        .collect();
    category.filter(|_| !items.is_empty()).map(|category| {
        view! {
            <section>
                <h2>"Peers"</h2>
                <p class="sub">{format!("{category}, nearest to it in rank first; τ a day")}</p>
                <ol class="rank">{items}</ol>
                <p><a href=together>"Compare them"</a></p>
            </section>
        }
    })
}
