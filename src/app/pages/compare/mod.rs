//! Two to ten subnets on one metric over time, or two metrics against each other.

mod change;
mod chosen;
mod controls;

use std::sync::Arc;

use leptos::prelude::*;

use self::change::Change;
use self::chosen::{Absent, Chips, Names};
use self::controls::Controls;
use super::title;
use crate::app::data::{Loaded, Store};
use crate::app::material::{Material, Needs};
use crate::app::ui::{ChartFigure, LaterFollowed, Marking, Numbers, Painted, live, on_key};
use crate::view::{Compare, Form, Mode, YScale, heading};

#[component]
pub(super) fn ComparePage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::COMPARE);
    view! { <div class="wrap compare-page"><CompareView loaded framed=false/></div> }
}

/// Everything that a comparison can be set to, for where it is shown elsewhere.
#[component]
pub(super) fn CompareSettings(loaded: Arc<Loaded>) -> impl IntoView {
    let change = Change::get();
    let rows = change.rows(loaded.clone());
    view! {
        <Chips loaded=loaded.clone() change rows marking=Marking::default()/>
        <Controls loaded change/>
    }
}

/// The comparison itself, in the page and in an embed.
#[component]
pub(super) fn CompareView(loaded: Arc<Loaded>, framed: bool) -> impl IntoView {
    let store = Store::get();
    let change = Change::get();
    let painted = Painted::of(change.compare);
    let compare = painted.shown();
    let rows = change.rows(loaded.clone());
    // A formula is computed once for all subnets; what ranks by it is then made anew.
    let formulas = Memo::new(move |_| compare.with(Compare::formulas));
    let computed = {
        let loaded = loaded.clone();
        Memo::new_owning(move |_| (loaded.with_custom(&formulas.get()), true))
    };
    let needs = Memo::new(move |_| compare.with(Needs::of));
    let load = {
        let (loaded, known) = (loaded.clone(), loaded.clone());
        let rows = Memo::new(move |_| compare.with(|compare| compare.rows(&known.snapshot)));
        move || Material::load(store.get_value(), loaded.clone(), rows.get(), needs.get())
    };
    let marking = Marking::default();
    on_key(move |key| {
        match key {
            "l" => change.by(|compare| {
                compare.scale = if compare.scale == YScale::Log { YScale::Linear } else { YScale::Log };
            }),
            "i" => change.by(|compare| {
                compare.mode = if compare.mode == Mode::Index { Mode::Absolute } else { Mode::Index };
            }),
            _ => return false,
        }
        true
    });
    let tabled = Memo::new(move |_| compare.with(|compare| compare.form == Form::Table));
    let figured = loaded.clone();
    let show = move |material: Signal<Arc<Material>>| {
        let numbers = Numbers::over_time(&figured, move |id, at| {
            let loaded = computed.get_untracked();
            compare
                .with_untracked(|compare| material.get_untracked().point(&loaded.snapshot, compare, id, at))
        });
        let drawn = Memo::new(move |_| {
            computed.with(|loaded| compare.with(|compare| material.get().compared(&loaded.snapshot, compare)))
        });
        let spec = Signal::derive(move || drawn.with(|drawn| drawn.spec.clone()));
        let offers = move || live(move || drawn.with(|drawn| change.offers(drawn)));
        view! {
            <ChartFigure spec offers level=1 numbers hands=change.hands(drawn, painted) marking tabled/>
        }
        .into_any()
    };
    view! {
        {(!framed).then(|| view! {
            {live(move || view! { <Chips loaded=computed.get() change rows marking/> })}
            <Controls loaded=loaded.clone() change/>
        })}
        {framed.then(|| view! { <Names loaded=loaded.clone() change rows marking/> })}
        <Absent loaded=loaded.clone() compare=change.compare/>
        <LaterFollowed what="the histories" load show/>
    }
}
