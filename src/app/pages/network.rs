//! How much lies with how few, whether slots are full, and which rules were live when.

use std::sync::Arc;

use crate::app::ui::{AnyViews, Side, live, table_box};
use leptos::prelude::*;

use super::title;
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{
    ChartFigure, Figures, Filters, LaterEvents, MetricSelect, Numbers, Reader, SubnetLink, made_number, said,
};
use crate::chart;
use crate::finding::card::{Card, Tally};
use crate::finding::figures::{left_out, of_concentration, of_lead};
use crate::finding::{self, events, slots};
use crate::format;
use crate::registry::{Metric, Style};
use crate::snapshot::{Snapshot, wire};
use crate::view::{Network, Route, filtered, heading};

#[component]
pub(super) fn NetworkPage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::NETWORK.title);
    let navigation = Navigation::get();
    let network = Memo::new(move |last: Option<&Network>| match navigation.route() {
        Route::Network(network) => network,
        _ => last.cloned().unwrap_or_default(),
    });
    let formulas = Memo::new(move |_| network.with(Network::formulas));
    let rows = {
        let loaded = loaded.clone();
        Memo::new(move |_| {
            let computed = loaded.with_custom(&formulas.get());
            network.with(|network| filtered(&network.filters, &computed.snapshot))
        })
    };
    let everything = loaded.clone();
    let set = Callback::new(move |metric| {
        navigation.replace(&Route::Network(Network { metric, ..network.get_untracked() }))
    });
    view! {
        <div class="wrap">
            <h1>{heading::NETWORK.h1}</h1>
            <p class="lede">{heading::NETWORK.lede}</p>
            <div class="controls">
                <MetricSelect label="Of" loaded=loaded.clone() value=Signal::derive(move || network.with(|network| network.metric)) set among=Metric::is_part/>
            </div>
            <Filters
                loaded=loaded.clone()
                filters=Signal::derive(move || network.with(|network| network.filters.clone()))
                set=Callback::new(move |filters| {
                    navigation.replace(&Route::Network(Network { filters, ..network.get_untracked() }))
                })
            />
            {move || network.with(|network| !network.filters.is_empty()).then(|| {
                let (some, all) = (rows.with(Vec::len), everything.snapshot.subnets.len());
                view! { <p class="sub">{format!("Of the {some} of {all} subnets that meet every condition.")}</p> }
            })}
            <Concentrated loaded=loaded.clone() network rows/>
            <Slots loaded=loaded.clone() rows/>
            <Events loaded network/>
        </div>
    }
}

#[component]
fn Concentrated(loaded: Arc<Loaded>, network: Memo<Network>, rows: Memo<Vec<usize>>) -> impl IntoView {
    let locale = Reader::get().locale;
    move || {
        let metric = network.with(|network| network.metric);
        // Repositories that several subnets share are added once.
        let rows = finding::teams::once(&loaded.snapshot, metric, &rows.get());
        let all = finding::spread(&loaded.snapshot, metric, &rows);
        let spread = match &all {
            Ok(spread) => spread,
            Err(reason) => {
                return view! { <p class="note" role="status">{reason.to_string()}</p> }.into_any();
            }
        };
        let figures = of_concentration(&loaded.snapshot, metric, spread, &rows, &locale);
        let lead = of_lead(&loaded.snapshot, metric, spread, &rows, &locale)
            .map(|parts| view! { <p class="sentence">{said(&loaded, parts)}</p> });
        let spec = chart::build::lorenz(&loaded.snapshot, metric, &rows, &all);
        let headline = chart::build::lorenz_sentence(&loaded.snapshot, metric, &rows, spread, &locale);
        let sentence = {
            let loaded = loaded.clone();
            ViewFn::from(move || said(&loaded, headline.clone()))
        };
        let missing = left_out(spread, &rows);
        view! {
            <section>
                <Figures loaded=loaded.clone() figures/>
                {lead}
                {missing.map(|missing| view! { <p class="note">{missing}</p> })}
                <div class="lorenz"><ChartFigure spec level=2 numbers=Numbers::of(&loaded) said=sentence/></div>
            </section>
        }
        .into_any()
    }
}

#[component]
fn Slots(loaded: Arc<Loaded>, rows: Memo<Vec<usize>>) -> impl IntoView {
    let locale = Reader::get().locale;
    move || {
        let rows = rows.get();
        let bands = slots::by_band(&loaded.snapshot, &rows);
        let title = said(&loaded, slots::sentence(&loaded.snapshot, &bands, &locale));
        let lines = bands.map(|band| {
            let share = if band.rows.is_empty() { 0.0 } else { band.full as f64 / band.rows.len() as f64 };
            let width = format!("{:.1}%", share * 100.0);
            let third = format!("{} caps: a third of {}", band.name, finding::whose(&loaded.snapshot, &rows));
            let full = Card::of_tally(&loaded.snapshot, Tally::Full, &band.rows, &third, &locale);
            view! {
                <tr>
                    <th scope="row">{format!("{} caps", band.name)}</th>
                    <td>{made_number(full.value.clone(), Box::new(move || full.clone()))}</td>
                    <td>{format::number(share, Style::Percent(0), &locale)}</td>
                    <td class="l"><span class="meter"><i style:width=width></i></span></td>
                </tr>
            }
        });
        view! {
            <section>
                <h2>{title}</h2>
                <p class="sub">{heading::FULL_SLOTS} " " {slots::OF_BOTH}</p>
                <table class="data narrow">
                    <thead><tr><th scope="col">"Third"</th><th scope="col">"Full"</th><th scope="col">"Share"</th><th scope="col" class="l"><span class="hidden">"Share"</span></th></tr></thead>
                    <tbody>{lines.any_views()}</tbody>
                </table>
            </section>
        }
    }
}

/// The rules that divided the emission, and under them everything that happened.
#[component]
fn Events(loaded: Arc<Loaded>, network: Memo<Network>) -> impl IntoView {
    let of = loaded.clone();
    view! {
        <LaterEvents
            loaded
            show={move |events: &Arc<wire::Events>| {
                let rules = rows(events::rules(events), None);
                let (listed, of) = (events.clone(), of.clone());
                view! {
                    <section id="rules">
                        <h2>"Rules of emission over time"</h2>
                        <p class="sub">{heading::RULES}</p>
                        {table_box("Rules of emission", "data prose-table", [HEADS[0], HEADS[1], HEADS[3]], rules)}
                    </section>
                    <section id="events">
                        <h2>"What happened"</h2>
                        <p class="sub">{heading::EVENTS}</p>
                        <Kinds events=events.clone() network/>
                        {live(move || {
                            let kind = network.with(|network| network.kind.clone());
                            let rows = rows(events::newest(&listed, kind.as_deref()), Some(&of.snapshot));
                            match rows.is_empty() {
                                true => view! { <p class="empty" role="status">"No event of this kind is listed."</p> }.into_any(),
                                false => table_box("Events", "data prose-table", HEADS, rows),
                            }
                        })}
                    </section>
                }
                .into_any()
            }}
        />
    }
}

const HEADS: [(&str, Side); 4] =
    [("Day", Side::Right), ("Kind", Side::Left), ("Whose", Side::Left), ("What", Side::Left)];

/// The rows of events; whose they are is told where a snapshot is given.
fn rows<'a>(events: impl IntoIterator<Item = &'a wire::Event>, whose: Option<&Snapshot>) -> Vec<AnyView> {
    let row = |event: &wire::Event| {
        view! {
            <tr>
                <th scope="row">{events::day(event)}</th>
                <td class="l">{events::kind(event)}</td>
                {whose.map(|snapshot| view! { <td class="l">{of_whom(snapshot, event)}</td> })}
                <td class="l wide"><bdi>{format::shown_text(&event.what, 240)}</bdi></td>
            </tr>
        }
    };
    events.into_iter().map(row).any_views()
}

fn of_whom(snapshot: &Snapshot, event: &wire::Event) -> AnyView {
    let Some(row) = events::row(event, snapshot) else { return events::whose(event).into_any() };
    let subnet = snapshot.subnets[row].clone();
    view! { <span class="n">{subnet.id.netuid()}</span> <SubnetLink subnet/> }.into_any()
}

/// Which kind of events is listed.
#[component]
fn Kinds(events: Arc<wire::Events>, network: Memo<Network>) -> impl IntoView {
    let navigation = Navigation::get();
    let choose = move |event| {
        let kind = Some(event_target_value(&event)).filter(|kind| !kind.is_empty());
        navigation.replace(&Route::Network(Network { kind, ..network.get_untracked() }));
    };
    let options = events::kinds(&events).into_iter().map(|(kind, count)| {
        let (value, words) = (kind.clone(), format!("{} ({count})", kind.replace('_', " ")));
        let selected = move || network.with(|network| network.kind.as_ref() == Some(&kind));
        view! { <option value=value selected=selected>{words}</option> }
    });
    view! {
        <div class="controls">
            <label>
                <span>"Kind"</span>
                <select on:change=choose>
                    <option value="" selected=move || network.with(|network| network.kind.is_none())>"All"</option>
                    {options.any_views()}
                </select>
            </label>
        </div>
    }
}
