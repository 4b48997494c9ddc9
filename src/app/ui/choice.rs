//! Choosing one of a few, or one metric of all.

use std::sync::Arc;

use super::erase::{AnyViews, live};
use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::compute::custom::is_custom;
use crate::registry::{self, Group, Metric};

/// One of the few.
#[derive(Clone, Copy)]
pub struct Choice<T> {
    value: T,
    label: &'static str,
}

impl<T> Choice<T> {
    /// A value and the word on its button.
    pub fn new(value: T, label: &'static str) -> Self {
        Self { value, label }
    }

    /// Values and the words on their buttons.
    pub fn all(choices: &[(T, &'static str)]) -> Vec<Self>
    where
        T: Copy,
    {
        choices.iter().map(|(value, label)| Self::new(*value, label)).collect()
    }
}

/// A row of buttons of which one is pressed.
#[component]
pub fn Choices<T: PartialEq + Copy + Send + Sync + 'static>(
    label: &'static str,
    #[prop(into)] value: Signal<T>,
    set: Callback<T>,
    choices: Vec<Choice<T>>,
) -> impl IntoView {
    let choices = choices.into_iter().map(|choice| {
        let pressed = Signal::derive(move || value.get() == choice.value);
        (choice.label, pressed, Callback::new(move |()| set.run(choice.value)))
    });
    row(label, choices.collect())
}

/// One machinery for choices of every kind.
fn row(label: &'static str, choices: Vec<(&'static str, Signal<bool>, Callback<()>)>) -> AnyView {
    let buttons = choices.into_iter().map(|(label, pressed, press)| {
        let pressed = move || if pressed.get() { "true" } else { "false" };
        view! {
            <button type="button" class="button" aria-pressed=pressed on:click=move |_| press.run(())>
                {label}
            </button>
        }
    });
    view! { <fieldset><legend>{label}</legend>{buttons.any_views()}</fieldset> }.into_any()
}

/// A list of every metric that fits, by group. Those this snapshot has nothing of can be chosen, and say so.
#[component]
pub fn MetricSelect(
    label: &'static str,
    loaded: Arc<Loaded>,
    #[prop(into)] value: Signal<&'static Metric>,
    set: Callback<&'static Metric>,
    /// Which metrics the page can do anything with.
    #[prop(default = |_| true)]
    among: fn(&Metric) -> bool,
) -> impl IntoView {
    // Kept, so that the many options hear of another metric, and of no other change of the view.
    let value = Memo::new(move |_| value.get());
    let groups = Group::ALL.map(|group| {
        let options = registry::all().filter(|metric| metric.group == group && among(metric)).map(|metric| {
            let measured = loaded.snapshot.measured(metric);
            let text = if measured == 0 {
                format!("{} (not measured)", metric.label)
            } else {
                metric.label.to_owned()
            };
            view! { <option value=metric.id selected=move || value.get() == metric>{text}</option> }
        });
        let options = options.any_views();
        (!options.is_empty()).then(|| view! { <optgroup label=group.label()>{options}</optgroup> })
    });
    let choose = move |event| {
        if let Some(metric) = registry::metric(&event_target_value(&event)) {
            set.run(metric);
        }
    };
    view! {
        <label>
            <span>{label}</span>
            <select on:change=choose prop:value=move || value.get().id>
                {live(move || Some(value.get()).filter(|metric| is_custom(metric)).map(|metric| {
                    view! { <option value=metric.id selected=true>{metric.label}</option> }
                }))}
                {groups.any_views()}
            </select>
        </label>
    }
}

/// An earlier snapshot to compare with, or none.
#[component]
pub fn SinceSelect(
    loaded: Arc<Loaded>,
    #[prop(into)] value: Signal<Option<String>>,
    set: Callback<Option<String>>,
    /// Whether there is always one, where there is any.
    #[prop(optional)]
    always: bool,
) -> impl IntoView {
    let none = !always || value.with_untracked(Option::is_none);
    let others = loaded.published.iter().rev().filter(|published| published.id != loaded.snapshot.id);
    let options = others.map(|published| {
        let id = published.id.clone();
        let (value_of, here) = (id.clone(), id.clone());
        view! { <option value=value_of selected=move || value.with(|value| value.as_ref() == Some(&here))>{id}</option> }
    });
    let choose = move |event| set.run(Some(event_target_value(&event)).filter(|id| !id.is_empty()));
    view! {
        <label>
            <span>"Since"</span>
            <select on:change=choose>
                {none.then(|| view! { <option value="" selected=move || value.with(Option::is_none)>"–"</option> })}
                {options.any_views()}
            </select>
        </label>
    }
}
