//! Controls as they stand on a page before the program runs: the same elements with the same words as the
//! program's, so that they take the same room at every width. They are inert, because nobody is offered
//! what does nothing yet, and where no script runs the style sheet does not show them.

use super::{Element, Markup, el};
use crate::compute::custom::is_custom;
use crate::registry::{self, Group, Metric};
use crate::snapshot::Snapshot;

/// A row of controls.
pub fn controls(parts: impl IntoIterator<Item = Element>) -> Element {
    el("div").class("controls").flag("inert").with_all(parts)
}

/// A button.
pub fn button(label: &str) -> Element {
    el("button").attr("type", "button").class("button").with(label)
}

/// A row of buttons of which one is pressed.
pub fn choices<T: PartialEq>(label: &str, choices: &[(T, &str)], now: &T) -> Element {
    let buttons = choices.iter().map(|(value, label)| {
        let pressed = if value == now { "true" } else { "false" };
        button(label).attr("aria-pressed", pressed)
    });
    el("fieldset").with(el("legend").with(label)).with_all(buttons)
}

/// A list of which one is chosen.
pub fn select(label: &str, options: impl IntoIterator<Item = impl Into<Markup>>) -> Element {
    field(label, el("select").with_all(options))
}

/// A field and what it is for.
pub fn field(label: &str, field: Element) -> Element {
    el("label").with(el("span").with(label)).with(field)
}

/// One line of a list.
pub fn option(text: impl Into<Markup>) -> Element {
    el("option").with(text)
}

/// A list of every metric that fits, by group.
pub fn metrics(snapshot: &Snapshot, label: &str, now: &Metric, among: fn(&Metric) -> bool) -> Element {
    let groups = Group::ALL.into_iter().filter_map(|group| {
        let fits = |metric: &&Metric| metric.group == group && among(metric) && !is_custom(metric);
        let options: Vec<_> = registry::all()
            .filter(fits)
            .map(|metric| {
                let unmeasured = snapshot.measured(metric) == 0;
                let option = option(metric.label).with(if unmeasured { " (not measured)" } else { "" });
                if *metric == *now { option.flag("selected") } else { option }
            })
            .collect();
        let whole = el("optgroup").attr("label", group.label());
        (!options.is_empty()).then(|| whole.with_all(options))
    });
    select(label, groups)
}

/// A list of earlier snapshots, of which none is chosen.
pub fn since<'a>(published: impl IntoIterator<Item = &'a str>) -> Element {
    select("Since", std::iter::once("–").chain(published).map(option))
}

/// Something that opens.
pub fn folded(class: &'static str, label: &str) -> Element {
    let folded = if class.is_empty() { el("details") } else { el("details").class(class) };
    folded.with(el("summary").class("button").with(label))
}

/// The conditions, of which there are none.
pub fn conditions() -> Element {
    el("div").class("chips").flag("inert").with(folded("", "Add a condition"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::fixture;

    #[test]
    fn the_chosen_one_is_pressed_and_nothing_can_be_reached() {
        let row = choices("Scale", &[(1, "Linear"), (2, "Log")], &2);
        let row = Markup::from(controls([row]));
        let text = row.as_str();
        assert!(text.starts_with("<div class=\"controls\" inert><fieldset><legend>Scale</legend>"), "{text}");
        assert!(
            text.contains("aria-pressed=\"false\">Linear<") && text.contains("aria-pressed=\"true\">Log<")
        );
    }

    #[test]
    fn every_metric_that_fits_is_listed_once() {
        let metric = registry::known("emission_tao_day");
        let list = Markup::from(metrics(&fixture::snapshot(), "Of", metric, Metric::is_part));
        let fitting = registry::all().filter(|metric| metric.is_part()).count();
        assert_eq!(list.as_str().matches("<option").count(), fitting);
        assert_eq!(list.as_str().matches(" selected").count(), 1);
    }
}
