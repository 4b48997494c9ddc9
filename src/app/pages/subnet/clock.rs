//! What was earned and what was shipped on one clock, and the price.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::{LoadError, Loaded, Store};
use crate::app::ui::{ChartFigure, Later, Numbers, Reader, said};
use crate::chart::build::{self, Ground, ledger_chart, ledger_view, point_card, price_chart, price_view};
use crate::chart::spec::EventMark;
use crate::finding;
use crate::model::{Day, Evidence, Rung};
use crate::registry;
use crate::snapshot::{History, wire};
use crate::view::Compare;

/// A history with what happened meanwhile.
#[derive(Clone)]
struct Past {
    history: Arc<History>,
    events: Vec<EventMark>,
    changed_hands: bool,
}

async fn past(store: Store, loaded: Arc<Loaded>, row: usize) -> Result<Past, LoadError> {
    let id = loaded.snapshot.subnets[row].id;
    let (history, events) = futures::join!(store.history(&loaded, id), store.events(&loaded));
    // A history without its events is still a history.
    let changed_hands = events.as_ref().is_ok_and(|events| finding::events::changed_hands(events, id));
    let events = events.map(|events| finding::events::of_subnet(&events, id)).unwrap_or_default();
    let mark = |(day, label): (Day, String)| EventMark { day: day.epoch_days(), label, series: None };
    Ok(Past { history: history?, events: events.into_iter().map(mark).collect(), changed_hands })
}

/// The numbers behind a chart of one history.
fn numbers(loaded: &Arc<Loaded>, row: usize, history: &Arc<History>, view: Compare) -> Numbers {
    let (shown, history) = (loaded.clone(), history.clone());
    let point =
        move |_: &str, at| point_card(&shown.snapshot, &[(row, &history)], 0, &Ground::default(), &view, at);
    Numbers::over_time(loaded, point)
}

/// Cumulative emission with the ships as marks on the curve.
#[component]
pub(super) fn Clock(
    loaded: Arc<Loaded>,
    row: usize,
    profile: Option<Arc<wire::Profile>>,
    evidence: Vec<Evidence>,
) -> impl IntoView {
    let store = Store::get();
    let releases = finding::shipped::searched(profile.as_deref(), Rung::Release);
    let id = loaded.snapshot.subnets[row].id;
    let lost = profile.as_ref().and_then(|profile| finding::lost_on(profile, id));
    let until = lost.or(loaded.snapshot.as_of.day);
    let shown = loaded.clone();
    let locale = Reader::get().locale;
    view! {
        <section id="earned" aria-label="Earned and shipped on one clock">
            <Later
                what="the history"
                load=move || past(store.get_value(), loaded.clone(), row)
                show={move |past: &Past| {
                    let past = past.clone();
                    let known = past.history.series(registry::known("emission_tao_day")).map_or(0, |series| series.points().count());
                    if known < 2 {
                        return view! { <p class="note">{finding::too_short(known)}</p> }.into_any();
                    }
                    let drawn = build::Past {
                        history: &past.history,
                        evidence: &evidence,
                        events: &past.events,
                        releases,
                        until,
                        changed_hands: past.changed_hands,
                    };
                    let spec = ledger_chart(&shown.snapshot, row, &drawn);
                    let since = finding::since_last_ship(&shown.snapshot, &past.history, &evidence, until, &locale);
                    let received = finding::received(&shown.snapshot, &past.history, &locale);
                    let numbers = numbers(&shown, row, &past.history, ledger_view());
                    view! {
                        <ChartFigure spec level=2 numbers/>
                        {received.map(|sentence| view! { <p class="sub">{said(&shown, sentence)}</p> })}
                        {since.map(|sentence| view! { <p class="sentence">{said(&shown, sentence)}</p> })}
                    }
                    .into_any()
                }}
            />
        </section>
    }
}

/// The price over time.
#[component]
pub(super) fn Price(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let store = Store::get();
    let shown = loaded.clone();
    view! {
        <section id="market" aria-label="Price">
            <Later
                what="the price history"
                load=move || past(store.get_value(), loaded.clone(), row)
                show={move |past: &Past| {
                    let past = past.clone();
                    let price = registry::known("price_tao");
                    if past.history.having(price).series(price).is_none() {
                        return view! { <p class="note">"No price of this registration was captured."</p> }.into_any();
                    }
                    let spec = price_chart(&shown.snapshot, row, &past.history, &past.events);
                    let numbers = numbers(&shown, row, &past.history, price_view());
                    view! { <ChartFigure spec level=2 numbers/> }.into_any()
                }}
            />
        </section>
    }
}
