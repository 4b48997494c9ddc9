//! How every metric is made, generated from the registry.

use std::sync::Arc;

use crate::app::ui::{AnyViews, Side, table_box};
use leptos::prelude::*;

use super::title;
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{Number, Reader, SubnetLink};
use crate::compute::formula::{Formula, Term};
use crate::compute::rank;
use crate::finding::{example, known};
use crate::model::{Absence, Grade, Rung, RungState};
use crate::registry::{self, Group, Metric};
use crate::view::{Page, Route, heading};

#[component]
pub(super) fn MethodsPage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::METHODS.title);
    let navigation = Navigation::get();
    let rows = move |group: Group| {
        let loaded = loaded.clone();
        registry::all().filter(move |metric| metric.group == group).map(move |metric| {
            let measured = format!("{} of {}", loaded.snapshot.measured(metric), loaded.snapshot.subnets.len());
            view! {
                <tr>
                    <th scope="row"><a href=navigation.href(&Route::Method(metric, Page::default()))>{metric.label}</a><br/><code>{metric.id}</code></th>
                    <td class="l">{metric.unit_words()}</td>
                    <td class="l wide">{metric.definition}</td>
                    <td>{measured}</td>
                </tr>
            }
        })
    };
    let groups = Group::ALL.into_iter().map(|group| {
        view! {
            <section>
                <h2>{group.label()}</h2>
                {table_box(group.label(), "data prose-table", [("Metric", Side::Right), ("Unit", Side::Left), ("What it is", Side::Left), ("Measured", Side::Right)], rows(group).any_views())}
            </section>
        }
    });
    view! {
        <div class="wrap">
            <h1>{heading::METHODS.h1}</h1>
            <p class="lede">{heading::METHODS.lede}</p>
            <Earned/>
            {groups.any_views()}
            <Ladder/>
            <Words/>
        </div>
    }
}

/// The definitions of earned, and what a rank makes of them.
#[component]
fn Earned() -> impl IntoView {
    let navigation = Navigation::get();
    let [title, before, after] = heading::EARNED;
    let definitions = rank::definitions().map(|metric| {
        view! {
            <dt><a href=navigation.href(&Route::Method(metric, Page::default()))>{metric.label}</a></dt>
            <dd>{metric.definition}</dd>
        }
    });
    view! {
        <section id="three">
            <h2>{title}</h2>
            <p>{before}</p>
            <dl class="facts">{definitions.any_views()}</dl>
            <p>{after}</p>
        </section>
    }
}

/// The ladder, written out.
#[component]
fn Ladder() -> impl IntoView {
    let rungs = Rung::ALL.map(|rung| {
        view! { <tr><th scope="row">{format!("{} {}", rung.number(), rung.name())}</th><td class="l wide">{rung.satisfied_by()}</td></tr> }
    });
    let states = RungState::ALL.map(|state| {
        let meaning = match state {
            RungState::Satisfied => "There is evidence within its window: a link, a date and a source.",
            RungState::Lapsed => {
                "There was; it is older than its window (releases 365 days, answers to probes 30 days)."
            }
            RungState::Claimed => "Somebody says so; nothing independent was found.",
            RungState::NoneFound => "It was searched for, on the date shown, and nothing was there.",
            RungState::NotSearched => "Nobody has searched for it.",
        };
        view! { <tr><th scope="row">{state.words()}</th><td class="l wide">{meaning}</td></tr> }
    });
    view! {
        <section id="ladder">
            <h2>"The ladder of evidence"</h2>
            <p class="sub">
                "A checklist, not a score. A subnet stands on its highest satisfied rung; gaps below it are shown. Commits, stars and contributors never make a rung. Evidence from before the registration does not count."
            </p>
            <table class="data prose-table"><tbody>{rungs.any_views()}</tbody></table>
            <h3>"How a rung can stand"</h3>
            <table class="data prose-table"><tbody>{states.any_views()}</tbody></table>
        </section>
    }
}

/// Grades and the words for what is missing.
#[component]
fn Words() -> impl IntoView {
    let grades = Grade::ALL.map(|grade| {
        view! {
            <tr>
                <th scope="row"><i class=format!("grade {}", grade.id())></i> {grade.words()}</th>
                <td class="l wide">{grade.meaning()}</td>
            </tr>
        }
    });
    let absences = Absence::ALL.map(|absence| view! { <li>{absence.words()}</li> });
    view! {
        <section id="grades">
            <h2>"Grades, best first"</h2>
            <p class="sub">"A computed number has the worst grade among its inputs."</p>
            <table class="data prose-table"><tbody>{grades.any_views()}</tbody></table>
            <h3>"When there is no number"</h3>
            <p>"The page says which of these it is, and never prints a zero for it:"</p>
            <ul class="inline">{absences.any_views()}</ul>
        </section>
    }
}

#[component]
pub(super) fn MethodPage(loaded: Arc<Loaded>, metric: &'static Metric) -> impl IntoView {
    title(metric.label);
    let navigation = Navigation::get();
    let formula = metric.formula.and_then(|text| Formula::parse(text).ok());
    let inputs = formula.as_ref().map(Formula::metrics).unwrap_or_default();
    let used_by: Vec<_> = registry::all()
        .filter(|other| {
            other
                .formula
                .and_then(|text| Formula::parse(text).ok())
                .is_some_and(|formula| formula.metrics().contains(&metric))
        })
        .collect();
    let links = move |metrics: Vec<&'static Metric>| {
        metrics
            .into_iter()
            .map(|metric| view! { <li><a href=navigation.href(&Route::Method(metric, Page::default()))>{metric.label}</a></li> })
            .any_views()
    };
    let words = formula.as_ref().map(|formula| formula.print(&Term::words));
    let how = known::how(&loaded.snapshot, metric, &Reader::get().locale);
    view! {
        <div class="wrap prose">
            <p class="crumb"><a href=navigation.href(&Route::Methods(Page::default()))>"Methods"</a></p>
            <h1>{metric.label}</h1>
            <p class="lede">{metric.definition}</p>
            <dl class="facts">
                <dt>"Unit"</dt><dd>{metric.unit_words()}</dd>
                <dt>"Kind"</dt><dd>{metric.kind_words()}</dd>
                <dt>"Name in links and files"</dt><dd><code>{metric.id}</code></dd>
                {words.map(|words| view! { <dt>"Formula"</dt><dd>{words}</dd> })}
                {metric.formula.map(|text| view! { <dt>"As it runs"</dt><dd><code>{text}</code></dd> })}
                <dt>"Cannot see"</dt><dd>{metric.limits}</dd>
                {how.map(|how| view! { <dt>"How it is known"</dt><dd>{how}</dd> })}
                <dt>"Measured for"</dt>
                <dd>{format!("{} of {} subnets in this snapshot", loaded.snapshot.measured(metric), loaded.snapshot.subnets.len())}</dd>
            </dl>
            <Example loaded metric/>
            {(!inputs.is_empty()).then(|| view! { <section><h2>"Made from"</h2><ul class="inline">{links(inputs)}</ul></section> })}
            {(!used_by.is_empty()).then(|| view! { <section><h2>"Used by"</h2><ul class="inline">{links(used_by)}</ul></section> })}
        </div>
    }
}

/// The metric worked out for the subnet where it is largest, with the numbers of this snapshot.
#[component]
fn Example(loaded: Arc<Loaded>, metric: &'static Metric) -> impl IntoView {
    let reader = Reader::get();
    let snapshot = &loaded.snapshot;
    let Some((row, worked)) = example::of(snapshot, metric, &reader.locale) else {
        return view! { <p class="note">{example::NONE}</p> }.into_any();
    };
    let subnet = snapshot.subnets[row].clone();
    let loaded = loaded.clone();
    view! {
        <section>
            <h2>{example::TITLE}</h2>
            <p class="sub">{example::WHOSE}</p>
            <p><SubnetLink subnet/> ": " {worked} <Number loaded metric row/></p>
        </section>
    }
    .into_any()
}
