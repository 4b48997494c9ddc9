//! What a snapshot can say to a claim, independently of whoever made it.

use super::slots::{self, Band};
use crate::model::{SubnetRef, Value};
use crate::registry::{self, Metric, Scalar};
use crate::snapshot::Snapshot;

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

/// The two largest values of a metric and the gap between them.
pub fn lead(snapshot: &Snapshot, metric: &'static Metric) -> Option<Answer> {
    let all: Vec<_> = (0..snapshot.subnets.len()).collect();
    let rows = super::ranked(snapshot, &all, metric);
    let (first, second) = (*rows.first()?, *rows.get(1)?);
    let gap = (snapshot.value(metric, first) - snapshot.value(metric, second)).number()?;
    Some(Answer::Lead { metric, first, second, gap })
}
