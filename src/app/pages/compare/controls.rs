//! How they are compared.

use std::sync::Arc;

use leptos::prelude::*;

use super::change::Change;
use crate::app::data::Loaded;
use crate::app::ui::{Choice, Choices, FormulaField, MetricSelect, live};
use crate::compute::custom;
use crate::view::{Form, Mode, TimeBase, UnitChoice, Window, YScale};

/// Metric, mode, unit, scale, axis, span and form.
#[component]
pub fn Controls(loaded: Arc<Loaded>, change: Change) -> impl IntoView {
    let compare = change.compare;
    let scatter = Memo::new(move |_| compare.with(|compare| compare.form == Form::Scatter));
    let modes = Memo::new(move |_| compare.with(|compare| Mode::of(compare.metric)));
    let units = Memo::new(move |_| compare.with(|compare| UnitChoice::of(compare.metric)));
    view! {
        <div class="controls">
            <MetricSelect
                label="Metric"
                loaded=loaded.clone()
                value=Signal::derive(move || compare.with(|compare| compare.metric))
                set=Callback::new(move |metric| change.by(|compare| compare.set_metric(metric)))
            />
            <FormulaField
                label="Formula"
                now=Signal::derive(move || compare.with(|compare| custom::text(compare.metric)))
                set=Callback::new(move |metric| change.by(|compare| compare.set_metric(metric)))
            />
            {live(move || scatter.get().then(|| view! {
                <MetricSelect
                    label="Across"
                    loaded=loaded.clone()
                    value=Signal::derive(move || compare.with(|compare| compare.metric_x))
                    set=Callback::new(move |metric| change.by(|compare| compare.set_metric_x(metric)))
                />
            }))}
            // What does nothing to a scatter, which is of one day, is not offered.
            {live(move || (!scatter.get()).then(|| view! {
                <Choices
                    label="Values"
                    value=Signal::derive(move || compare.with(|compare| compare.mode))
                    set=Callback::new(move |mode| change.by(|compare| compare.mode = mode))
                    choices=Choice::all(&modes.get())
                />
            }))}
            {live(move || (units.with(|units| units.len() > 1)).then(|| view! {
                <Choices
                    label="Unit"
                    value=Signal::derive(move || compare.with(|compare| compare.unit))
                    set=Callback::new(move |unit| change.by(|compare| compare.set_unit(unit)))
                    choices=Choice::all(&units.get())
                />
            }))}
            <Choices
                label="Scale"
                value=Signal::derive(move || compare.with(|compare| compare.scale))
                set=Callback::new(move |scale| change.by(|compare| compare.scale = scale))
                choices=Choice::all(&YScale::CHOICES)
            />
            {live(move || (!scatter.get()).then(|| view! {
                <Choices
                    label="Along"
                    value=Signal::derive(move || compare.with(|compare| compare.base))
                    set=Callback::new(move |base| change.by(|compare| compare.base = base))
                    choices=Choice::all(&TimeBase::CHOICES)
                />
                <Choices
                    label="Span"
                    value=Signal::derive(move || compare.with(|compare| compare.window))
                    set=Callback::new(move |window| change.by(|compare| compare.window = window))
                    choices=Choice::all(&Window::CHOICES)
                />
            }))}
            <Choices
                label="Form"
                value=Signal::derive(move || compare.with(|compare| compare.form))
                set=Callback::new(move |form| change.by(|compare| compare.form = form))
                choices=Choice::all(&Form::CHOICES)
            />
        </div>
    }
}
