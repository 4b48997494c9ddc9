//! The conditions that rows have to meet: shown, taken away, added.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use super::choice::MetricSelect;
use super::erase::{AnyViews, live};
use super::formula::FormulaField;
use super::reader::Reader;
use crate::app::data::Loaded;
use crate::compute::custom;
use crate::compute::select::Comparison;
use crate::model::{Rung, RungState};
use crate::registry::{self, Metric, Style};
use crate::view::{Filter, typed_limit};

/// What a condition is about.
#[derive(Clone, Copy, PartialEq)]
enum About {
    Metric(&'static Metric),
    Rung,
    State,
}

/// Every condition as a chip that can be taken away, and a form that adds one.
#[component]
pub fn Filters(
    loaded: Arc<Loaded>,
    #[prop(into)] filters: Signal<Vec<Filter>>,
    set: Callback<Vec<Filter>>,
) -> impl IntoView {
    let locale = Reader::get().locale;
    let chips = move || {
        let all = filters.get();
        let chip = |(index, filter): (usize, &Filter)| {
            let words = filter.words(&locale);
            let label = format!("Remove the condition: {words}");
            let mut rest = all.clone();
            rest.remove(index);
            view! {
                <li class="chip">
                    <span>{words}</span>
                    <button type="button" aria-label=label on:click=move |_| set.run(rest.clone())>"×"</button>
                </li>
            }
        };
        all.iter().enumerate().map(chip).any_views()
    };
    view! {
        <div class="chips">
            <ul class="chips" aria-label="Conditions">{live(chips)}</ul>
            <details>
                <summary class="button">"Add a condition"</summary>
                <Form loaded filters set/>
            </details>
        </div>
    }
}

/// A metric or the ladder with a comparison and a number, or a rung with a state.
#[component]
fn Form(loaded: Arc<Loaded>, filters: Signal<Vec<Filter>>, set: Callback<Vec<Filter>>) -> impl IntoView {
    let about = RwSignal::new(About::Metric(registry::known("emission_tao_day")));
    let comparison = RwSignal::new(Comparison::AtLeast);
    let limit: NodeRef<html::Input> = NodeRef::new();
    let wrong = RwSignal::new(None::<&'static str>);
    let metric = Signal::derive(move || match about.get() {
        About::Metric(metric) => metric,
        About::Rung | About::State => registry::known("emission_tao_day"),
    });
    // Fields keep what a reader does in them while he chooses another metric.
    let of_metric = Memo::new(move |_| matches!(about.get(), About::Metric(_)));
    let of_state = Memo::new(move |_| about.get() == About::State);
    let rung = RwSignal::new((Rung::ReachableProduct, false));
    let state = RwSignal::new(RungState::Claimed);
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = limit.get_untracked().map(|input| input.value()).unwrap_or_default();
        let stands = (rung.get_untracked(), state.get_untracked());
        match condition(about.get_untracked(), (comparison.get_untracked(), &typed), stands) {
            Ok(filter) => {
                wrong.set(None);
                let mut all = filters.get_untracked();
                if !all.contains(&filter) {
                    all.push(filter);
                    set.run(all);
                }
            }
            Err(why) => wrong.set(Some(why)),
        }
    };
    let kinds = ["A metric", "The highest rung", "The state of a rung"];
    let kinds = (0..3).zip(kinds).map(|(kind, label)| {
        let of = |about| match about {
            About::Metric(_) => 0,
            About::Rung => 1,
            About::State => 2,
        };
        let pressed = move || if of(about.get()) == kind { "true" } else { "false" };
        let choose = move |_| {
            about.set([About::Metric(metric.get_untracked()), About::Rung, About::State][kind]);
        };
        view! { <button type="button" class="button" aria-pressed=pressed on:click=choose>{label}</button> }
    });
    let comparisons = move || {
        let button = |one: Comparison| {
            let pressed = move || if comparison.get() == one { "true" } else { "false" };
            view! { <button type="button" class="button" aria-pressed=pressed on:click=move |_| comparison.set(one)>{one.words()}</button> }
        };
        Comparison::ALL.map(button).any_views()
    };
    // Keyboards for numbers have no hyphen.
    let mode = move || match about.get() {
        About::Metric(metric) if metric.style == Style::Date => "text",
        _ => "decimal",
    };
    let unit = move || match about.get() {
        About::Rung | About::State => "0 to 5".to_owned(),
        About::Metric(metric) if matches!(metric.style, Style::Percent(_)) => "%".to_owned(),
        About::Metric(metric) if metric.style == Style::Date => "as 2026-08-07".to_owned(),
        About::Metric(metric) => crate::format::unit(metric.unit),
    };
    view! {
        <form class="controls condition" on:submit=add>
            <fieldset><legend>"Of"</legend>{kinds.any_views()}</fieldset>
            {live(move || of_metric.get().then(|| view! {
                <MetricSelect
                    label="Metric"
                    loaded=loaded.clone()
                    value=metric
                    set=Callback::new(move |metric| about.set(About::Metric(metric)))
                />
                <FormulaField
                    label="Formula"
                    now=Signal::derive(move || custom::text(metric.get()))
                    set=Callback::new(move |metric| about.set(About::Metric(metric)))
                />
            }))}
            {live(move || if of_state.get() {
                view! { <StateFields rung state/> }.into_any()
            } else {
                view! {
                    <fieldset><legend>"Is"</legend>{comparisons()}</fieldset>
                    <label>
                        <span>"Limit " <small>{unit}</small></span>
                        <input type="text" inputmode=mode node_ref=limit required=true/>
                    </label>
                }
                .into_any()
            })}
            <button type="submit" class="button">"Add"</button>
            <p role="status" class="hint">{wrong}</p>
        </form>
    }
}

/// A rung, alone or with those above it, and a state.
#[component]
fn StateFields(rung: RwSignal<(Rung, bool)>, state: RwSignal<RungState>) -> impl IntoView {
    let names = Rung::ALL.map(|one| ((one, false), format!("rung {}, {}", one.number(), one.name())));
    let best = Rung::ALL[..4]
        .iter()
        .map(|one| ((*one, true), format!("rung {}{}, at best", one.number(), one.or_above())));
    let rungs: Vec<((Rung, bool), String)> = names.into_iter().chain(best).collect();
    let options = rungs.clone().into_iter().enumerate().map(|(at, (one, words))| {
        view! { <option value=at.to_string() selected=move || rung.get() == one>{words}</option> }
    });
    let options = options.any_views();
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        if let Some((chosen, _)) = at.and_then(|at| rungs.get(at)) {
            rung.set(*chosen);
        }
    };
    let states = RungState::ALL.map(|one| {
        view! { <option value=one.id() selected=move || state.get() == one>{one.words()}</option> }
    });
    let changed = move |event| {
        let id = event_target_value(&event);
        state.update(|state| *state = RungState::from_id(&id).unwrap_or(*state));
    };
    view! {
        <label><span>"Rung"</span><select on:change=choose>{options}</select></label>
        <label><span>"Is"</span><select on:change=changed>{states.any_views()}</select></label>
    }
}

/// What was chosen and typed, as a condition: a comparison with a limit, or a rung, alone or with those above it,
/// and its state.
fn condition(
    about: About,
    (comparison, typed): (Comparison, &str),
    ((rung, above), state): ((Rung, bool), RungState),
) -> Result<Filter, &'static str> {
    match about {
        About::State if above => Ok(Filter::Best(rung, state)),
        About::State => Ok(Filter::State(rung, state)),
        About::Rung => match typed.trim().as_bytes() {
            [digit @ b'0'..=b'5'] => Ok(Filter::Rung(comparison, digit - b'0')),
            _ => Err("Rungs are 0 to 5."),
        },
        About::Metric(metric) => Ok(Filter::Number(metric, comparison, typed_limit(metric, typed)?)),
    }
}
