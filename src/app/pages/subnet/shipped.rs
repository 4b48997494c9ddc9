//! The ladder and the evidence for it.

use std::sync::Arc;

use crate::app::ui::{AnyViews, Side, table_box};
use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{Reader, RungSteps};
use crate::finding::shipped::{self, Shown};
use crate::model::Rung;
use crate::snapshot::wire;
use crate::view::{Page, Route};

/// The ladder, and outside of a frame its evidence.
#[component]
pub(super) fn Shipped(
    loaded: Arc<Loaded>,
    row: usize,
    profile: Option<Arc<wire::Profile>>,
    framed: bool,
) -> impl IntoView {
    let ladder = loaded.snapshot.subnets[row].ladder;
    let today = Some(Reader::today());
    let note = |rung| {
        profile.as_ref().map(|profile| shipped::note(profile, ladder, rung, today)).unwrap_or_default()
    };
    let notes = Rung::ALL.map(note).to_vec();
    let headline = shipped::headline(ladder);
    let evidence = profile.map(|profile| profile.evidence.clone()).unwrap_or_default();
    view! {
        <section id="evidence">
            <h2>{headline}</h2>
            <p class="sub">{shipped::LADDER}</p>
            <RungSteps ladder notes/>
            {(!framed).then(|| view! { <Evidence evidence/> })}
        </section>
    }
}

#[component]
fn Evidence(evidence: Vec<wire::Evidence>) -> impl IntoView {
    let count = evidence.len();
    let ledger = Navigation::get().href(&Route::Claims(Page::default()));
    let rows = evidence.iter().map(|item| {
        let Shown { rung, what, link, claim, day, grade, shared } = shipped::evidence(item);
        view! {
            <tr>
                <th scope="row">{rung}</th>
                <td class="l wide">
                    {match link {
                        Some(url) => view! { <a href=url rel="noopener noreferrer ugc nofollow" target="_blank"><bdi>{what}</bdi></a> }.into_any(),
                        None if claim => view! { <a href=ledger.clone()><bdi>{what}</bdi></a> }.into_any(),
                        None => view! { <bdi>{what}</bdi> }.into_any(),
                    }}
                    {shared.map(|shared| view! { <small>" shared with " {shared}</small> })}
                </td>
                <td>{day}</td>
                <td>{grade}</td>
            </tr>
        }
    });
    (count > 0).then(|| view! {
        <details class="evidence">
            <summary>{format!("Evidence ({count})")}</summary>
            {table_box("Evidence", "data prose-table", [("Rung", Side::Right), ("What", Side::Left), ("Day", Side::Right), ("Known by", Side::Right)], rows.any_views())}
        </details>
    })
}
