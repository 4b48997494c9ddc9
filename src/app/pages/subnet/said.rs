//! What was said about a subnet, and who is like it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::{Loaded, Store};
use crate::app::navigation::Navigation;
use crate::app::pages::claims::ClaimRow;
use crate::app::ui::{LadderMarks, Later, Number, SubnetLink};
use crate::finding;
use crate::model::{SubnetId, SubnetRef};
use crate::registry;
use crate::snapshot::wire;
use crate::view::{Compare, Route};

/// How many of its kind stand beside a subnet.
const PEERS: usize = 6;

/// The claims about one subnet, or that there are none.
#[component]
pub(super) fn Claims(loaded: Arc<Loaded>, id: SubnetId) -> impl IntoView {
    let store = Store::get();
    let shown = loaded.clone();
    view! {
        <Later
            what="the claims"
            load=move || {
                let (store, loaded) = (store.get_value(), loaded.clone());
                async move { store.claims(&loaded).await }
            }
            show={move |claims: &Arc<wire::Claims>| {
                    let claims = claims.clone();
                let about = claims.claims.iter().filter(|claim| {
                    let subject: Option<SubnetRef> = claim.subnet.as_deref().and_then(|subnet| subnet.parse().ok());
                    subject.is_some_and(|subject| subject.means(id))
                });
                let rows: Vec<_> = about.map(|claim| view! { <ClaimRow loaded=shown.clone() claim=claim.clone()/> }).collect();
                let none = rows.is_empty();
                view! {
                    <section id="claims">
                        <h2>"Claims, and what can be read"</h2>
                        {match none {
                            true => view! { <p class="sub">"No public claim about this registration is listed in this snapshot."</p> }.into_any(),
                            false => view! {
                                <p class="sub">"In our words; a claim without a reading is not false, it cannot be checked."</p>
                                <div class="claims">{rows}</div>
                            }.into_any(),
                        }}
                    </section>
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
