//! Metric columns from a cross-section: what was captured, and why the rest is missing.

use std::collections::BTreeMap;

use super::capture::cross_section::{CrossSection, Row};
use super::capture::stake_flow::{self, StakeFlow};
use super::held::Held;
use super::number::{AMOUNT, AVERAGE, decimals};
use super::{PublishError, sources};
use crate::model::Day;
use crate::snapshot::wire::{Exception, MetricColumn};

/// Metrics of a cross-section that are published.
pub const CAPTURED: [&str; 15] = [
    "tao_in_emission",
    "excess_tao",
    "alpha_out_emission",
    "emission_enabled",
    "ema_price_tao",
    "tao_in_pool",
    "alpha_in_pool",
    "alpha_out",
    "volume_total_tao",
    "slots_used",
    "slots_max",
    "validators",
    "miner_burn",
    "registration_cost_tao",
    "registered_at_block",
];

/// The columns of a cross-section. A metric that the capture does not carry has none.
///
/// # Errors
/// When a number is not finite.
pub fn captured(
    section: &CrossSection,
    rows: &[Held<'_>],
) -> Result<BTreeMap<String, MetricColumn>, PublishError> {
    let mut columns = BTreeMap::new();
    for metric in CAPTURED {
        let carried = section.rows.iter().any(|row| row.values.contains_key(metric));
        if carried || metric == "registered_at_block" {
            columns.insert(metric.to_owned(), column(section, rows, metric)?);
        }
    }
    Ok(columns)
}

fn column(section: &CrossSection, rows: &[Held<'_>], metric: &str) -> Result<MetricColumn, PublishError> {
    let mut values = Vec::with_capacity(rows.len());
    let mut exceptions = BTreeMap::new();
    for (index, held) in rows.iter().enumerate() {
        let value = value(held.row, metric, &format!("{metric} of {}", held.id))?;
        if let Some(why) = value.is_none().then(|| why_missing(held.row, metric)) {
            let state = Some("not_measured".to_owned());
            exceptions.insert(index, Exception { state, why: Some(why.to_owned()) });
        }
        values.push(value);
    }
    // A registration that the capture does not name was looked up: the number stays the chain's.
    if metric == "registered_at_block" {
        values = rows.iter().map(|held| Some(held.registration.block as f64)).collect();
        exceptions.clear();
    }
    Ok(MetricColumn {
        values,
        grade: "chain".to_owned(),
        source: section.source(),
        as_of: Some(section.day.to_string()),
        block: Some(section.block_of(metric)),
        missing: None,
        exceptions,
        note: None,
    })
}

/// TAO that flowed into the stakes of those who held their slot throughout; `on` is the day of a block.
///
/// # Errors
/// When a number is not finite.
pub fn stake_flow(
    flow: &StakeFlow,
    rows: &[Held<'_>],
    on: impl Fn(u64) -> Day,
) -> Result<MetricColumn, PublishError> {
    let held_throughout = |held: &Held<'_>| on(held.registration.block) <= flow.day.plus(-stake_flow::DAYS);
    let value = |held: &Held<'_>| {
        let number = flow.of.get(&held.id.netuid()).filter(|_| held_throughout(held));
        number.map(|number| decimals(*number, AMOUNT, &format!("net_flow_7d_tao of {}", held.id))).transpose()
    };
    let why = "The capture lists only the subnets with the largest net inflow: this one may have had less, or an outflow.";
    Ok(MetricColumn {
        values: rows.iter().map(value).collect::<Result<_, _>>()?,
        grade: "third_party_says".to_owned(),
        source: format!("{}-{}", sources::STAKE_FLOW, flow.day),
        as_of: Some(flow.day.to_string()),
        block: None,
        missing: Some(Exception { state: Some("not_measured".to_owned()), why: Some(why.to_owned()) }),
        exceptions: BTreeMap::new(),
        note: None,
    })
}

/// The number as published; nothing where the capture's zero means that nothing was measured.
///
/// # Errors
/// When it is not finite.
pub fn value(row: &Row, metric: &str, what: &str) -> Result<Option<f64>, PublishError> {
    let Some(&number) = row.values.get(metric) else { return Ok(None) };
    let unmeasured = match metric {
        "miner_burn" => row.started == Some(false),
        // No average of real prices is zero.
        "ema_price_tao" => row.started == Some(false) || number == 0.0,
        _ => false,
    };
    if unmeasured {
        return Ok(None);
    }
    let places = if metric == "ema_price_tao" { AVERAGE } else { AMOUNT };
    decimals(number, places, what).map(Some)
}

fn why_missing(row: &Row, metric: &str) -> &'static str {
    match (metric, row.values.contains_key(metric)) {
        ("miner_burn", true) => {
            "The subnet has not begun to receive emission; the zero captured is no measurement."
        }
        ("ema_price_tao", true) => {
            "The moving average has not begun: the subnet was registered shortly before, and the zero captured is no price."
        }
        _ => "The capture has no number for this subnet.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(values: &[(&'static str, f64)], started: Option<bool>) -> Row {
        Row { netuid: 86, values: values.iter().copied().collect(), started, ..Row::default() }
    }

    #[test]
    fn a_zero_before_the_start_is_not_measured_and_one_after_it_is() {
        let fresh = row(&[("miner_burn", 0.0), ("ema_price_tao", 0.0), ("excess_tao", 0.0)], Some(false));
        assert_eq!(value(&fresh, "miner_burn", "x").unwrap(), None);
        assert_eq!(value(&fresh, "ema_price_tao", "x").unwrap(), None);
        assert_eq!(value(&fresh, "excess_tao", "x").unwrap(), Some(0.0));
        let started = row(&[("miner_burn", 0.0), ("ema_price_tao", 0.1)], Some(true));
        assert_eq!(value(&started, "miner_burn", "x").unwrap(), Some(0.0));
        let silent = row(&[("ema_price_tao", 0.0)], None);
        assert_eq!(value(&silent, "ema_price_tao", "x").unwrap(), None);
        assert!(why_missing(&silent, "ema_price_tao").contains("not begun"));
        assert!(value(&row(&[("excess_tao", f64::NAN)], None), "excess_tao", "x").is_err());
    }
}
