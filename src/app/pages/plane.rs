//! Earned across, shipped up: every subnet, with two cuts a reader can move.

use std::sync::Arc;

use crate::app::ui::{AnyViews, live};
use leptos::prelude::*;

use super::title;
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{ChartFigure, MetricSelect, Number, SubnetLink};
use crate::chart;
use crate::finding;
use crate::format;
use crate::model::Rung;
use crate::registry::{self, Metric};
use crate::view::{Embed, Plane, Route, Widget, heading};

/// Where the vertical cut can stand, in TAO a day.
const CUTS: [f64; 9] = [0.01, 0.1, 0.5, 1.0, 5.0, 10.0, 20.0, 50.0, 100.0];

#[component]
pub(super) fn PlanePage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::PLANE.title);
    view! {
        <div class="wrap">
            <h1>{heading::PLANE.h1}</h1>
            <p class="lede">{heading::PLANE.lede}</p>
            <PlaneView loaded framed=false/>
        </div>
    }
}

/// The plane itself, in the page and in an embed.
#[component]
pub(super) fn PlaneView(loaded: Arc<Loaded>, framed: bool) -> impl IntoView {
    let navigation = Navigation::get();
    let plane = Memo::new(move |last: Option<&Plane>| match navigation.route() {
        Route::Plane(plane) | Route::Embed(Embed { widget: Widget::Plane(plane), .. }) => plane,
        _ => last.cloned().unwrap_or_default(),
    });
    let change = move |edit: &dyn Fn(&mut Plane)| {
        let mut next = plane.get_untracked();
        edit(&mut next);
        navigation.replace(&Route::Plane(next));
    };
    let spec = {
        let loaded = loaded.clone();
        Memo::new(move |_| plane.with(|plane| chart::build::plane_chart(&loaded.snapshot, plane, &[])))
    };
    let cut_x = move |event| {
        let value: Option<f64> = event_target_value(&event).parse().ok();
        change(&|plane| plane.cut_x = value);
    };
    let cut_y = move |event| {
        let value: Option<u8> = event_target_value(&event).parse().ok();
        change(&|plane| plane.cut_y = value);
    };
    let shown = loaded.clone();
    let text = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    view! {
        {(!framed).then(|| view! {
            <div class="controls">
                <MetricSelect
                    label="Earned"
                    loaded=loaded.clone()
                    value=Signal::derive(move || plane.with(|plane| plane.metric))
                    set=Callback::new(move |metric| change(&|plane| plane.metric = metric))
                />
                <label>
                    <span>"Earns at least"</span>
                    <select on:change=cut_x prop:value=move || text(plane.with(|plane| plane.cut_x))>
                        <option value="">"no cut"</option>
                        {CUTS.map(|cut| view! { <option value=cut.to_string()>{format!("{cut}")}</option> }).any_views()}
                    </select>
                </label>
                <label>
                    <span>"Nothing found at"</span>
                    <select on:change=cut_y prop:value=move || plane.with(|plane| plane.cut_y).map(|cut| cut.to_string()).unwrap_or_default()>
                        <option value="">"no cut"</option>
                        {Rung::ALL.map(|rung| view! { <option value=rung.number().to_string()>{format!("rung {}, {}", rung.number(), rung.name())}</option> }).any_views()}
                    </select>
                </label>
            </div>
        })}
        {live(move || {
            let metric = plane.with(|plane| plane.metric);
            if shown.snapshot.measured(metric) == 0 {
                return unmeasured(&shown, metric).into_any();
            }
            view! { <ChartFigure spec=Signal::derive(move || spec.get()) level=2 snapshot=shown.snapshot.id.clone()/> }.into_any()
        })}
        {(!framed).then(|| view! { <Frontier loaded=loaded.clone()/> })}
    }
}

/// A plane without its across is no plane.
pub(super) fn unmeasured(loaded: &Loaded, metric: &'static Metric) -> impl IntoView {
    let day = loaded.snapshot.as_of.day.map(format::day).unwrap_or_default();
    view! { <p class="note" role="status">{format!("{} was not measured in the snapshot of {day}, so there is nothing to draw.", metric.label)}</p> }
}

/// Those who ship most for the least.
#[component]
fn Frontier(loaded: Arc<Loaded>) -> impl IntoView {
    let rows: Vec<_> = (0..loaded.snapshot.subnets.len()).collect();
    let quiet = finding::quiet_builders(&loaded.snapshot, &rows);
    let emission = registry::known("emission_tao_day");
    let items = quiet.into_iter().take(12).map(|row| {
        let subnet = loaded.snapshot.subnets[row].clone();
        view! { <li><span class="n">{subnet.id.netuid()}</span><span><SubnetLink subnet/></span><Number loaded=loaded.clone() metric=emission row bare=true/></li> }
    });
    view! {
        <section>
            <h2>"Quiet builders"</h2>
            <p class="sub">"Nobody else is as high on the ladder for less. τ a day."</p>
            <ol class="rank narrow">{items.any_views()}</ol>
        </section>
    }
}
