//! `/compare`

use super::Page;
use crate::chart::ChartSpec;
use crate::chart::build::{Compared, Ground, compared};
use crate::chart::spec::EventMark;
use crate::finding;
use crate::format::shown_name;
use crate::markup::{Element, el};
use crate::prerender::figure::comparison;
use crate::prerender::head::Head;
use crate::prerender::inert::{self, choices};
use crate::prerender::press::Press;
use crate::view::{Compare, Form, Mode, Route, TimeBase, UnitChoice, Window, YScale, heading};

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let (drawn, compare) = (drawn(press), Compare::default());
    let content = el("div")
        .class("wrap compare-page")
        .with(chips(press, &compare))
        .with(controls(press, &compare))
        .with(comparison(&drawn, &compare));
    let spec = drawn.spec;
    let words = format!("{}. {}.", spec.headline, spec.subtitle);
    let head = Head::new(heading::COMPARE, words, route.path()).preview("preview/compare.png", spec.headline);
    Page::new(press, route, head, content)
}

/// The comparison that nobody chose: what an address without a query shows.
pub fn chart(press: &Press) -> ChartSpec {
    drawn(press).spec
}

fn drawn(press: &Press) -> Compared {
    let ledger = press.ledger;
    let compare = Compare::default();
    let rows = compare.rows(&ledger.snapshot);
    let subjects: Vec<_> = rows.into_iter().map(|row| (row, &ledger.holders[row].history)).collect();
    let events = finding::events::of_network(&ledger.events).into_iter();
    let events: Vec<_> =
        events.map(|(day, label)| EventMark { day: day.epoch_days(), label, series: None }).collect();
    let changes = finding::events::of_emission_rule(&ledger.events);
    let ground = Ground { events: &events, changes: &changes, ..Ground::default() };
    compared(&ledger.snapshot, &subjects, &ground, &compare)
}

/// The subnets that are compared, and where one can be added.
fn chips(press: &Press, compare: &Compare) -> Element {
    let snapshot = &press.ledger.snapshot;
    let chips = compare.rows(snapshot).into_iter().enumerate().map(|(place, row)| {
        let subnet = &snapshot.subnets[row];
        let name = el("bdi").with(shown_name(&subnet.name, subnet.id.netuid()));
        let key = el("i").class(format!("key series-{}", place % 10));
        let button = |class: &str| el("button").attr("type", "button").class(class);
        el("li")
            .class("chip")
            .with(button("series-name").with(key).with(name))
            .with(el("small").with(subnet.id.netuid().to_string()))
            .with(button("remove").with("×"))
    });
    let list = el("ul").class("chips").attr("aria-label", "Subnets compared").with_all(chips);
    let add = el("input").attr("type", "search").attr("aria-label", "Add a subnet");
    let add = el("div").class("picker").with(add.attr("placeholder", "+ add a subnet"));
    el("div").class("chips").flag("inert").with(list).with(add)
}

fn controls(press: &Press, compare: &Compare) -> Element {
    let units = UnitChoice::of(compare.metric);
    let unit = (units.len() > 1).then(|| choices("Unit", &units, &compare.unit));
    let first = [
        inert::metrics(&press.ledger.snapshot, "Metric", compare.metric, |_| true),
        inert::folded("formula", "Formula"),
        choices("Values", &Mode::of(compare.metric), &compare.mode),
    ];
    let last = [
        choices("Scale", &YScale::CHOICES, &compare.scale),
        choices("Along", &TimeBase::CHOICES, &compare.base),
        choices("Span", &Window::CHOICES, &compare.window),
        choices("Form", &Form::CHOICES, &compare.form),
    ];
    inert::controls(first.into_iter().chain(unit).chain(last))
}
