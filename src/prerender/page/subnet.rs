//! `/subnet/64`

use super::Page;
use crate::chart::identicon;
use crate::finding::{self, figures, shipped};
use crate::format;
use crate::markup::{Element, Markup, el, xml};
use crate::model::Rung;
use crate::prerender::head::Head;
use crate::prerender::ledger::Registration;
use crate::prerender::press::{Press, WHOLE};
use crate::registry::{self, Group};
use crate::view::{Page as Plain, Route};

pub(super) fn page(press: &Press, route: &Route, row: usize) -> Page {
    let (ledger, snapshot) = (press.ledger, &press.ledger.snapshot);
    let (subnet, holder) = (&snapshot.subnets[row], &ledger.holders[row]);
    let rank = ledger.ranks.get(row).copied().flatten();
    let about = shipped::described(Some(&holder.profile));
    let clock = ledger.clock(holder).map(|spec| el("section").with(press.chart(&spec, "h2", WHOLE)));
    let received = finding::received(&holder.history, &press.locale);
    let day = snapshot.as_of.day;
    let evidence = ledger.evidence(holder);
    let since = finding::since_last_ship(&holder.history, &evidence, day, &press.locale);
    let flags = subnet.name_flags.iter().map(|flag| el("p").class("note").with(flag.as_str()));
    let content = el("article")
        .class("wrap")
        .with(title(press, row))
        .with_all(flags)
        .with(el("p").class("lede").with(about.as_str()))
        .with(press.figures(&figures::of_subnet(snapshot, rank, row, &press.locale)))
        .with(rungs(holder, row, press))
        .with(clock)
        .with(received.map(|sentence| el("p").class("sub").with(sentence)))
        .with(since.map(|sentence| el("p").class("sentence").with(sentence)))
        .with(measured(press, row));
    Page::new(press, route, head(press, row, route), content)
}

fn title(press: &Press, row: usize) -> Element {
    let subnet = &press.ledger.snapshot.subnets[row];
    let name = press.name(&press.ledger.holders[row]);
    let symbol = format::shown_text(&subnet.symbol, 4);
    let category = subnet.category.clone().unwrap_or_else(|| "not classified".to_owned());
    let line = el("p")
        .with(format!("SN{} · ", subnet.id.netuid()))
        .with(el("bdi").with(symbol))
        .with(format!(" · {category} · {}", finding::registration(subnet.id)));
    let words = el("div").with(el("h1").class("name").with(el("bdi").with(name))).with(line);
    let squares = identicon(subnet.id).into_iter().map(|(x, y)| {
        let square = xml("rect").attr("x", x.to_string()).attr("y", y.to_string());
        square.attr("width", "1").attr("height", "1")
    });
    let face = xml("svg").class("identicon").attr("viewBox", "0 0 7 7").attr("aria-hidden", "true");
    el("header").class("profile-head").with(face.with_all(squares)).with(words)
}

/// What a search engine and a chat program are told of a subnet.
fn head(press: &Press, row: usize, route: &Route) -> Head {
    let (ledger, id) = (press.ledger, press.ledger.snapshot.subnets[row].id);
    let name = press.name(&ledger.holders[row]);
    let amount = |metric: &str| {
        let metric = registry::known(metric);
        format::with_unit(ledger.snapshot.value(metric, row), metric, &press.locale)
    };
    let rank = finding::place(ledger.ranks.get(row).copied().flatten());
    let words = format!(
        "Earned {} ({} of all; {rank}). {}. As of {}.",
        amount("emission_tao_day"),
        amount("emission_share"),
        shipped::headline(ledger.snapshot.subnets[row].ladder),
        press.as_of()
    );
    // Both addresses are of one page; the slot is the one that people look for.
    let path = format!("/subnet/{}", id.netuid());
    Head::new(format!("{name} (SN{})", id.netuid()), words, path)
        .preview(format!("preview/{id}.png"), format!("{name}: {}", route.path()))
        .oembed(format!("oembed/{id}.json"))
        .feed(format!("data/current/subnet/{id}.feed"), format!("What happened to {name} (SN{id})"))
}

/// The ladder, written out.
fn rungs(holder: &Registration, row: usize, press: &Press) -> Element {
    let ladder = press.ledger.snapshot.subnets[row].ladder;
    let steps = Rung::ALL.into_iter().map(|rung| {
        let state = ladder.state(rung);
        el("li")
            .class(state.id())
            .with(el("b").with(format!("{} {}", rung.number(), rung.name())))
            .with(el("span").with(state.words()))
            .with(el("small").with(shipped::note(&holder.profile, ladder, rung)))
    });
    el("section").with(el("h2").with(shipped::headline(ladder))).with(el("ol").class("rungs").with_all(steps))
}

/// Every metric of the registry.
fn measured(press: &Press, row: usize) -> Element {
    let groups = Group::ALL.into_iter().map(|group| {
        let metrics = registry::all().filter(|metric| metric.group == group).map(|metric| {
            let method = press.site.link(&Route::Method(metric, Plain::default()));
            let name = el("dt").with(el("a").attr("href", method).with(metric.label));
            el("div").with(name).with(el("dd").with(press.number(metric, row)))
        });
        el("section").with(el("h3").with(group.label())).with(el("dl").class("sheet").with_all(metrics))
    });
    let all: Markup = el("div").class("sheets").with_all(groups).into();
    el("section").with(el("h2").with("Everything measured")).with(all)
}
