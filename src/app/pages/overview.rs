//! What the network pays, to whom, and what came of it.

use std::sync::Arc;

use crate::app::ui::AnyViews;
use leptos::prelude::*;

use super::plane::unmeasured;
use super::title;
use crate::app::data::{Loaded, Store};
use crate::app::navigation::Navigation;
use crate::app::ui::{
    ChartFigure, Figures, Later, Number, Numbers, Reader, SinceSelect, SubnetLink, live, said,
};
use crate::chart;
use crate::finding::figures::of_network;
use crate::finding::lists::{self, List, SHOWN};
use crate::finding::{self, changes};
use crate::model::Value;
use crate::registry;
use crate::view::{Data, Overview, Plane, Route, Table, beside_the_plane, heading};

#[component]
pub(super) fn OverviewPage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::OVERVIEW);
    let navigation = Navigation::get();
    let locale = Reader::get().locale;
    let snapshot = &loaded.snapshot;
    let emission = registry::known("emission_tao_day");
    let payment = finding::paid(snapshot, &locale);
    let figures = of_network(snapshot, &loaded.ranks, &locale);
    let plane = Plane::overview();
    let spec = chart::build::plane_chart(snapshot, &plane, &[]);
    let sentence = {
        let (loaded, plane) = (loaded.clone(), plane.clone());
        ViewFn::from(move || said(&loaded, chart::build::plane_sentence(&loaded.snapshot, &plane)))
    };
    let lists = beside_the_plane(snapshot)
        .map(|(list, all)| view! { <Ranking loaded=loaded.clone() list all/> }.into_any());
    view! {
        <div class="wrap">
            <h1>{finding::overview(snapshot)}</h1>
            <p class="lede">{said(&loaded, payment)}</p>
            <Figures loaded=loaded.clone() figures/>
            <div class="cols">
                <section>
                    {match snapshot.measured(emission) {
                        0 => unmeasured(&loaded, emission).into_any(),
                        _ => view! { <ChartFigure spec level=2 numbers=Numbers::of(&loaded) said=sentence/> }.into_any(),
                    }}
                    <p><a href=navigation.href(&Route::Plane(plane))>"The whole plane, with cuts you can move"</a></p>
                </section>
                <aside>{lists.into_iter().any_views()}</aside>
            </div>
            <Since loaded/>
        </div>
    }
}

/// What happened to subnets since another snapshot: the one before, until a reader chooses.
#[component]
fn Since(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let store = Store::get();
    let previous = loaded.snapshot.previous.clone();
    let view = Memo::new(move |last: Option<&Overview>| match navigation.route() {
        Route::Overview(view) => view,
        _ => last.cloned().unwrap_or_default(),
    });
    // Where nothing was published before, only a link can name a snapshot.
    let since = Memo::new(move |_| view.with(|view| view.since.clone()).or_else(|| previous.clone()));
    let set = move |since: Option<String>| {
        navigation.push(&Route::Overview(Overview { since, ..view.get_untracked() }));
    };
    let shown = loaded.clone();
    let changed = move || {
        let (this, shown) = (shown.clone(), shown.clone());
        since.get()?;
        Some(view! {
            <Later
                what="the other snapshot"
                load=move || {
                    let (store, wanted, this) = (store.get_value(), since.get(), this.clone());
                    async move { if wanted.as_deref() == Some(this.snapshot.id.as_str()) { Ok(this) } else { store.snapshot(wanted).await } }
                }
                show={move |other: &Arc<Loaded>| {
                    let link = navigation.href(&Route::Data(Data { since: Some(other.snapshot.id.clone()), ..Data::default() }));
                    view! {
                        <p class="sentence">{changes::since(&other.snapshot, &shown.snapshot)}</p>
                        <p><a href=link>"Which, and what moved most"</a></p>
                    }
                    .into_any()
                }}
            />
        })
    };
    (loaded.published.len() > 1).then(|| {
        view! {
            <section id="since">
                <h2>"What changed"</h2>
                <div class="controls">
                    <SinceSelect always=true loaded=loaded.clone() value=since set=Callback::new(set)/>
                </div>
                {live(changed)}
            </section>
        }
    })
}

#[component]
fn Ranking(
    loaded: Arc<Loaded>,
    list: List,
    /// The table that goes on where the list ends.
    all: Table,
) -> impl IntoView {
    let List { title, why, rows } = list;
    let more = (rows.len() > SHOWN).then_some("The rest in the table");
    let all = Navigation::get().href(&Route::Subnets(all));
    let emission = registry::known("emission_tao_day");
    let largest = loaded
        .snapshot
        .column(emission)
        .map(|column| column.values.iter().filter_map(|value| value.number()).fold(0.0, f64::max));
    let none = rows.is_empty();
    let items = rows.into_iter().take(SHOWN).map(|row| {
        let subnet = loaded.snapshot.subnets[row].clone();
        let share = match (loaded.snapshot.value(emission, row), largest) {
            (Value::Number(amount), Some(largest)) if largest > 0.0 => {
                format!("{:.2}%", amount / largest * 100.0)
            }
            _ => "0%".to_owned(),
        };
        view! {
            <li>
                <span class="n">{subnet.id.netuid()}</span>
                <span><SubnetLink subnet/></span>
                <Number loaded=loaded.clone() metric=emission row bare=true/>
                <i class="bar" style:width=share></i>
            </li>
        }
    });
    view! {
        <section>
            <h3>{title}</h3>
            <p class="sub">{why}</p>
            {none.then(|| view! { <p class="hint">{lists::NONE}</p> })}
            <ol class="rank">{items.any_views()}</ol>
            {more.map(|more| view! { <p class="sub"><a href=all>{more}</a></p> })}
        </section>
    }
}
