//! The preview of one subnet: who it is and how it stands today, above its curve of what it received.

use super::{LEAST, PAPER};
use crate::chart::geometry::Size;
use crate::chart::measure;
use crate::chart::palette::Paint;
use crate::chart::spec::{ChartSpec, Plot};
use crate::chart::svg::{self, SANS, SERIF};
use crate::finding;
use crate::format;
use crate::markup::{Element, Markup, xml};
use crate::model::{Ladder, Rung, RungState};
use crate::prerender::ledger::{Ledger, Registration};
use crate::prerender::press::Press;
use crate::registry;

const PAD: f64 = 26.0;
/// Width of what is inside the margins.
const ROOM: f64 = LEAST.width - 2.0 * PAD;
/// Where the curve begins, below the words, and how much is left below it for its source.
const PLOT: (f64, f64) = (186.0, 32.0);
/// The colour of a comparison that is the colour of what was earned.
const EARNED: u8 = 1;

/// A number that most readers come for, with what it is.
struct Fact {
    value: String,
    label: String,
    paint: Paint,
}

/// The picture of a registration; `None` for a former one of whose days nothing is known.
pub fn portrait(press: &Press, registration: &Registration) -> Option<String> {
    let (ledger, id) = (press.ledger, registration.id);
    let row = ledger.snapshot.row(id.into());
    // Where nothing is known of its days, its ladder is.
    let below = match ledger.clock(registration) {
        Some(spec) => plot(&earned(spec)),
        None => rungs(ledger.snapshot.subnets[row?].ladder),
    };
    let (line, stands) = match row {
        Some(row) => (format!("SN{}", id.netuid()), facts(press, row)),
        None => {
            let tenure = finding::tenure(&registration.profile, id);
            // From when to when; the rest is said on its page.
            let held = tenure.split_once(", ").map_or(tenure.as_str(), |(held, _)| held);
            (finding::former(id), text((PAD, 128.0), 15.0, Paint::Ink, &fitted(held, 15.0, ROOM)).into())
        }
    };
    let picture = xml("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", LEAST.width.to_string())
        .attr("height", LEAST.height.to_string())
        .attr("font-family", SANS)
        .with(head(press, &press.name(registration), &line))
        .with(stands)
        .with(xml("path").attr("d", format!("M{PAD} 158.5h{ROOM}")).attr("stroke", PAPER.colour(Paint::Rule)))
        .with(below);
    Some(Markup::from(picture).as_str().to_owned())
}

/// The site, the day, and who it is.
fn head(press: &Press, name: &str, line: &str) -> Markup {
    let serif = |size: f64| {
        let words = xml("tspan").attr("font-family", SERIF).attr("font-weight", "600");
        words.attr("font-size", size.to_string()).attr("fill", PAPER.colour(Paint::Ink))
    };
    let at = |x: f64, y: f64| xml("text").attr("x", x.to_string()).attr("y", y.to_string());
    let beside =
        xml("tspan").attr("dx", "12").attr("font-size", "17").attr("fill", PAPER.colour(Paint::Muted));
    let room = ROOM - 24.0 - measure::width(line, 17.0);
    let as_of = text((LEAST.width - PAD, 42.0), 12.5, Paint::Muted, &press.as_of());
    Markup::from(mark())
        .and(at(PAD + 24.0, 43.0).with(serif(16.0).with("Subnet Ledger")))
        .and(as_of.attr("text-anchor", "end"))
        .and(at(PAD, 92.0).with(serif(38.0).with(fitted(name, 38.0 * 1.1, room))).with(beside.with(line)))
}

/// The numbers that most readers come for, side by side.
fn facts(press: &Press, row: usize) -> Markup {
    let room = ROOM / 3.0 - 12.0;
    let drawn = numbers(press, row).into_iter().enumerate().map(|(at, fact)| {
        let x = PAD + at as f64 * ROOM / 3.0;
        let value = text((x, 128.0), 23.0, fact.paint, &fitted(&fact.value, 23.0, room));
        let label = text((x, 146.0), 12.5, Paint::Muted, &fitted(&fact.label, 12.5, room));
        xml("g").with(value.attr("font-weight", "600")).with(label)
    });
    Markup::all(drawn)
}

/// The chart between what it shows and where that is from.
fn plot(spec: &ChartSpec) -> Markup {
    let size = Size { width: ROOM, height: LEAST.height - PLOT.0 - PLOT.1 };
    let drawing = Markup::drawing(svg::render(spec, size, PAPER));
    // The day of the snapshot stands at the top.
    let source = spec.source.split_once("; snapshot").map_or(spec.source.as_str(), |(name, _)| name);
    let source = fitted(source, 10.5, ROOM);
    Markup::from(text((PAD, 178.0), 12.5, Paint::Muted, &fitted(&spec.subtitle, 12.5, ROOM)))
        .and(xml("g").attr("transform", format!("translate({PAD},{})", PLOT.0)).with(drawing))
        .and(text((PAD, LEAST.height - 14.0), 10.5, Paint::Muted, &source))
}

/// The ladder, rung beside rung.
fn rungs(ladder: Ladder) -> Markup {
    let step = ROOM / Rung::ALL.len() as f64;
    let drawn = Rung::ALL.into_iter().enumerate().map(|(at, rung)| {
        let x = PAD + at as f64 * step;
        let state = ladder.state(rung);
        let (bar, ink) = match state {
            RungState::Satisfied => (Paint::Shipped, Paint::Ink),
            _ => (Paint::Rule, Paint::Muted),
        };
        let bar = xml("path")
            .attr("d", format!("M{x} 222h{}", step - 10.0))
            .attr("stroke-width", "6")
            .attr("stroke", PAPER.colour(bar));
        let line = |y: f64, words: &str| text((x, y), 12.5, ink, &fitted(words, 12.0, step - 8.0));
        xml("g").with(bar).with(line(250.0, rung.name())).with(line(270.0, state.words()))
    });
    let what = "The ladder of evidence. No payments of single days are known of this registration.";
    Markup::from(text((PAD, 178.0), 12.5, Paint::Muted, what)).and(Markup::all(drawn))
}

/// Words at a place, of a size, in a colour.
fn text((x, y): (f64, f64), size: f64, paint: Paint, words: &str) -> Element {
    let place = xml("text").attr("x", x.to_string()).attr("y", y.to_string());
    place.attr("font-size", size.to_string()).attr("fill", PAPER.colour(paint)).with(words)
}

fn fitted(words: &str, size: f64, room: f64) -> String {
    measure::cut(words, room, |text| measure::width(text, size))
}

/// The curve in the colour of what was earned, as everywhere.
fn earned(mut spec: ChartSpec) -> ChartSpec {
    if let Plot::Lines(lines) = &mut spec.plot {
        lines.series.iter_mut().for_each(|series| series.slot = EARNED);
        // There is no room for the words of rules, and a number without them would say nothing.
        lines.events.retain(|event| event.series.is_some());
    }
    spec
}

fn numbers(press: &Press, row: usize) -> [Fact; 3] {
    let ledger: &Ledger = press.ledger;
    let amount = |id: &str| {
        let metric = registry::known(id);
        let value = ledger.snapshot.value(metric, row);
        (format::with_unit(value, metric, &press.locale), value.number().is_some())
    };
    let (emission, measured) = amount("emission_tao_day");
    let (share, _) = amount("emission_share");
    let earned = Fact {
        value: emission,
        label: if measured { format!("earned a day, {share} of all") } else { "earned a day".to_owned() },
        paint: if measured { Paint::Earned } else { Paint::Muted },
    };
    let (value, label) = match ledger.ranks.get(row).copied().flatten() {
        None => ("no rank".to_owned(), "by what is earned: not measured".to_owned()),
        Some(rank) => {
            let by = if rank.is_certain() { " by what is earned" } else { ", by the definition" };
            (format!("rank {rank}"), format!("of {}{by}", rank.of))
        }
    };
    let rank = Fact { value, label, paint: Paint::Ink };
    let searched = ledger.snapshot.searched_on.map(|day| format!("searched {}", format::day(day)));
    [earned, rank, shipped(ledger.snapshot.subnets[row].ladder, &searched.unwrap_or_default())]
}

fn shipped(ladder: Ladder, searched: &str) -> Fact {
    let (value, label, paint) = match (ladder.highest(), ladder.searched()) {
        (Some(rung), _) => (
            format!("rung {} of {}", rung.number(), Rung::ALL.len()),
            format!("shipped: {}", rung.name()),
            Paint::Shipped,
        ),
        (None, true) => ("nothing found".to_owned(), format!("shipped, {searched}"), Paint::Muted),
        (None, false) => ("not searched".to_owned(), "shipped".to_owned(), Paint::Muted),
    };
    Fact { value, label, paint }
}

/// The mark of the site, in the colours of a file.
fn mark() -> Element {
    let stroke = |path: &str, paint: Paint, width: &str| {
        let line = xml("path").attr("d", path).attr("stroke", PAPER.colour(paint));
        line.attr("stroke-width", width)
    };
    xml("g")
        .attr("transform", format!("translate({},28)", PAD - 3.0))
        .with(stroke("M3 3v14M17 3v14M10 2v16", Paint::Ink, "1.2"))
        .with(stroke("M4.5 6h4M4.5 10h4M4.5 14h4", Paint::Earned, "2"))
        .with(stroke("M11.5 8h4M11.5 14h4", Paint::Shipped, "2"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::palette::Theme;

    #[test]
    fn the_curve_has_the_colour_of_what_was_earned() {
        assert_eq!(Theme::Light.colour(Paint::Series(EARNED)), Theme::Light.colour(Paint::Earned));
    }

    #[test]
    fn a_rung_is_named_and_its_absence_too() {
        let says = |letters: &str| {
            let fact = shipped(Ladder::from_letters(letters).unwrap(), "searched 2 Aug 2026");
            (fact.value, fact.label)
        };
        assert_eq!(says("sns--"), ("rung 3 of 5".to_owned(), "shipped: reachable product".to_owned()));
        assert_eq!(says("nnncc"), ("nothing found".to_owned(), "shipped, searched 2 Aug 2026".to_owned()));
        assert_eq!(says("-----"), ("not searched".to_owned(), "shipped".to_owned()));
    }
}
