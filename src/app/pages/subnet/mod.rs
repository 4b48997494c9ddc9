//! One subnet: what it is, what it earned, what it can be shown to have shipped.

mod clock;
mod former;
mod heading;
mod held;
mod measured;
mod parts;
mod said;
mod shipped;

use std::sync::Arc;

use leptos::prelude::*;

use self::clock::{Clock, Price};
use self::former::Absent;
use self::heading::{Figures, Heading};
use self::held::{Links, Ownership, Raw, Split};
use self::measured::Columns;
use self::parts::Parts;
use self::said::{Claims, Peers};
use self::shipped::Shipped;
use super::title;
use crate::app::data::{Loaded, Store};
use crate::app::ui::{Later, as_written};
use crate::finding;
use crate::format;
use crate::markup;
use crate::model::{Evidence, SubnetRef};
use crate::snapshot::{evidence_from_wire, wire};

/// The profile; in a frame its essence, from which a link leads to the whole.
#[component]
pub(super) fn SubnetPage(loaded: Arc<Loaded>, reference: SubnetRef, framed: bool) -> impl IntoView {
    match loaded.snapshot.row(reference) {
        Some(row) => view! { <Occupant loaded row framed/> }.into_any(),
        None => view! { <Absent loaded reference framed/> }.into_any(),
    }
}

#[component]
fn Occupant(loaded: Arc<Loaded>, row: usize, framed: bool) -> impl IntoView {
    let subnet = &loaded.snapshot.subnets[row];
    let id = subnet.id;
    title(&format!("{} (SN{})", format::shown_name(&subnet.name, id.netuid()), id.netuid()));
    let store = Store::get();
    let (for_profile, shown) = (loaded.clone(), loaded.clone());
    view! {
        <article class="wrap">
            <Heading loaded=loaded.clone() row framed/>
            {(!framed).then(|| view! { <Parts reference=id.into()/> })}
            <div class="profile-body">
            <Later
                what="the profile"
                load=move || {
                    let (store, loaded) = (store.get_value(), for_profile.clone());
                    async move { store.profile(&loaded, id).await }
                }
                show={move |profile: &Option<Arc<wire::Profile>>| {
                    let profile = profile.clone();
                    view! { <Profile loaded=shown.clone() row profile framed/> }.into_any()
                }}
            />
            </div>
            {(!framed).then(|| view! { <Columns loaded=loaded.clone() row/> })}
        </article>
    }
}

/// The evidence of a profile.
fn evidence_of(loaded: &Loaded, profile: Option<&wire::Profile>) -> Vec<Evidence> {
    let wire = profile.map(|profile| profile.evidence.clone()).unwrap_or_default();
    evidence_from_wire(wire, &loaded.snapshot.sources).0
}

/// What is known about one subnet beyond the columns: words, evidence, owners, links.
#[component]
fn Profile(
    loaded: Arc<Loaded>,
    row: usize,
    profile: Option<Arc<wire::Profile>>,
    framed: bool,
) -> impl IntoView {
    let id = loaded.snapshot.subnets[row].id;
    let about = finding::described(profile.as_deref());
    let until = loaded.snapshot.as_of.day;
    let evidence = evidence_of(&loaded, profile.as_deref());
    let moved = profile
        .as_deref()
        .zip(until)
        .and_then(|(profile, until)| finding::movement::of(profile, &evidence, until));
    let ladder = loaded.snapshot.subnets[row].ladder;
    let known = finding::usage::known(profile.as_deref(), &evidence, ladder);
    let moved = moved.map(|told| as_written(move || markup::movement(&told)));
    let essence = view! {
        <Figures loaded=loaded.clone() row/>
        <Shipped loaded=loaded.clone() row profile=profile.clone() framed/>
        <Clock loaded=loaded.clone() row profile=profile.clone() evidence/>
    };
    if framed {
        return essence.into_any();
    }
    view! {
        <p class="lede">{about}</p>
        {essence}
        {moved}
        <Claims loaded=loaded.clone() row known/>
        <div class="halves">
            <Split loaded=loaded.clone() row/>
            <Peers loaded=loaded.clone() row/>
        </div>
        <Price loaded=loaded.clone() row/>
        <div class="halves">
            {profile.clone().map(|profile| view! { <Links profile/> })}
            {profile.clone().map(|profile| view! { <Raw loaded=loaded.clone() id profile/> })}
        </div>
        {profile.map(|profile| view! { <Ownership loaded=loaded.clone() profile id/> })}
    }
    .into_any()
}
