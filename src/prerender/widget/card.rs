//! One subnet on a card: what it earns, and what it can be shown to have shipped.

use super::{File, Subject};
use crate::finding::{self, shipped};
use crate::format;
use crate::markup::{Element, Markup, el};
use crate::model::Rung;
use crate::registry;
use crate::view::Widget;

pub(super) fn file(subject: &Subject) -> File {
    let id = subject.registration.id;
    let widget = Widget::Card(subject.reference);
    let Some(row) = subject.row else {
        let tenure = finding::tenure(&subject.registration.profile, id);
        let words = el("p").with(tenure).into();
        return subject.document(&widget, finding::former(id), words, "the chain’s registrations");
    };
    let (press, snapshot) = (subject.press, &subject.press.ledger.snapshot);
    let subnet = &snapshot.subnets[row];
    let flags = subnet.name_flags.iter().map(|flag| el("p").class("flag").with(flag.as_str()));
    let figures = ["emission_tao_day", "emission_share", "price_tao"].map(|id| figure(subject, row, id));
    let rank = finding::place(press.ledger.ranks.get(row).copied().flatten());
    let rungs = Rung::ALL.map(|rung| {
        let state = subnet.ladder.state(rung);
        el("li").class(state.id()).with(format!("{}: {}", rung.name(), state.words()))
    });
    let searched = snapshot.searched_on.map(|day| format!(", searched {}", format::day(day)));
    let shipped = format!("{}{}.", shipped::headline(subnet.ladder), searched.unwrap_or_default());
    let content = Markup::all(flags)
        .and(el("dl").with_all(figures))
        .and(el("p").class("sub").with(format!("Earned: {rank}.")))
        .and(el("p").class("sub").with(shipped))
        .and(el("ol").with_all(rungs));
    let category = subnet.category.clone().unwrap_or_else(|| "not classified".to_owned());
    let line = format!("SN{} · {category}", id.netuid());
    let source = snapshot.reading(registry::known("emission_tao_day"), row).provenance.source;
    subject.document(&widget, line, content, &subject.source(source))
}

fn figure(subject: &Subject, row: usize, id: &str) -> Element {
    let metric = registry::known(id);
    let value = subject.press.ledger.snapshot.value(metric, row);
    let class = match (value.number(), metric.group) {
        (None, _) => "missing",
        (Some(_), registry::Group::Earned) => "earned",
        (Some(_), _) => "plain",
    };
    let text = format::with_unit(value, metric, &subject.press.locale);
    el("div").with(el("dt").with(metric.label)).with(el("dd").class(class).with(text))
}
