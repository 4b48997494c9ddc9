//! Small parts that stand on many pages.

use super::{Element, Markup, el};
use crate::chart::ChartSpec;
use crate::finding::shipped;
use crate::format::{self, shown_name};
use crate::model::{Grade, Ladder, Rung, Value};
use crate::snapshot::SubnetRow;

/// Five marks in a row: filled, hollow, dashed or absent. The words are in the label.
pub fn ladder(ladder: Ladder) -> Element {
    let marks = Rung::ALL.map(|rung| el("i").class(ladder.state(rung).id()));
    let words = shipped::in_words(ladder);
    let label = format!("Rung {}. {words}", ladder.highest().map_or(0, Rung::number));
    let marked = el("span").class("ladder").attr("role", "img").attr("aria-label", label);
    marked.attr("title", words).with_all(marks)
}

/// The ladder written out: a step a rung, with its state and what is to be said of it, lowest first.
pub fn rungs(ladder: Ladder, note: impl Fn(Rung) -> String) -> Element {
    let steps = Rung::ALL.into_iter().map(|rung| {
        let state = ladder.state(rung);
        let name = el("b").with(format!("{} {}", rung.number(), format::capitalised(rung.name())));
        let said = el("span").with(state.words());
        el("li").class(state.id()).with(name).with(said).with(el("small").with(note(rung)))
    });
    el("ol").class("rungs").with_all(steps)
}

/// A small mark by the grade of a number: full when measured, hollow when reconstructed or said.
pub fn grade(grade: Grade) -> Element {
    el("i").class(format!("grade {}", grade.id())).attr("title", grade.words())
}

/// A subnet's name, cleaned and isolated, leading to its page, with the remarks on it.
pub fn subnet(subnet: &SubnetRow, href: &str) -> Markup {
    let name = el("bdi").with(shown_name(&subnet.name, subnet.id.netuid()));
    let flags = subnet.name_flags.join(" ");
    let flag = el("span").class("flag").attr("role", "img").attr("aria-label", &flags).attr("title", &flags);
    let flag = (!flags.is_empty()).then(|| flag.with("⚠"));
    Markup::from(el("a").class("subnet").attr("href", href).with(name)).and(flag)
}

/// What the numbered rules of a chart stand for, as the list under it; nothing where it has none.
pub fn rules(spec: &ChartSpec) -> Option<Element> {
    let rules = spec.rules();
    let items = || rules.iter().map(|rule| el("li").with(rule.as_str()));
    (!rules.is_empty()).then(|| el("ol").class("rules").with_all(items()))
}

/// A number as text.
pub fn number(text: String, value: Value) -> Element {
    el("span").class(class_of(value)).with(text)
}

/// A number that opens its card: the listener of its table asks for the attributes that say
/// which it is. Without a value it is one that is there.
pub(super) fn asked_number(text: String, value: Option<Value>) -> Element {
    button(value.map_or("number", class_of)).attr("aria-haspopup", "dialog").with(text)
}

/// A button.
pub(super) fn button(class: &str) -> Element {
    el("button").attr("type", "button").class(class)
}

fn class_of(value: Value) -> &'static str {
    match value {
        Value::Number(_) => "number",
        Value::Missing(_) => "number missing",
    }
}
