//! Badges: one reading of one subnet as a small picture, for READMEs.

use super::before::Before;
use super::{File, Subject};
use crate::chart::measure;
use crate::chart::palette::{Paint, Theme};
use crate::chart::svg::SANS;
use crate::finding::{self, shipped};
use crate::format;
use crate::markup::{Element, Markup, xml};
use crate::model::Rung;
use crate::registry;

const FONT: f64 = 11.0;
const HEIGHT: f64 = 20.0;
const PAD: f64 = 7.0;
/// Badges are as wide as a multiple of this, in pixels.
const STEP: f64 = 10.0;

/// What a badge says: its file, what it is, the reading, and the source of it.
struct Badge {
    name: &'static str,
    label: String,
    reading: String,
    source: String,
    /// The colour of the reading.
    paint: Paint,
}

pub(super) fn files(subject: &Subject) -> Vec<File> {
    let themes = [(Theme::Light, ""), (Theme::Dark, "-dark")];
    let badges = badges(subject).into_iter().flat_map(|badge| {
        themes.map(|(theme, ending)| File {
            name: format!("badge/{}/{}{ending}.svg", subject.reference, badge.name),
            content: draw(subject, &badge, theme),
        })
    });
    badges.collect()
}

fn badges(subject: &Subject) -> [Badge; 3] {
    let snapshot = &subject.press.ledger.snapshot;
    let metric = |name, id: &str, paint| {
        let metric = registry::known(id);
        let known = subject.row.map(|row| snapshot.reading(metric, row));
        // What is missing has no colour.
        let paint = if known.as_ref().is_some_and(|known| known.value.number().is_some()) {
            paint
        } else {
            Paint::Muted
        };
        let reading = known.map(|known| {
            (format::with_unit(known.value, metric, &subject.press.locale), known.provenance.source)
        });
        let (reading, source) = reading.unwrap_or_else(|| ("slot lost".to_owned(), None));
        Badge {
            name,
            label: format::uncapitalised(metric.label),
            reading,
            source: subject.source(source),
            paint,
        }
    };
    let ladder = subject.row.map(|row| snapshot.subnets[row].ladder);
    let rung = ladder.map(|ladder| match ladder.highest() {
        Some(rung) => format!("{} of {}, {}", rung.number(), Rung::ALL.len(), rung.name()),
        None => shipped::stands(ladder).to_owned(),
    });
    let searched = snapshot.searched_on.map(format::day).unwrap_or_default();
    let words = ladder.map(shipped::in_words).unwrap_or_default();
    [
        metric("emission", "emission_tao_day", Paint::Earned),
        Badge {
            name: "rung",
            label: "shipped".to_owned(),
            reading: rung.unwrap_or_else(|| "slot lost".to_owned()),
            source: format!("evidence searched {searched}. {words}"),
            paint: if ladder.is_some_and(|ladder| ladder.highest().is_some()) {
                Paint::Shipped
            } else {
                Paint::Muted
            },
        },
        metric("price", "price_tao", Paint::Ink),
    ]
}

fn draw(subject: &Subject, badge: &Badge, theme: Theme) -> String {
    let id = subject.registration.id;
    let name = measure::cut(&subject.name(), 150.0, |text| measure::width(text, FONT));
    let day = subject.press.ledger.snapshot.as_of.day.map(format::day).unwrap_or_default();
    let label = format!("{name} · {}", badge.label);
    let reading = match subject.row {
        Some(_) => format!("{}, {day}", badge.reading),
        None => badge.reading.clone(),
    };
    let (left, right) = (room(&label), room(&reading));
    // Pages keep the room that a badge had when its code was made: a number that is a digit longer
    // should rarely change it.
    let width = ((left + right) / STEP).ceil() * STEP;
    let spare = width - left - right;
    let says = match subject.row {
        Some(_) => format!("{label} (SN{}): {reading}", subject.reference),
        None => format!("{label}: {}", finding::former(id)),
    };
    let source = format!("{}. Source: {}", subject.press.as_of(), format::shown_text(&badge.source, 200));
    let before = Before::of(subject).map(|before| format!(". {}", before.words())).unwrap_or_default();
    let rect = |x: f64, width: f64, paint: Paint| {
        xml("rect")
            .attr("x", tenth(x))
            .attr("width", tenth(width))
            .attr("height", tenth(HEIGHT))
            .attr("fill", theme.colour(paint))
    };
    let words = |x: f64, width: f64, paint: Paint, text: &str| -> Element {
        // Whatever the font of the machine, the words fill their place and never leave it.
        xml("text")
            .attr("x", tenth(x + PAD))
            .attr("y", "14")
            .attr("textLength", tenth(width - 2.0 * PAD))
            .attr("lengthAdjust", "spacingAndGlyphs")
            .attr("fill", theme.colour(paint))
            .with(text)
    };
    let picture = xml("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", tenth(width))
        .attr("height", tenth(HEIGHT))
        .attr("role", "img")
        .attr("aria-label", &says)
        .attr("font-family", SANS)
        .attr("font-size", tenth(FONT))
        .with(xml("title").with(says.as_str()))
        .with(xml("desc").with(source + &before))
        .with(rect(0.0, left, Paint::Grid))
        .with(rect(left, width - left, badge.paint))
        .with(words(0.0, left, Paint::Ink, &label))
        .with(words(left + spare / 2.0, right, Paint::Paper, &reading));
    format!("{}\n", Markup::from(picture).as_str())
}

fn room(text: &str) -> f64 {
    (measure::width(text, FONT) + 2.0 * PAD).ceil()
}

/// A length with at most one decimal.
fn tenth(length: f64) -> String {
    ((length * 10.0).round() / 10.0).to_string()
}
