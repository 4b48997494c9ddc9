//! A field for a formula of a reader's own.

use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::erase::live;
use crate::compute::custom;
use crate::compute::formula::FormulaError;
use crate::format;
use crate::registry::Metric;

/// Takes a formula, and says where one is wrong.
#[component]
pub fn FormulaField(
    /// What the field is for, on its button.
    label: &'static str,
    /// The formula in use, as it would be typed; empty when there is none.
    #[prop(into)]
    now: Signal<String>,
    set: Callback<&'static Metric>,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let said: RwSignal<Option<Result<&'static Metric, (String, FormulaError)>>> = RwSignal::new(None);
    let take = move || {
        let Some(text) = field.get_untracked().map(|field| field.value()) else { return };
        let result = custom::typed(&text);
        if let Ok(metric) = result {
            set.run(metric);
        }
        said.set(Some(result.map_err(|error| (text, error))));
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            take();
        }
    };
    let message = move || {
        match said.get() {
        None => view! {
            <p class="hint">
                "Ids of metrics as on the Methods page, numbers, + − * / ( ), and sum(…) over all subnets. Units have to add up, and a result is missing wherever one of its parts is."
            </p>
        }
        .into_any(),
        Some(Ok(metric)) => {
            let unit = format::unit(metric.unit);
            let unit = if unit.is_empty() { "a plain number".to_owned() } else { unit };
            view! { <p class="hint" role="status">{format!("{}: {unit}.", metric.label)}</p> }.into_any()
        }
        Some(Err((text, error))) => {
            let at = (0..=error.at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let (before, rest) = text.split_at(at);
            let (before, rest) = (format::shown_text(before, 200), format::shown_text(rest, 200));
            view! {
                <p class="wrong" role="alert">
                    {format!("Not understood: {error}.")}
                    <code>{before}" "<mark>{if rest.is_empty() { "…".to_owned() } else { rest }}</mark></code>
                </p>
            }
            .into_any()
        }
    }
    };
    view! {
        <details class="formula">
            <summary class="button">{label}</summary>
            <div class="formula-field">
                <input
                    type="text"
                    node_ref=field
                    aria-label=label
                    spellcheck="false"
                    autocomplete="off"
                    placeholder="emission_tao_day / market_cap_tao"
                    prop:value=now
                    on:keydown=keys
                />
                <button type="button" class="button" on:click=move |_| take()>"Use"</button>
                {live(message)}
            </div>
        </details>
    }
}
