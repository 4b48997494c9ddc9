//! `/subnet/64`

use super::{Page, claims};
use crate::chart::identicon;
use crate::finding::shipped::Shown;
use crate::finding::{self, figures, shipped, usage};
use crate::format;
use crate::markup::figure::{WHOLE, chart};
use crate::markup::inert;
use crate::markup::{self, Element, Markup, el, xml};
use crate::model::Evidence;
use crate::prerender::head::Head;
use crate::prerender::ledger::Registration;
use crate::prerender::press::{Press, plain, prose, table};
use crate::registry::{self, Group};
use crate::view::{Choice, Page as Plain, Route, SubnetTab, heading};

pub(super) fn page(press: &Press, route: &Route, row: usize) -> Page {
    let (ledger, snapshot) = (press.ledger, &press.ledger.snapshot);
    let (subnet, holder) = (&snapshot.subnets[row], &ledger.holders[row]);
    let rank = ledger.ranks.get(row).copied().flatten();
    let about = finding::described(Some(&holder.profile));
    let spec = ledger.clock(holder);
    let clock = spec.as_ref().map(|spec| el("section").with(chart(spec, "h2", WHOLE)));
    let received = finding::received(snapshot, &holder.history, &press.locale);
    let day = snapshot.as_of.day;
    let evidence = ledger.evidence(holder);
    let since = finding::since_last_ship(snapshot, &holder.history, &evidence, day, &press.locale);
    let flags = subnet.name_flags.iter().map(|flag| el("p").class("note").with(flag.as_str()));
    let content = el("article")
        .class("wrap")
        .with(title(press, row))
        .with_all(flags)
        .with(parts())
        .with(el("p").class("lede").with(about.as_str()))
        .with(press.figures(&figures::of_subnet(snapshot, rank, row, &press.locale)))
        .with(ladder(holder, row, press))
        .with(clock)
        .with(received.map(|sentence| el("p").class("sub").with(press.said(&sentence))))
        .with(since.map(|sentence| el("p").class("sentence").with(press.said(&sentence))))
        .with(
            day.and_then(|day| finding::movement::of(&holder.profile, &evidence, day))
                .map(|told| markup::movement(&told)),
        )
        .with(used(press, holder, &evidence, row))
        .with(measured(press, row));
    Page::new(press, route, head(press, row), content)
}

fn title(press: &Press, row: usize) -> Element {
    let subnet = &press.ledger.snapshot.subnets[row];
    let name = press.name(&press.ledger.holders[row]);
    let symbol = format::shown_text(&subnet.symbol, 4);
    let category = subnet.category.clone().unwrap_or_else(|| "not classified".to_owned());
    let line =
        el("p").with(format!("SN{} · ", subnet.id.netuid())).with(el("bdi").with(symbol)).with(format!(
            " · {category} · {} · {}",
            finding::registered(&press.ledger.snapshot, row, &press.locale),
            finding::registration(subnet.id)
        ));
    let words = el("div").with(el("h1").class("name").with(el("bdi").with(name))).with(line);
    let squares = identicon(subnet.id).into_iter().map(|(x, y)| {
        let square = xml("rect").attr("x", x.to_string()).attr("y", y.to_string());
        square.attr("width", "1").attr("height", "1")
    });
    let face = xml("svg").class("identicon").attr("viewBox", "0 0 7 7").attr("aria-hidden", "true");
    let acts = el("ul").class("acts").flag("inert").with(el("li").with(inert::button("Compare")));
    el("header").class("profile-head").with(face.with_all(squares)).with(words).with(acts)
}

/// The parts of the page that the program leads to: a file does not have all of them.
fn parts() -> Element {
    let parts = SubnetTab::PARTS.map(|part| el("li").with(part.label()));
    let list = el("ul").class("inline").with_all(parts);
    el("nav").class("parts").attr("aria-label", "Parts of this page").flag("inert").with(list)
}

/// What a search engine and a chat program are told of a subnet.
fn head(press: &Press, row: usize) -> Head {
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
        .preview(format!("preview/{id}.png"), super::pictured(press, row).headline)
        .oembed(format!("oembed/{id}.json"))
        .feed(format!("data/current/subnet/{id}.feed"), format!("What happened to {name} (SN{id})"))
}

/// The ladder, written out, with its evidence.
fn ladder(holder: &Registration, row: usize, press: &Press) -> Element {
    let ladder = press.ledger.snapshot.subnets[row].ladder;
    let evidence = &holder.profile.evidence;
    let evidence = (!evidence.is_empty()).then(|| {
        let columns = [plain("Rung"), prose("What"), plain("Day"), plain("Known by")];
        let rows = evidence.iter().map(|item| known_by(press, &shipped::evidence(item)));
        el("details")
            .class("evidence")
            .with(el("summary").with(format!("Evidence ({})", evidence.len())))
            .with(table("prose-table", columns, rows))
    });
    el("section")
        .with(el("h2").with(shipped::headline(ladder)))
        .with(el("p").class("sub").with(shipped::LADDER))
        .with(markup::rungs(ladder, |rung| shipped::note(&holder.profile, ladder, rung, None)))
        .with(evidence)
}

fn known_by(press: &Press, item: &Shown) -> [Markup; 4] {
    let what = el("bdi").with(item.what.as_str());
    let what: Markup = match &item.link {
        Some(url) => {
            el("a").attr("href", url).attr("rel", "noopener noreferrer ugc nofollow").with(what).into()
        }
        None if item.claim => {
            el("a").attr("href", press.site.link(&Route::Claims(Plain::default()))).with(what).into()
        }
        None => what.into(),
    };
    let shared = item.shared.as_ref().map(|shared| el("small").with(format!(" shared with {shared}")));
    [item.rung.as_str().into(), what.and(shared), item.day.as_str().into(), item.grade.as_str().into()]
}

/// What is known of its use, with what is said of it; and the other claims about it.
fn used(press: &Press, holder: &Registration, evidence: &[Evidence], row: usize) -> Markup {
    let ladder = press.ledger.snapshot.subnets[row].ladder;
    let known = el("p").with(usage::known(Some(&holder.profile), evidence, ladder));
    let listed = usage::claims(&press.ledger.claims.claims, holder.id);
    let parts = [SubnetTab::Usage, SubnetTab::Claims].into_iter().zip(listed).enumerate();
    Markup::all(parts.map(|(which, (tab, claims))| {
        let rows = claims.iter().map(|claim| claims::row(press, claim));
        el("section")
            .attr("id", tab.id())
            .with(el("h2").with(heading::USE_AND_CLAIMS[which]))
            .with((which == 0).then(|| known.clone()))
            .with(el("p").class("sub").with(usage::before(which, claims.is_empty())))
            .with(el("div").class("claims").with_all(rows))
    }))
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
