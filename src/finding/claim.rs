//! What a snapshot can say to a claim, independently of whoever made it.

use super::card::{Card, Tally};
use super::figures::{in_dollars, price_of};
use super::part::Part;
use super::slots::{self, Band};
use crate::format::{self, Locale};
use crate::model::{Day, SubnetRef, Value};
use crate::registry::{self, Metric, Scalar, Style};
use crate::snapshot::{Snapshot, wire};

/// Days in a year, for figures "a year".
const DAYS_PER_YEAR: f64 = 365.0;

/// An independent reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A metric of one subnet.
    Metric {
        /// Which.
        metric: &'static Metric,
        /// The subnet's row.
        row: usize,
    },
    /// The gap between the largest and the second of a metric.
    Lead {
        /// Which metric.
        metric: &'static Metric,
        /// Row of the largest.
        first: usize,
        /// Row of the second.
        second: usize,
        /// Difference, in the metric's unit.
        gap: f64,
    },
    /// Full slots by thirds of market cap.
    Slots([Band; 3]),
    /// How many subnets there are.
    Subnets(usize),
    /// All subnets' emission in a year at today's pace, in US dollars at the snapshot's price.
    EmissionUsdYear(f64),
}

/// What is said to a claim without a reading.
pub const NONE: &str = "No independent reading.";

/// What there is to say to a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The reading, in pieces.
    pub words: Vec<Part>,
    /// The same in dollars, to a claim in dollars.
    pub dollars: Option<Vec<Part>>,
    /// Its day, and how far it lies from the claim.
    pub as_of: Option<String>,
}

/// The independent reading of a claim; `None` where there is none.
pub fn reading(snapshot: &Snapshot, claim: &wire::Claim, locale: &Locale) -> Option<Reading> {
    let subnet = claim.subnet.as_deref().and_then(|subnet| subnet.parse().ok());
    let answer = read(snapshot, subnet, claim.reading.as_deref()?)?;
    let priced = claim.unit.as_deref().is_some_and(|unit| unit.starts_with("usd"));
    Some(Reading {
        words: words(snapshot, &answer, locale),
        dollars: priced.then(|| dollars(snapshot, &answer, locale)).flatten(),
        as_of: distance(claim.said_on.parse().ok(), snapshot.as_of.day),
    })
}

/// What a reading in TAO is in dollars.
fn dollars(snapshot: &Snapshot, answer: &Answer, locale: &Locale) -> Option<Vec<Part>> {
    let whose = |row: &usize| format!("SN{}", snapshot.subnets[*row].id.netuid());
    let (metric, of, tao) = match answer {
        Answer::Metric { metric, row } if metric.unit.tao == 1 => {
            (metric, (metric.label.to_owned(), whose(row)), snapshot.value(metric, *row).number()?)
        }
        Answer::Lead { metric, first, second, gap } if metric.unit.tao == 1 => {
            let lead = format!("{}, how far the first leads,", metric.label);
            (metric, (lead, format!("{}, {}", whose(first), whose(second))), *gap)
        }
        _ => return None,
    };
    in_dollars(snapshot, metric, (&of.0, of.1), tao, locale)
}

/// How far the reading lies from the claim: a reading is no answer to a claim about another year.
fn distance(said: Option<Day>, read: Option<Day>) -> Option<String> {
    let (said, read) = (said?, read?);
    let day = format::day(read);
    Some(match read.since(said) {
        0 => format!("{day}, the day of the claim"),
        days if days > 0 => format!("{day}, {days} days after the claim"),
        days => format!("{day}: this reading is {} days older than the claim", -days),
    })
}

fn words(snapshot: &Snapshot, answer: &Answer, locale: &Locale) -> Vec<Part> {
    let say = |text: String| Part::Words(text);
    match answer {
        Answer::Metric { metric, row } => {
            vec![Part::Number(metric, *row), say(format!(" {}", format::uncapitalised(metric.label)))]
        }
        Answer::Lead { metric, first, second, gap } => {
            let card = Card::of_lead(snapshot, metric, [*first, *second], locale);
            vec![
                Part::Subnet(*first),
                say(" leads by ".to_owned()),
                Part::said(format::number(*gap, Style::Integer, locale), card),
                say(format!(" {} over ", format::unit(metric.unit))),
                Part::Subnet(*second),
                say(": ".to_owned()),
                Part::Number(metric, *first),
                say(" against ".to_owned()),
                Part::Number(metric, *second),
            ]
        }
        Answer::Slots(bands) => {
            let full = bands.iter().flat_map(|band| {
                let third = format!("{} caps, a third of all by market cap", band.name);
                let full = Card::of_tally(snapshot, Tally::Full, &band.rows, &third, locale);
                [Part::of_card(full), say(format!(" {} caps, ", band.name))]
            });
            let mut parts = vec![say("Every slot taken in ".to_owned())];
            parts.extend(full);
            parts.push(say(format!("by thirds of market cap. {}", slots::OF_BOTH)));
            parts
        }
        Answer::Subnets(count) => vec![Part::counted(count, Tally::All), say(" subnets".to_owned())],
        Answer::EmissionUsdYear(dollars) => {
            let dollars = format!("${}", format::number(*dollars, Style::Integer, locale));
            let metric = registry::known("emission_usd_day");
            let day = Card::of_total(snapshot, metric, locale);
            let working = [
                format!("{} × {DAYS_PER_YEAR} days", format::uncapitalised(&day.title)),
                format!("{} × {DAYS_PER_YEAR}", day.value),
                dollars.clone(),
            ];
            let year = Card::of_working(snapshot, metric, "Emission in a year at this pace", working, locale);
            vec![
                Part::said(dollars, year),
                say(format!(" a year: {DAYS_PER_YEAR} times ")),
                Part::of_card(day),
                say(price_of(snapshot).unwrap_or_default()),
            ]
        }
    }
}

/// Reads what a claim's `reading` names: `metric:<id>` for the claim's subnet, or `network:<figure>`.
/// `None` when the figure is unknown here, or not measured in this snapshot.
pub fn read(snapshot: &Snapshot, subnet: Option<SubnetRef>, reading: &str) -> Option<Answer> {
    if let Some(id) = reading.strip_prefix("metric:") {
        let (metric, row) = (registry::metric(id)?, snapshot.row(subnet?)?);
        snapshot.value(metric, row).number()?;
        return Some(Answer::Metric { metric, row });
    }
    match reading.strip_prefix("network:")? {
        "subnet_count" => Some(Answer::Subnets(snapshot.subnets.len())),
        "second_gap_market_cap" => lead(snapshot, registry::known("market_cap_tao")),
        "slots_full_by_band" => {
            let rows: Vec<_> = (0..snapshot.subnets.len()).collect();
            let bands = slots::by_band(snapshot, &rows);
            (bands.iter().any(|band| !band.rows.is_empty())).then_some(Answer::Slots(bands))
        }
        "emission_usd_year" => {
            let day =
                crate::compute::formula::total(&snapshot.column(registry::known("emission_tao_day"))?.values);
            let price = crate::compute::formula::Inputs::scalar(snapshot, Scalar::TaoUsd);
            (day * price * Value::Number(DAYS_PER_YEAR)).number().map(Answer::EmissionUsdYear)
        }
        _ => None,
    }
}

/// Who said it, in which publication, and when.
pub fn said(claim: &wire::Claim) -> String {
    let day = claim.said_on.parse().map_or_else(|_| claim.said_on.clone(), format::day);
    [claim.said_by.as_str(), &claim.said_in, &day].join(", ")
}

/// [`said`], and that no address of the publication is known, where none is.
pub fn found_in(claim: &wire::Claim) -> String {
    match address(claim) {
        Some(_) => said(claim),
        None => format!("{} · no address known", said(claim)),
    }
}

/// Where a claim can be read, where that is known and safe to follow.
pub fn address(claim: &wire::Claim) -> Option<&str> {
    claim.url.as_deref().and_then(format::safe_link)
}

/// What to watch for in a claim, as words before its note.
pub fn trap(kind: &str) -> &str {
    match kind {
        "cumulative" => "A running total",
        "gross" => "Gross: nothing is taken off",
        "peak" => "A peak",
        "unit" => "Another unit",
        "undefined" => "Can be read in several ways",
        other => other,
    }
}

/// The two largest values of a metric and the gap between them.
pub fn lead(snapshot: &Snapshot, metric: &'static Metric) -> Option<Answer> {
    let all: Vec<_> = (0..snapshot.subnets.len()).collect();
    let rows = super::ranked(snapshot, &all, metric);
    let (first, second) = (*rows.first()?, *rows.get(1)?);
    let gap = (snapshot.value(metric, first) - snapshot.value(metric, second)).number()?;
    Some(Answer::Lead { metric, first, second, gap })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::fixture;

    #[test]
    fn a_reading_says_how_far_it_lies_from_the_claim() {
        let told = |said: &str| distance(said.parse().ok(), "2026-08-07".parse().ok()).unwrap();
        assert_eq!(told("2026-08-07"), "7 Aug 2026, the day of the claim");
        assert_eq!(told("2026-08-01"), "7 Aug 2026, 6 days after the claim");
        assert_eq!(told("2026-08-09"), "7 Aug 2026: this reading is 2 days older than the claim");
    }

    #[test]
    fn what_nobody_can_read_has_no_reading() {
        let snapshot = fixture::snapshot();
        let mut claim: wire::Claim = serde_json::from_value(serde_json::json!({
            "id": "a", "statement": "Many", "said_by": "Somebody", "said_on": "2026-08-01", "said_in": "a talk",
        }))
        .unwrap();
        assert_eq!(reading(&snapshot, &claim, &Locale::default()), None);
        claim.reading = Some("network:subnet_count".to_owned());
        let told = reading(&snapshot, &claim, &Locale::default()).unwrap();
        assert_eq!(
            crate::finding::part::plain(&snapshot, &told.words, &Locale::default()),
            format!("{} subnets", snapshot.subnets.len())
        );
        assert!(matches!(told.words[0], Part::Counted(..)), "its number opens a card");
        assert_eq!(told.dollars, None);
    }

    #[test]
    fn a_claim_without_an_address_says_so() {
        let claim = |url: &str| -> wire::Claim {
            serde_json::from_value(serde_json::json!({
                "id": "x", "statement": "It is large.", "said_by": "Somebody", "said_in": "An interview",
                "said_on": "2026-02-27", "url": url,
            }))
            .unwrap()
        };
        let known = claim("https://example.org/interview");
        assert_eq!(found_in(&known), "Somebody, An interview, 27 Feb 2026");
        assert_eq!(address(&known), Some("https://example.org/interview"));
        for unsafe_or_none in ["", "javascript:alert(1)"] {
            let claim = claim(unsafe_or_none);
            assert_eq!(found_in(&claim), "Somebody, An interview, 27 Feb 2026 · no address known");
            assert_eq!(address(&claim), None);
        }
    }

    #[test]
    fn traps_are_named_in_words_of_readers() {
        assert_eq!(trap("undefined"), "Can be read in several ways");
        assert_eq!(trap("of a later format"), "of a later format");
    }
}
