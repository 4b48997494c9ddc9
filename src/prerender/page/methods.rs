//! `/methods` and a page for every metric, from the registry.

use super::Page;
use crate::compute::formula::{Formula, Term};
use crate::markup::{Markup, el};
use crate::prerender::head::Head;
use crate::prerender::press::{Press, table};
use crate::registry::{self, Group, Metric};
use crate::view::heading::METHODS;
use crate::view::{Page as Plain, Route};

pub(super) fn list(press: &Press, route: &Route) -> Page {
    let groups = Group::ALL.into_iter().map(|group| {
        let rows = registry::all().filter(|metric| metric.group == group).map(|metric| {
            let link = el("a").attr("href", press.site.link(&Route::Method(metric, Plain::default())));
            vec![link.with(metric.label).into(), metric.definition.into(), measured(press, metric).into()]
        });
        let heads = ["Metric", "What it is", "Measured"].map(Markup::from);
        el("section").with(el("h2").with(group.label())).with(table("prose-table", heads, rows))
    });
    let content = el("div").class("wrap").with(press.heading(METHODS.h1, METHODS.lede)).with_all(groups);
    let head = Head::new(METHODS.title, METHODS.lede, route.path());
    Page::new(press, route, head.preview("preview/overview.png", METHODS.h1), content)
}

pub(super) fn page(press: &Press, metric: &'static Metric) -> Page {
    let formula = metric.formula.and_then(|text| Formula::parse(text).ok());
    let mut facts = vec![("Name in links and files", Markup::from(el("code").with(metric.id)))];
    let unit = metric.unit.to_string();
    if !unit.is_empty() {
        facts.insert(0, ("Unit", unit.into()));
    }
    facts.push(("Kind", metric.kind.words().into()));
    facts.extend(formula.map(|formula| ("Formula", formula.print(&Term::words).into())));
    facts.extend(metric.formula.map(|text| ("As it runs", el("code").with(text).into())));
    facts.push(("Cannot see", metric.limits.into()));
    facts.push(("Measured for", format!("{} subnets in this snapshot", measured(press, metric)).into()));
    let facts =
        facts.into_iter().map(|(name, what)| Markup::from(el("dt").with(name)).and(el("dd").with(what)));
    let route = Route::Method(metric, Plain::default());
    let content = el("div")
        .class("wrap prose")
        .with(press.heading(metric.label, metric.definition))
        .with(el("dl").class("facts").with_all(facts));
    let head = Head::new(metric.label, metric.definition, route.path());
    Page::new(press, &route, head, content)
}

fn measured(press: &Press, metric: &Metric) -> String {
    let snapshot = &press.ledger.snapshot;
    format!("{} of {}", snapshot.measured(metric), snapshot.subnets.len())
}
