//! `/plane`

use super::Page;
use crate::chart::build::{plane_chart, plane_sentence};
use crate::chart::spec::ChartSpec;
use crate::finding;
use crate::markup::figure::{WHOLE, chart_said};
use crate::markup::inert::{self, option};
use crate::markup::{Element, el};
use crate::model::Rung;
use crate::prerender::head::Head;
use crate::prerender::press::Press;
use crate::view::heading::PLANE;
use crate::view::{Plane, Route};

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let (snapshot, view) = (&press.ledger.snapshot, Plane::default());
    let spec = plane_chart(snapshot, &view, &[]);
    let content = el("div")
        .class("wrap")
        .with(press.heading(PLANE.h1, PLANE.lede))
        .with(controls(press))
        .with(drawn(press, &view, &spec, WHOLE));
    let head = Head::new(PLANE.title, format!("{}. {}.", spec.headline, spec.subtitle), route.path())
        .preview("preview/plane.png", spec.headline.clone());
    Page::new(press, route, head, content)
}

/// The chart, or that there is none: a plane without its across is no plane.
pub(super) fn drawn(press: &Press, view: &Plane, spec: &ChartSpec, width: f64) -> Element {
    let snapshot = &press.ledger.snapshot;
    if snapshot.measured(view.metric) == 0 {
        let said = finding::unmeasured(snapshot, view.metric);
        return el("p").class("note").attr("role", "status").with(said);
    }
    chart_said(spec, press.said(&plane_sentence(snapshot, view)), width)
}

/// What the plane can be set to, of which nothing is.
fn controls(press: &Press) -> Element {
    let rungs = Rung::ALL.map(|rung| option(format!("rung {}, {}", rung.number(), rung.name())));
    inert::controls([
        inert::metrics(&press.ledger.snapshot, "Earned", Plane::default().metric, Plane::fits),
        inert::select("Earns at least", [option("no cut")]),
        inert::select("Nothing verified at", [option("no cut")].into_iter().chain(rungs)),
    ])
}
