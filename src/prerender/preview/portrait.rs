//! The preview of one subnet: who it is and how it stands today, above its curve of what it received.

use super::{LEAST, PAPER};
use crate::chart::geometry::Size;
use crate::chart::palette::Paint;
use crate::chart::spec::{ChartSpec, Plot};
use crate::chart::svg::{self, SANS};
use crate::chart::{build::plane_chart, measure};
use crate::finding;
use crate::format;
use crate::markup::{Element, Markup, xml};
use crate::model::{Ladder, Rung};
use crate::prerender::ledger::{Ledger, Registration};
use crate::prerender::press::Press;
use crate::registry;
use crate::view::Plane;

const SERIF: &str = "Iowan Old Style,Charter,Palatino Linotype,Georgia,serif";
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
    let clock = ledger.clock(registration).map(earned);
    // Where nothing is known of its days, its place among all is.
    let spec = clock.or_else(|| Some(plane_chart(&ledger.snapshot, &Plane::default(), &[row?])))?;
    let facts = row.map(|row| facts(press, row).map(Some)).unwrap_or_default();
    let line = match row {
        Some(_) => format!("SN{}", id.netuid()),
        None => finding::former(id),
    };
    let tenure = row.is_none().then(|| finding::tenure(&registration.profile, id));
    Some(drawn(press, &press.name(registration), &line, (facts, tenure), &spec))
}

/// The curve in the colour of what was earned, as everywhere.
fn earned(mut spec: ChartSpec) -> ChartSpec {
    if let Plot::Lines(lines) = &mut spec.plot {
        lines.series.iter_mut().for_each(|series| series.slot = EARNED);
    }
    spec
}

fn facts(press: &Press, row: usize) -> [Fact; 3] {
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
            let under = if rank.is_certain() { "under all three definitions" } else { "by the definition" };
            (format!("rank {rank} of {}", rank.of), format!("{under} of earned"))
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

fn drawn(
    press: &Press,
    name: &str,
    line: &str,
    (facts, tenure): ([Option<Fact>; 3], Option<String>),
    spec: &ChartSpec,
) -> String {
    let colour = |paint: Paint| PAPER.colour(paint);
    let text = |(x, y): (f64, f64), size: f64, paint: Paint, words: &str| -> Element {
        let place = xml("text").attr("x", x.to_string()).attr("y", y.to_string());
        place.attr("font-size", size.to_string()).attr("fill", colour(paint)).with(words)
    };
    let fitted =
        |words: &str, size: f64, room: f64| measure::cut(words, room, |text| measure::width(text, size));
    let title = xml("text")
        .attr("x", PAD.to_string())
        .attr("y", "92")
        .with(serif(38.0, colour(Paint::Ink)).with(fitted(name, 38.0 * 1.1, ROOM - 130.0)))
        .with(
            xml("tspan")
                .attr("dx", "12")
                .attr("font-size", "17")
                .attr("fill", colour(Paint::Muted))
                .with(line),
        );
    let facts = facts.iter().flatten().enumerate().map(|(at, fact)| {
        let x = PAD + at as f64 * ROOM / 3.0;
        let room = ROOM / 3.0 - 12.0;
        xml("g")
            .with(
                text((x, 128.0), 23.0, fact.paint, &fitted(&fact.value, 23.0, room))
                    .attr("font-weight", "600"),
            )
            .with(text((x, 146.0), 12.5, Paint::Muted, &fitted(&fact.label, 12.5, room)))
    });
    let tenure = tenure.map(|words| text((PAD, 128.0), 15.0, Paint::Ink, &fitted(&words, 15.0, ROOM)));
    let rule = xml("path").attr("d", format!("M{PAD} 158.5h{ROOM}")).attr("stroke", colour(Paint::Rule));
    let size = Size { width: ROOM, height: LEAST.height - PLOT.0 - PLOT.1 };
    let plot = Markup::drawing(svg::render(spec, size, PAPER));
    let foot = LEAST.height - 14.0;
    let as_of = text((LEAST.width - PAD, 42.0), 12.5, Paint::Muted, &press.as_of());
    let picture = xml("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", LEAST.width.to_string())
        .attr("height", LEAST.height.to_string())
        .attr("font-family", SANS)
        .with(mark())
        .with(
            xml("text")
                .attr("x", (PAD + 26.0).to_string())
                .attr("y", "43")
                .with(serif(16.0, colour(Paint::Ink)).with("Subnet Ledger")),
        )
        .with(as_of.attr("text-anchor", "end"))
        .with(title)
        .with_all(facts)
        .with(tenure)
        .with(rule)
        .with(text((PAD, 178.0), 12.5, Paint::Muted, &fitted(&spec.subtitle, 12.5, ROOM)))
        .with(xml("g").attr("transform", format!("translate({PAD},{})", PLOT.0)).with(plot))
        .with(text(
            (PAD, foot),
            10.5,
            Paint::Muted,
            &fitted(&format!("Source: {}", without_word(&spec.source)), 10.5, ROOM),
        ));
    Markup::from(picture).as_str().to_owned()
}

/// A source line begins with its word already, or does not.
fn without_word(source: &str) -> &str {
    source.strip_prefix("Source: ").unwrap_or(source)
}

fn serif(size: f64, colour: &str) -> Element {
    let words = xml("tspan").attr("font-family", SERIF).attr("font-weight", "600");
    words.attr("font-size", size.to_string()).attr("fill", colour)
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
