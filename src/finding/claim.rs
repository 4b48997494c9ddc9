//! What a snapshot can say to a claim, independently of whoever made it.

use super::slots::{self, Band};
use crate::format;
use crate::model::{SubnetRef, Value};
use crate::registry::{self, Metric, Scalar};
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
