//! `/plane`

use super::Page;
use crate::chart::build::plane_chart;
use crate::markup::el;
use crate::prerender::head::Head;
use crate::prerender::press::{Press, WHOLE};
use crate::view::heading::PLANE;
use crate::view::{Plane, Route};

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let spec = plane_chart(&press.ledger.snapshot, &Plane::default(), &[]);
    let content = el("div")
        .class("wrap")
        .with(press.heading(PLANE.h1, PLANE.lede))
        .with(press.chart(&spec, "h2", WHOLE));
    let head = Head::new(PLANE.title, format!("{}. {}.", spec.headline, spec.subtitle), route.path())
        .preview("preview/plane.png", spec.headline.clone());
    Page::new(press, route, head, content)
}
