//! The rung of a subnet over time: a strip of steps, and the same as a table.

use super::{Element, el, xml};
use crate::compute::movement::Step;
use crate::finding::movement::Movement;
use crate::format;
use crate::model::Rung;

/// Height of a rung in the drawing, and its width.
const RUNG: u32 = 6;
const WIDTH: f64 = 1000.0;

/// A movement with its words.
pub fn movement(told: &Movement) -> Element {
    let table = told.steps.iter().map(|step| {
        el("tr")
            .with(el("th").attr("scope", "row").with(format::day(step.from)))
            .with(el("td").with(format::day(step.to)))
            .with(el("td").class("l").with(told.rung(*step)))
    });
    let heads = [("From", ""), ("To", ""), ("Rung", "l")].map(|(head, class)| {
        let cell = el("th").attr("scope", "col");
        if class.is_empty() { cell.with(head) } else { cell.class(class).with(head) }
    });
    let table = el("table")
        .class("data narrow")
        .with(el("thead").with(el("tr").with_all(heads)))
        .with(el("tbody").with_all(table));
    let ends = [told.steps.first().map(|step| step.from), told.steps.last().map(|step| step.to)];
    let ends = ends.into_iter().flatten().map(|day| el("span").with(format::day(day)));
    el("section")
        .attr("id", "movement")
        .with(el("h2").with(told.headline.as_str()))
        .with(el("p").class("sub").with(told.note.as_str()))
        .with(strip(told))
        .with(el("p").class("ends").with_all(ends))
        .with(
            el("details")
                .class("evidence")
                .with(el("summary").with(format!("The same as a table ({})", told.steps.len())))
                .with(table),
        )
}

fn strip(told: &Movement) -> Element {
    let days = |step: &Step| f64::from(step.to.since(step.from) + 1);
    let all: f64 = told.steps.iter().map(days).sum();
    let height = RUNG * Rung::ALL.len() as u32;
    let mut x = 0.0;
    let steps = told.steps.iter().map(|step| {
        let width = days(step) / all * WIDTH;
        let high = RUNG * step.rung.map_or(0, |rung| u32::from(rung.number()));
        let rect = xml("rect")
            .attr("x", format!("{x:.1}"))
            .attr("width", format!("{width:.1}"))
            .attr("y", (height - high).to_string())
            .attr("height", high.to_string())
            .with(xml("title").with(format!("{}: {}", format::span(step.from, step.to), told.rung(*step))));
        x += width;
        rect
    });
    let label = format!("{}. The steps are in the table below.", told.headline);
    xml("svg")
        .class("movement")
        .attr("viewBox", format!("0 0 {WIDTH} {height}"))
        .attr("preserveAspectRatio", "none")
        .attr("role", "img")
        .attr("aria-label", label)
        .with_all(steps)
}
