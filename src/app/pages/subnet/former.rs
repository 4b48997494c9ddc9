//! A registration that has lost its slot: its page stays, at the same address.

use std::sync::Arc;

use leptos::prelude::*;

use super::clock::{Clock, Price};
use super::held::Ownership;
use crate::app::data::{Loaded, Store};
use crate::app::navigation::Navigation;
use crate::app::ui::Later;
use crate::finding;
use crate::format;
use crate::model::{SubnetId, SubnetRef};
use crate::snapshot::wire;
use crate::view::{Route, SubnetPage as SubnetView, Table};

/// A subnet that is not in the cross-section: it lost its slot, or never was.
#[component]
pub(super) fn Absent(loaded: Arc<Loaded>, reference: SubnetRef, framed: bool) -> impl IntoView {
    let store = Store::get();
    let shown = loaded.clone();
    let named = reference.generation().and_then(|number| SubnetId::new(reference.netuid(), number));
    view! {
        <Later
            what="the registration"
            load=move || {
                let (store, loaded) = (store.get_value(), loaded.clone());
                async move {
                    // A slot that nobody holds goes on telling of the last who did.
                    let last = match named {
                        Some(id) => Some(id),
                        None => store.last_former(&loaded, reference.netuid()).await?,
                    };
                    let Some(id) = last else { return Ok(None) };
                    Ok(store.profile(&loaded, id).await?.map(|profile| (id, profile)))
                }
            }
            show={move |found: &Option<(SubnetId, Arc<wire::Profile>)>| match found.clone() {
                Some((id, profile)) => view! { <Former loaded=shown.clone() id profile framed/> }.into_any(),
                None => view! { <Unknown loaded=shown.clone() reference/> }.into_any(),
            }}
        />
    }
}

/// What is left of a registration: when it held the slot, what it was paid, its prices.
#[component]
fn Former(loaded: Arc<Loaded>, id: SubnetId, profile: Arc<wire::Profile>, framed: bool) -> impl IntoView {
    let navigation = Navigation::get();
    let netuid = id.netuid();
    let own = profile.generations.iter().find(|generation| generation.id == id.to_string());
    let name = own.map(|own| own.name.clone()).unwrap_or_default();
    let heading = format::shown_name(&name, netuid);
    super::title(&format!("{heading} (SN{id})"));
    let (snapshot, row) = loaded.snapshot.joined_by(id, name);
    let past = Arc::new(loaded.with_snapshot(snapshot));
    let evidence = super::evidence_of(&past, Some(&profile));
    let occupant = SubnetRef::occupant(netuid).and_then(|occupant| loaded.snapshot.row(occupant));
    let today = occupant.map(|row| {
        let subnet = &loaded.snapshot.subnets[row];
        let href = navigation.href(&Route::Subnet(subnet.id.into(), SubnetView::default()));
        let name = format::shown_name(&subnet.name, netuid);
        let [before, after] = finding::SLOT_HELD_TODAY;
        view! { <p>{before} <a href=href><bdi>{name}</bdi></a> {after}</p> }
    });
    view! {
        <article class="wrap">
            <header class="profile-head">
                <div>
                    <h1 class="name"><bdi>{heading}</bdi></h1>
                    <p>{finding::former(id)}</p>
                </div>
            </header>
            <p class="lede">{finding::tenure(&profile, id)}</p>
            {today}
            <Clock loaded=past.clone() row profile=Some(profile.clone()) evidence/>
            {(!framed).then(|| view! {
                <Price loaded=past.clone() row/>
                <Ownership loaded=past profile id/>
            })}
        </article>
    }
}

/// Neither in the snapshot nor among the registrations of the past.
#[component]
fn Unknown(loaded: Arc<Loaded>, reference: SubnetRef) -> impl IntoView {
    super::title(&format!("SN{reference}"));
    let navigation = Navigation::get();
    let today =
        SubnetRef::occupant(reference.netuid()).filter(|occupant| loaded.snapshot.row(*occupant).is_some());
    let count = loaded.snapshot.subnets.len();
    view! {
        <div class="wrap state">
            <h1>{format!("SN{reference} is not in this snapshot")}</h1>
            {match today {
                Some(occupant) => view! {
                    <p class="lede">"No registration of this number is known for the slot. A number such as .r1 names a registration, not a project."</p>
                    <p><a href=navigation.href(&Route::Subnet(occupant, SubnetView::default()))>{format!("Today’s occupant of slot {}", occupant.netuid())}</a></p>
                }
                .into_any(),
                None => view! {
                    <p class="lede">{format!("The snapshot has {count} subnets, and none in slot {}.", reference.netuid())}</p>
                    <p><a href=navigation.href(&Route::Subnets(Table::default()))>"All subnets"</a></p>
                }
                .into_any(),
            }}
        </div>
    }
}
