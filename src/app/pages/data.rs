//! The published files: what they are, what they cover, and whether they are whole.

use std::sync::Arc;

use crate::app::ui::AnyViews;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::title;
use crate::app::data::{Loaded, Store, Verified};
use crate::app::navigation::Navigation;
use crate::app::ui::Reader;
use crate::format;
use crate::registry::{self, Group, Style};
use crate::view::{Page, Route, Table};

#[component]
pub(super) fn DataPage(loaded: Arc<Loaded>) -> impl IntoView {
    title("Data");
    let snapshot = &loaded.snapshot;
    let day = snapshot.as_of.day.map(format::day).unwrap_or_default();
    view! {
        <div class="wrap">
            <h1>"The files behind the pages"</h1>
            <p class="lede">
                "Everything here is a folder of JSON files. Each names the next by its SHA-256, and your browser checks every one as it arrives: a cut or changed file is an error, never a wrong number."
            </p>
            <dl class="facts">
                <dt>"Snapshot"</dt><dd><code>{snapshot.id.clone()}</code></dd>
                <dt>"Captured"</dt><dd>{day} ", " {snapshot.captured_at.clone()}</dd>
                <dt>"Block hash"</dt><dd>{match snapshot.block_hash.clone() {
                    Some(hash) => view! { <code>{hash}</code> }.into_any(),
                    None => "not captured".into_any(),
                }}</dd>
                <dt>"Emission rule"</dt><dd>{snapshot.emission_rule.clone().unwrap_or_else(|| "not captured".to_owned())}</dd>
            </dl>
            <Verify loaded=loaded.clone()/>
            <Snapshots loaded=loaded.clone()/>
            <Sources loaded=loaded.clone()/>
            <Coverage loaded/>
        </div>
    }
}

/// Fetches every file of the snapshot and has each hashed.
#[component]
fn Verify(loaded: Arc<Loaded>) -> impl IntoView {
    let store =
        use_context::<StoredValue<Store, LocalStorage>>().expect("the application provides the store");
    let progress: RwSignal<Option<Verified>> = RwSignal::new(None);
    let verify = move |_| {
        let (store, loaded) = (store.get_value(), loaded.clone());
        progress.set(Some(Verified::default()));
        spawn_local(async move {
            store
                .verify(&loaded, move |now| {
                    let _ = progress.try_set(Some(now));
                })
                .await
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
    view! {
        <section>
            <h2>"Verify"</h2>
            <p class="sub">"Fetches every file of this snapshot and compares its SHA-256 with the one that names it."</p>
            <button type="button" class="button" on:click=verify>"Verify this snapshot"</button>
            <p role="status">{words}</p>
        </section>
    }
}

#[component]
fn Snapshots(loaded: Arc<Loaded>) -> impl IntoView {
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
fn Sources(loaded: Arc<Loaded>) -> impl IntoView {
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

/// How much of each metric there is.
#[component]
fn Coverage(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let locale = Reader::get().locale;
    let all = loaded.snapshot.subnets.len();
    let rows = Group::ALL.into_iter().flat_map(|group| registry::all().filter(move |metric| metric.group == group)).map(|metric| {
        let measured = loaded.snapshot.measured(metric);
        let share = format::number(measured as f64 / all.max(1) as f64, Style::Percent(0), &locale);
        let column = loaded.snapshot.column(metric);
        let how = match column {
            None => "not in this snapshot",
            Some(column) if column.computed => "computed in your browser",
            Some(_) => "published",
        };
        let grade = column.map_or("", |column| column.provenance.grade.words());
        let width = format!("{:.1}%", measured as f64 / all.max(1) as f64 * 100.0);
        view! {
            <tr>
                <th scope="row"><a href=navigation.href(&Route::Method(metric, Page::default()))>{metric.label}</a></th>
                <td>{measured} " of " {all}</td>
                <td class="l"><span class="meter" role="img" aria-label=share><i style:width=width></i></span></td>
                <td class="l">{how}</td>
                <td class="l">{grade}</td>
            </tr>
        }
    });
    view! {
        <section>
            <h2>"Coverage"</h2>
            <p class="sub">"For how many subnets each metric has a number. The rest is missing, and never zero."</p>
            <div class="table-box" tabindex="0" role="region" aria-label="Coverage">
                <table class="data">
                    <thead><tr><th scope="col">"Metric"</th><th scope="col">"Measured"</th><th scope="col" class="l">"Share"</th><th scope="col" class="l">"How"</th><th scope="col" class="l">"Grade"</th></tr></thead>
                    <tbody>{rows.any_views()}</tbody>
                </table>
            </div>
        </section>
    }
}
