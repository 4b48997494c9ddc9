//! What differs between this snapshot and another.

use std::sync::Arc;

use leptos::prelude::*;

use super::one::OneSubnet;
use crate::app::data::{Loaded, Store};
use crate::app::navigation::Navigation;
use crate::app::ui::{AnyViews, Later, MetricSelect, Number, Reader, SinceSelect, SubnetLink, live};
use crate::finding::{changes, difference};
use crate::format;
use crate::view::{Data, Route};

/// How many movers are listed before a reader asks for all.
const MOVERS: usize = 20;

/// The snapshot a reader compares with, what happened to subnets since, and how one metric moved.
#[component]
pub(super) fn Changes(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let store = Store::get();
    let data = Memo::new(move |last: Option<&Data>| match navigation.route() {
        Route::Data(data) => data,
        _ => last.cloned().unwrap_or_default(),
    });
    let change = move |edit: &dyn Fn(&mut Data)| {
        let mut next = data.get_untracked();
        edit(&mut next);
        navigation.replace(&Route::Data(next));
    };
    let since = {
        let previous = loaded.snapshot.previous.clone();
        Memo::new(move |_| data.with(|data| data.since.clone()).or_else(|| previous.clone()))
    };
    let (first, shown) = (loaded.clone(), loaded.clone());
    let controls = view! {
        <div class="controls">
            <SinceSelect
                loaded=loaded.clone()
                always=true
                value=Signal::derive(move || since.get())
                set=Callback::new(move |since: Option<String>| change(&|data| data.since = since.clone()))
            />
            <MetricSelect
                label="Of"
                loaded=loaded.clone()
                value=Signal::derive(move || data.with(|data| data.metric))
                set=Callback::new(move |metric| change(&|data| data.metric = metric))
            />
        </div>
    };
    let list = move || {
        let (first, shown) = (first.clone(), shown.clone());
        match since.get() {
            None => view! { <p class="note">"No earlier snapshot is published, so there is nothing to compare with."</p> }.into_any(),
            Some(_) => view! {
                <Later
                    what="the other snapshot"
                    load=move || {
                        let store = store.get_value();
                        let wanted = since.get();
                        let this = first.clone();
                        async move { if wanted.as_deref() == Some(this.snapshot.id.as_str()) { Ok(this) } else { store.snapshot(wanted).await } }
                    }
                    show={move |before: &Arc<Loaded>| {
                        view! { <Happened before=before.clone() after=shown.clone()/> <Moved before=before.clone() after=shown.clone() data/> <OneSubnet before=before.clone() after=shown.clone() data/> }.into_any()
                    }}
                />
            }
            .into_any(),
        }
    };
    view! {
        <section id="changes">
            <h2>"What changed"</h2>
            {controls}
            {live(list)}
        </section>
    }
}

/// Subnets that came, went, changed hands, names or rungs.
#[component]
fn Happened(before: Arc<Loaded>, after: Arc<Loaded>) -> impl IntoView {
    let changed = changes::between(&before.snapshot, &after.snapshot);
    let items = changed
        .iter()
        .map(|change| {
            view! { <li><SubnetLink subnet=change.subnet().clone()/> " " <bdi>{change.words()}</bdi></li> }
        })
        .any_views();
    view! {
        <p class="sentence">{changes::sentence(&before.snapshot, &changed)}</p>
        <ul class="changed">{items}</ul>
    }
}

/// The subnets whose number moved most.
#[component]
fn Moved(before: Arc<Loaded>, after: Arc<Loaded>, data: Memo<Data>) -> impl IntoView {
    let locale = Reader::get().locale;
    let all = RwSignal::new(false);
    live(move || {
        let metric = data.with(|data| data.metric);
        let movers = difference::movers(&before.snapshot, &after.snapshot, metric);
        if movers.is_empty() {
            let why = difference::unmoved(&before.snapshot, &after.snapshot, metric);
            return view! { <p class="note" role="status">{why}</p> }.into_any();
        }
        let count = movers.len();
        let most = if all.get() { count } else { MOVERS };
        let rows = movers.into_iter().take(most).map(|row| {
            let then = difference::earlier(&before.snapshot, &after.snapshot, metric, row);
            let moved = difference::moved(metric, then, after.snapshot.value(metric, row), &locale);
            view! {
                <tr>
                    <th scope="row"><SubnetLink subnet=after.snapshot.subnets[row].clone()/></th>
                    <td>{format::value(then, metric, &locale)}</td>
                    <td><Number loaded=after.clone() metric row bare=true/></td>
                    <td>{moved}</td>
                </tr>
            }
        });
        let heads =
            [&before, &after].map(|loaded| loaded.snapshot.as_of.day.map(format::day).unwrap_or_default());
        let [then, now] = heads;
        view! {
            <div class="table-box" tabindex="0" role="region" aria-label="What moved">
                <table class="data narrow">
                    <caption>{format!("{}, largest change first", metric.label)}</caption>
                    <thead><tr><th scope="col">"Subnet"</th><th scope="col">{then}</th><th scope="col">{now}</th><th scope="col">"Change"</th></tr></thead>
                    <tbody>{rows.any_views()}</tbody>
                </table>
            </div>
            {(count > most).then(|| view! {
                <button type="button" class="button" on:click=move |_| all.set(true)>{format!("Show all {count}")}</button>
            })}
        }
        .into_any()
    })
}
