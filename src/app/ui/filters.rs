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
use crate::registry::{self, Metric, Style};
use crate::view::{Filter, typed_limit};

/// What a condition is about.
#[derive(Clone, Copy, PartialEq)]
enum About {
    Metric(&'static Metric),
    Rung,
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

/// A metric or the ladder, a comparison, a number.
#[component]
fn Form(loaded: Arc<Loaded>, filters: Signal<Vec<Filter>>, set: Callback<Vec<Filter>>) -> impl IntoView {
    let about = RwSignal::new(About::Metric(registry::known("emission_tao_day")));
    let comparison = RwSignal::new(Comparison::AtLeast);
    let limit: NodeRef<html::Input> = NodeRef::new();
    let wrong = RwSignal::new(None::<&'static str>);
    let metric = Signal::derive(move || match about.get() {
        About::Metric(metric) => metric,
        About::Rung => registry::known("emission_tao_day"),
    });
    // Fields keep what a reader does in them while he chooses another metric.
    let of_metric = Memo::new(move |_| about.get() != About::Rung);
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = limit.get_untracked().map(|input| input.value()).unwrap_or_default();
        match condition(about.get_untracked(), comparison.get_untracked(), &typed) {
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
    let kinds = [(false, "A metric"), (true, "The highest rung")].map(|(rung, label)| {
        let pressed = move || if (about.get() == About::Rung) == rung { "true" } else { "false" };
        let choose =
            move |_| about.set(if rung { About::Rung } else { About::Metric(metric.get_untracked()) });
        view! { <button type="button" class="button" aria-pressed=pressed on:click=choose>{label}</button> }
    });
    let comparisons = Comparison::ALL.map(|one| {
        let pressed = move || if comparison.get() == one { "true" } else { "false" };
        view! { <button type="button" class="button" aria-pressed=pressed on:click=move |_| comparison.set(one)>{one.words()}</button> }
    });
    // Keyboards for numbers have no hyphen.
    let mode = move || match about.get() {
        About::Metric(metric) if metric.style == Style::Date => "text",
        _ => "decimal",
    };
    let unit = move || match about.get() {
        About::Rung => "0 to 5".to_owned(),
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
            <fieldset><legend>"Is"</legend>{comparisons.any_views()}</fieldset>
            <label>
                <span>"Limit " <small>{unit}</small></span>
                <input type="text" inputmode=mode node_ref=limit required=true/>
            </label>
            <button type="submit" class="button">"Add"</button>
            <p role="status" class="hint">{wrong}</p>
        </form>
    }
}

/// What was typed, as a condition.
fn condition(about: About, comparison: Comparison, typed: &str) -> Result<Filter, &'static str> {
    match about {
        About::Rung => match typed.trim().as_bytes() {
            [digit @ b'0'..=b'5'] => Ok(Filter::Rung(comparison, digit - b'0')),
            _ => Err("Rungs are 0 to 5."),
        },
        About::Metric(metric) => Ok(Filter::Number(metric, comparison, typed_limit(metric, typed)?)),
    }
}
