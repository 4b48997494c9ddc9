//! Earned across, shipped up: every subnet, with two cuts a reader can move.

use std::sync::Arc;

use crate::app::ui::{AnyViews, live};
use leptos::prelude::*;

use super::title;
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{ChartFigure, Hands, LadderMarks, MetricSelect, Number, Numbers, SubnetLink, said};
use crate::chart;
use crate::chart::cut::Cut;
use crate::finding;
use crate::format;
use crate::model::{self, Rung};
use crate::registry::Metric;
use crate::view::{Plane, Widget, heading};

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
    let plane = plane_shown();
    // A cut in the hand; the address follows when the reader lets go of it, because browsers allow
    // only so many changes a minute.
    let held: RwSignal<Option<Cut>> = RwSignal::new(None);
    let cut = Memo::new(move |_| {
        let mut plane = plane.get();
        move_cut(&mut plane, held.get());
        plane
    });
    let spec = {
        let loaded = loaded.clone();
        Memo::new(move |_| cut.with(|plane| chart::build::plane_chart(&loaded.snapshot, plane, &[])))
    };
    let sentence = {
        let loaded = loaded.clone();
        ViewFn::from(move || {
            said(&loaded, cut.with(|plane| chart::build::plane_sentence(&loaded.snapshot, plane)))
        })
    };
    let hands = Hands {
        cut: Some(Callback::new(move |(cut, done): (Option<Cut>, bool)| {
            held.set(cut.filter(|_| !done));
            if done && cut.is_some() {
                change(navigation, plane, |plane| move_cut(plane, cut));
            }
        })),
        ..Hands::default()
    };
    // The figure stays while its cuts move, and with it the handle that has the focus.
    let metric = Memo::new(move |_| plane.with(|plane| plane.metric));
    let shown = loaded.clone();
    view! {
        {(!framed).then(|| view! { <PlaneSettings loaded=loaded.clone()/> })}
        {live(move || {
            let metric = metric.get();
            if shown.snapshot.measured(metric) == 0 {
                return unmeasured(&shown, metric).into_any();
            }
            view! { <ChartFigure spec level=2 numbers=Numbers::of(&shown) said=sentence.clone() hands/> }.into_any()
        })}
        {(!framed).then(|| view! { <Frontier loaded=loaded.clone() metric/> })}
    }
}

/// The plane in the address.
fn plane_shown() -> Memo<Plane> {
    let navigation = Navigation::get();
    Memo::new(move |last: Option<&Plane>| match navigation.widget() {
        Some(Widget::Plane(plane)) => plane,
        _ => last.cloned().unwrap_or_default(),
    })
}

fn change(navigation: Navigation, plane: Memo<Plane>, edit: impl FnOnce(&mut Plane)) {
    let mut next = plane.get_untracked();
    edit(&mut next);
    navigation.show(Widget::Plane(next));
}

/// Everything that the plane can be set to.
#[component]
pub(super) fn PlaneSettings(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let plane = plane_shown();
    let change = move |edit: &dyn Fn(&mut Plane)| change(navigation, plane, edit);
    let text = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let cut_x = move |event| {
        let value: Option<f64> = model::finite(&event_target_value(&event));
        change(&|plane| plane.cut_x = value);
    };
    let cut_y = move |event| {
        let value: Option<u8> = event_target_value(&event).parse().ok();
        change(&|plane| plane.cut_y = value);
    };
    view! {
        <div class="controls">
            <MetricSelect
                label="Earned"
                loaded
                value=Signal::derive(move || plane.with(|plane| plane.metric))
                set=Callback::new(move |metric| change(&|plane| plane.metric = metric))
                among=Plane::fits
            />
            <label>
                <span>"Earns at least"</span>
                <select on:change=cut_x prop:value=move || text(plane.with(|plane| plane.cut_x))>
                    <option value="">"no cut"</option>
                    {live(move || choices(plane.with(|plane| plane.cut_x)).into_iter().map(|cut| {
                        let chosen = move || plane.with(|plane| plane.cut_x == Some(cut));
                        view! { <option value=cut.to_string() selected=chosen>{cut.to_string()}</option> }
                    }).any_views())}
                </select>
            </label>
            <label>
                <span>"Nothing verified at"</span>
                <select on:change=cut_y prop:value=move || plane.with(|plane| plane.cut_y).map(|cut| cut.to_string()).unwrap_or_default()>
                    <option value="">"no cut"</option>
                    {Rung::ALL.map(|rung| view! { <option value=rung.number().to_string()>{format!("rung {}, {}", rung.number(), rung.name())}</option> }).any_views()}
                </select>
            </label>
        </div>
    }
}

fn move_cut(plane: &mut Plane, cut: Option<Cut>) {
    match cut {
        Some(Cut::Across(value)) => plane.cut_x = Some(value),
        Some(Cut::Up(rung)) => plane.cut_y = Some(rung),
        None => {}
    }
}

/// The cuts offered, with the one there is among them.
fn choices(now: Option<f64>) -> Vec<f64> {
    let mut cuts: Vec<f64> = CUTS.to_vec();
    if let Some(now) = now.filter(|now| !CUTS.contains(now)) {
        let place = cuts.iter().position(|cut| *cut > now).unwrap_or(cuts.len());
        cuts.insert(place, now);
    }
    cuts
}

/// A plane without its across is no plane.
pub(super) fn unmeasured(loaded: &Loaded, metric: &'static Metric) -> impl IntoView {
    view! { <p class="note" role="status">{finding::unmeasured(&loaded.snapshot, metric)}</p> }
}

/// Those who ship most for the least of the chosen measure, and apart from them those who have none of it.
#[component]
fn Frontier(loaded: Arc<Loaded>, metric: Memo<&'static Metric>) -> impl IntoView {
    let rows: Vec<usize> = (0..loaded.snapshot.subnets.len()).collect();
    let list = move |loaded: &Arc<Loaded>, rows: Vec<usize>, metric: &'static Metric| {
        let items = rows.into_iter().map(|row| {
            let subnet = loaded.snapshot.subnets[row].clone();
            let ladder = subnet.ladder;
            view! {
                <li>
                    <span class="n">{subnet.id.netuid()}</span>
                    <span><SubnetLink subnet/> " " <LadderMarks ladder/></span>
                    <Number loaded=loaded.clone() metric row bare=true/>
                </li>
            }
        });
        view! { <ol class="rank narrow">{items.any_views()}</ol> }
    };
    live(move || {
        let (metric, snapshot) = (metric.get(), &loaded.snapshot);
        let quiet = finding::quiet_builders(snapshot, &rows, metric);
        let unpaid = finding::unpaid_builders(snapshot, &rows, metric);
        let measure = format!("{}, {}", metric.label, format::unit(metric.unit));
        let none = quiet
            .is_empty()
            .then(|| view! { <p class="hint">"Not measured in this snapshot, or nobody to list."</p> });
        let unpaid = (!unpaid.is_empty()).then(|| {
            view! {
                <section id="unpaid">
                    <h2>{finding::unpaid_title(metric)}</h2>
                    <p class="sub">{finding::unpaid(snapshot, &unpaid, metric)}</p>
                    {list(&loaded, unpaid, metric)}
                </section>
            }
        });
        view! {
            <div class="halves">
                <section id="quiet">
                    <h2>"Quiet builders"</h2>
                    <p class="sub">{format!("Of those who are paid, nobody else is as high on the ladder for less: the line of steps in the plane. {measure}.")}</p>
                    {none}
                    {list(&loaded, quiet, metric)}
                </section>
                {unpaid}
            </div>
        }
    })
}
