//! `/network`

use super::Page;
use crate::chart::build::{lorenz, lorenz_sentence};
use crate::chart::spec::ChartSpec;
use crate::compute::concentration::Concentration;
use crate::finding::card::{Card, Tally};
use crate::finding::figures::{left_out, of_concentration, of_lead};
use crate::finding::{self, events, slots};
use crate::format;
use crate::markup::figure::{SQUARE, chart_said};
use crate::markup::inert;
use crate::markup::{Element, Markup, el};
use crate::prerender::head::Head;
use crate::prerender::press::{Press, plain, prose, table, table_alone, words};
use crate::registry::{Metric, Style};
use crate::snapshot::wire::Event;
use crate::view::heading::{self, NETWORK};
use crate::view::{Network, Route};

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let (ledger, rows) = (press.ledger, press.ledger.rows());
    let metric = Network::default().metric;
    let spread = finding::spread(&ledger.snapshot, metric, &rows);
    let spec = lorenz(&ledger.snapshot, metric, &rows, &spread);
    let filled = slots::sentence(&ledger.snapshot, &slots::by_band(&ledger.snapshot, &rows), &press.locale);
    let shown = match &spread {
        Ok(spread) => concentrated(press, metric, &rows, &spec, spread),
        Err(reason) => el("p").class("note").attr("role", "status").with(reason.to_string()),
    };
    let of = inert::metrics(&ledger.snapshot, "Of", metric, Metric::is_part);
    let content = el("div")
        .class("wrap")
        .with(press.heading(NETWORK.h1, NETWORK.lede))
        .with(inert::controls([of]))
        .with(inert::conditions())
        .with(shown)
        .with(bands(press, press.said(&filled), &rows))
        .with(happened(press));
    let head = Head::new(NETWORK.title, format!("{}. {}.", spec.headline, press.text(&filled)), route.path())
        .preview("preview/network.png", spec.headline.clone())
        .feed("data/current/feed", "What happened in the network");
    Page::new(press, route, head, content)
}

/// How the sum of a metric is spread, how far the first lies before the second, and the curve.
fn concentrated(
    press: &Press,
    metric: &'static Metric,
    rows: &[usize],
    spec: &ChartSpec,
    spread: &Concentration,
) -> Element {
    let snapshot = &press.ledger.snapshot;
    let lead = of_lead(snapshot, metric, spread, rows, &press.locale)
        .map(|parts| el("p").class("sentence").with(press.said(&parts)));
    let missing = left_out(spread, rows).map(|missing| el("p").class("note").with(missing));
    let said = lorenz_sentence(snapshot, metric, rows, spread, &press.locale);
    let curve = chart_said(spec, press.said(&said), SQUARE);
    el("section")
        .with(press.figures(&of_concentration(snapshot, metric, spread, rows, &press.locale)))
        .with(lead)
        .with(missing)
        .with(el("div").class("lorenz").with(curve))
}

/// Full slots by thirds of market cap.
fn bands(press: &Press, filled: Markup, rows: &[usize]) -> Element {
    let snapshot = &press.ledger.snapshot;
    let lines = slots::by_band(snapshot, rows).map(|band| {
        let share = if band.rows.is_empty() { 0.0 } else { band.full as f64 / band.rows.len() as f64 };
        let third = format!("{} caps: a third of {}", band.name, finding::whose(snapshot, rows));
        let full = Card::of_tally(snapshot, Tally::Full, &band.rows, &third, &press.locale);
        [
            format!("{} caps", band.name).into(),
            el("span").class("number").with(full.value).into(),
            format::number(share, Style::Percent(0), &press.locale).into(),
        ]
    });
    el("section")
        .with(el("h2").with(filled))
        .with(el("p").class("sub").with(format!("{} {}", heading::FULL_SLOTS, slots::OF_BOTH)))
        .with(table_alone("narrow", ["Third", "Full", "Share"].map(plain), lines))
}

/// The rules that divided the emission, and under them everything that happened.
fn happened(press: &Press) -> Markup {
    let all = &press.ledger.events;
    let rules = events::rules(all).map(|event| {
        let [day, kind, _, what] = cells(press, event);
        [day, kind, what]
    });
    let columns = [plain("Day"), words("Kind"), prose("What")];
    let rules = el("section")
        .attr("id", "rules")
        .with(el("h2").with("Rules of emission over time"))
        .with(el("p").class("sub").with(heading::RULES))
        .with(table("prose-table", columns, rules));
    let columns = [plain("Day"), words("Kind"), words("Whose"), prose("What")];
    let happened = el("section")
        .attr("id", "events")
        .with(el("h2").with("What happened"))
        .with(el("p").class("sub").with(heading::EVENTS))
        .with(table("prose-table", columns, events::newest(all, None).map(|event| cells(press, event))));
    Markup::from(rules).and(happened)
}

fn cells(press: &Press, event: &Event) -> [Markup; 4] {
    let whose = match events::row(event, &press.ledger.snapshot) {
        Some(row) => Markup::from(press.slot(row)).and(press.subnet(row)),
        None => events::whose(event).into(),
    };
    let what: Markup = el("bdi").with(format::shown_text(&event.what, 240)).into();
    [events::day(event).into(), events::kind(event).into(), whose, what]
}
