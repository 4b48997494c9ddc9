//! `/methods` and a page for every metric, from the registry.

use super::Page;
use crate::compute::formula::{Formula, Term};
use crate::compute::rank;
use crate::finding::{example, known};
use crate::markup::{Element, Markup, el};
use crate::prerender::head::Head;
use crate::prerender::press::{Press, plain, prose, table, words};
use crate::registry::{self, Group, Metric};
use crate::view::heading::{EARNED, METHODS};
use crate::view::{Page as Plain, Route};

pub(super) fn list(press: &Press, route: &Route) -> Page {
    let groups = Group::ALL.into_iter().map(|group| {
        let rows = registry::all().filter(|metric| metric.group == group).map(|metric| {
            let link = el("a").attr("href", press.site.link(&Route::Method(metric, Plain::default())));
            let name = Markup::from(link.with(metric.label)).and(el("br")).and(el("code").with(metric.id));
            [name, metric.unit_words().into(), metric.definition.into(), measured(press, metric).into()]
        });
        let columns = [plain("Metric"), words("Unit"), prose("What it is"), plain("Measured")];
        el("section").with(el("h2").with(group.label())).with(table("prose-table", columns, rows))
    });
    let content = el("div")
        .class("wrap")
        .with(press.heading(METHODS.h1, METHODS.lede))
        .with(earned(press))
        .with_all(groups);
    let head = Head::new(METHODS.title, METHODS.lede, route.path());
    let (picture, shown) = super::plane_picture(press);
    Page::new(press, route, head.preview(picture, shown), content)
}

/// The definitions of earned, and what a rank makes of them.
fn earned(press: &Press) -> Element {
    let [title, before, after] = EARNED;
    let definitions = rank::definitions().map(|metric| {
        let link = el("a").attr("href", press.site.link(&Route::Method(metric, Plain::default())));
        Markup::from(el("dt").with(link.with(metric.label))).and(el("dd").with(metric.definition))
    });
    el("section")
        .attr("id", "three")
        .with(el("h2").with(title))
        .with(el("p").with(before))
        .with(el("dl").class("facts").with_all(definitions))
        .with(el("p").with(after))
}

pub(super) fn page(press: &Press, metric: &'static Metric) -> Page {
    let formula = metric.formula.and_then(|text| Formula::parse(text).ok());
    let mut facts = vec![
        ("Unit", Markup::from(metric.unit_words())),
        ("Kind", metric.kind_words().into()),
        ("Name in links and files", el("code").with(metric.id).into()),
    ];
    facts.extend(formula.map(|formula| ("Formula", formula.print(&Term::words).into())));
    facts.extend(metric.formula.map(|text| ("As it runs", el("code").with(text).into())));
    facts.push(("Cannot see", metric.limits.into()));
    facts.extend(
        known::how(&press.ledger.snapshot, metric, &press.locale).map(|how| ("How it is known", how.into())),
    );
    facts.push(("Measured for", format!("{} subnets in this snapshot", measured(press, metric)).into()));
    let facts =
        facts.into_iter().map(|(name, what)| Markup::from(el("dt").with(name)).and(el("dd").with(what)));
    let route = Route::Method(metric, Plain::default());
    let methods = el("a").attr("href", press.site.link(&Route::Methods(Plain::default())));
    let methods = methods.with(METHODS.title);
    let content = el("div")
        .class("wrap prose")
        .with(el("p").class("crumb").with(methods))
        .with(press.heading(metric.label, metric.definition))
        .with(el("dl").class("facts").with_all(facts))
        .with(worked(press, metric));
    let head = Head::new(metric.label, metric.definition, route.path());
    let (picture, shown) = super::plane_picture(press);
    Page::new(press, &route, head.preview(picture, shown), content)
}

/// The metric worked out for the subnet where it is largest.
fn worked(press: &Press, metric: &'static Metric) -> Element {
    let Some((row, worked)) = example::of(&press.ledger.snapshot, metric, &press.locale) else {
        return el("p").class("note").with(example::NONE);
    };
    let worked = el("p").with(press.subnet(row)).with(": ").with(worked).with(press.number(metric, row));
    el("section")
        .with(el("h2").with(example::TITLE))
        .with(el("p").class("sub").with(example::WHOSE))
        .with(worked)
}

fn measured(press: &Press, metric: &Metric) -> String {
    let snapshot = &press.ledger.snapshot;
    format!("{} of {}", snapshot.measured(metric), snapshot.subnets.len())
}
