//! A comparison as it stands before the application is here: at publication the one that nobody chose,
//! and in the browser the one of a link.

use super::figure;
use super::inert::{self, choices};
use super::{Element, Markup, el};
use crate::chart::build::Compared;
use crate::format::{self, shown_name};
use crate::snapshot::Snapshot;
use crate::view::{Compare, Form, Mode, TimeBase, UnitChoice, Window, YScale};

/// The page inside its frame, with these drawings of the chart.
pub fn page(snapshot: &Snapshot, drawn: &Compared, compare: &Compare, drawings: Markup) -> Element {
    el("div")
        .class("wrap compare-page")
        .with(chips(snapshot, compare))
        .with(controls(snapshot, compare))
        .with(absent(snapshot, compare))
        .with(figure::comparison(drawn, compare, drawings))
}

/// The same for a frame in somebody else's page, where nothing is chosen.
pub fn framed(snapshot: &Snapshot, drawn: &Compared, compare: &Compare, drawings: Markup) -> Markup {
    Markup::default()
        .and(list(lines(snapshot, compare).map(|(_, name)| el("li").class("chip").with(name))))
        .and(absent(snapshot, compare))
        .and(figure::comparison(drawn, compare, drawings))
}

/// That subnets of a link are not in the snapshot; nothing where all are.
pub fn absent(snapshot: &Snapshot, compare: &Compare) -> Option<Element> {
    let missing = compare.subnets.iter().filter(|reference| snapshot.row(**reference).is_none());
    let missing = missing.map(|reference| format!("SN{reference}")).collect::<Vec<_>>().join(", ");
    let day = snapshot.as_of.day.map(format::day).unwrap_or_default();
    let note = el("p").class("note").attr("role", "status");
    (!missing.is_empty()).then(|| note.with(format!("Not in the snapshot of {day}: {missing}.")))
}

/// The subnets that are compared, and where one can be added.
fn chips(snapshot: &Snapshot, compare: &Compare) -> Element {
    let chips = lines(snapshot, compare).map(|(netuid, name)| {
        let remove = el("button").attr("type", "button").class("remove").with("×");
        el("li").class("chip").with(name).with(el("small").with(netuid.to_string())).with(remove)
    });
    let add = el("input").attr("type", "search").attr("aria-label", "Add a subnet");
    let add = el("div").class("picker").with(add.attr("placeholder", "+ add a subnet"));
    el("div").class("chips").flag("inert").with(list(chips)).with(add)
}

fn list(chips: impl Iterator<Item = Element>) -> Element {
    el("ul").class("chips").attr("aria-label", "Subnets compared").with_all(chips)
}

/// The number of each subnet that is compared, and the button with its name.
fn lines(snapshot: &Snapshot, compare: &Compare) -> impl Iterator<Item = (u16, Element)> {
    compare.rows(snapshot).into_iter().enumerate().map(|(place, row)| {
        let subnet = &snapshot.subnets[row];
        let netuid = subnet.id.netuid();
        let key = el("i").class(format!("key series-{}", place % 10));
        let button = el("button").attr("type", "button").class("series-name").flag("inert");
        (netuid, button.with(key).with(el("bdi").with(shown_name(&subnet.name, netuid))))
    })
}

fn controls(snapshot: &Snapshot, compare: &Compare) -> Element {
    let scatter = compare.form == Form::Scatter;
    let units = UnitChoice::of(compare.metric);
    let unit = (units.len() > 1).then(|| choices("Unit", &units, &compare.unit));
    let along = || {
        [
            choices("Along", &TimeBase::CHOICES, &compare.base),
            choices("Span", &Window::CHOICES, &compare.window),
        ]
    };
    let parts = [
        inert::metrics(snapshot, "Metric", compare.metric, |_| true),
        inert::folded("formula", "Formula"),
        match scatter {
            true => inert::metrics(snapshot, "Across", compare.metric_x, |_| true),
            false => choices("Values", &Mode::of(compare.metric), &compare.mode),
        },
    ];
    let parts = parts.into_iter().chain(unit).chain([choices("Scale", &YScale::CHOICES, &compare.scale)]);
    // What does nothing to a scatter, which is of one day, is not offered.
    let parts = parts.chain((!scatter).then(along).into_iter().flatten());
    inert::controls(parts.chain([choices("Form", &Form::CHOICES, &compare.form)]))
}
