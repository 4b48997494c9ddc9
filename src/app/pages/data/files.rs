//! The list of snapshots, and where the numbers come from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{AnyViews, Side, table_box};
use crate::format;
use crate::view::{Route, Table, heading};

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
            <p class="sub">{heading::SNAPSHOTS}</p>
            {table_box("Snapshots", "data", [("Snapshot", Side::Right), ("SHA-256 of its root", Side::Left), ("View", Side::Right)], rows.any_views())}
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
            <p class="sub">{heading::SOURCES}</p>
            {table_box("Sources", "data prose-table", [("Source", Side::Right), ("Captured", Side::Left), ("Licence", Side::Left)], rows.any_views())}
        </section>
    }
}
