//! The list of snapshots, and where the numbers come from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::AnyViews;
use crate::format;
use crate::view::{Route, Table};

#[component]
pub(super) fn Snapshots(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let rows = loaded.published.iter().rev().map(|published| {
        let this = published.id == loaded.snapshot.id;
        let view = navigation
            .exact_href(&Route::Subnets(Table { at: Some(published.id.clone()), ..Table::default() }));
        view! {
            <tr aria-current=this.then_some("true")>
                <th scope="row"><code>{published.id.clone()}</code></th>
                <td class="l"><code class="hash">{published.root.sha256.clone()}</code></td>
                <td><a href=view>"table"</a></td>
            </tr>
        }
    });
    view! {
        <section>
            <h2>"Snapshots"</h2>
            <p class="sub">"A link with at= and one of these names shows the same for ever."</p>
            <div class="table-box" tabindex="0" role="region" aria-label="Snapshots">
                <table class="data">
                    <thead><tr><th scope="col">"Snapshot"</th><th scope="col" class="l">"SHA-256 of its root"</th><th scope="col">"View"</th></tr></thead>
                    <tbody>{rows.any_views()}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
pub(super) fn Sources(loaded: Arc<Loaded>) -> impl IntoView {
    let rows = loaded.snapshot.sources.iter().map(|source| {
        let link = source.url.as_deref().and_then(format::safe_link).map(str::to_owned);
        let name = source.name.clone();
        let captured = source.captured_at.clone().unwrap_or_else(|| "does not say".to_owned());
        view! {
            <tr>
                <th scope="row">{match link {
                    Some(url) => view! { <a href=url rel="noopener noreferrer ugc nofollow" target="_blank">{name}</a> }.into_any(),
                    None => name.into_any(),
                }}</th>
                <td class="l">{captured}</td>
                <td class="l">{source.licence.clone().unwrap_or_else(|| "not stated".to_owned())}</td>
            </tr>
        }
    });
    view! {
        <section>
            <h2>"Sources"</h2>
            <p class="sub">"Facts were taken from these: numbers, names, links and dates. No text and no file of theirs is passed on."</p>
            <div class="table-box" tabindex="0" role="region" aria-label="Sources">
                <table class="data prose-table">
                    <thead><tr><th scope="col">"Source"</th><th scope="col" class="l">"Captured"</th><th scope="col" class="l">"Licence"</th></tr></thead>
                    <tbody>{rows.any_views()}</tbody>
                </table>
            </div>
        </section>
    }
}
