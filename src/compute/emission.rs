//! The rule by which the network divided its emission in August 2026, stage by stage.
//!
//! It explains a published share and checks it; it does not replace a captured one. Other times had
//! other rules, and applying this one to them would invent numbers.

use super::formula::rests_on;
use crate::registry::Metric;

/// How steeply the gate closes below the bar. The chain's storage is empty, which means 3.
const GATE_EXPONENT: i32 = 3;

/// The emission rule's own results: what changes when the rule does.
pub fn rests_on_emission_rule(metric: &'static Metric) -> bool {
    ["tao_in_emission", "excess_tao"].into_iter().any(|input| rests_on(metric, input))
}

/// What the rule reads of one subnet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// The chain's moving-average price, in TAO per alpha.
    pub ema_price: f64,
    /// Part of the miners' pay that is burned, 0 to 1.
    pub burn: f64,
    /// Whether the subnet has started, trades, and takes registrations; otherwise it has no part.
    pub eligible: bool,
    /// Whether emission to it is switched on. One that is switched off still weighs on the gate.
    pub enabled: bool,
}

/// The parts of one subnet after each stage. Every stage sums to 1 over all subnets, unless there is
/// nobody to divide among.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Stages {
    /// Share of the moving-average prices.
    pub price: f64,
    /// The same, less what is burned.
    pub weighted: f64,
    /// After the gate: shares below the bar shrink, those above gain what these lose.
    pub gated: f64,
    /// After leaving out those that are switched off: the share that is paid.
    pub paid: f64,
}

/// The stages of every subnet, in the order given. `bar` is the share at which the gate halves a
/// subnet (the chain's `EmissionGateBar`, set anew every 360 blocks).
///
/// Source: `subnet_emissions.rs` of the chain's runtime from spec 440 (2026-07-27) on. Checked
/// against block 8,791,253 to 1e-5 of the total in `tests/truth.rs`.
pub fn stages(entries: &[Entry], bar: f64) -> Vec<Stages> {
    let column = |of: &dyn Fn(&Entry) -> f64| entries.iter().map(of).collect::<Vec<f64>>();
    let price = shares(column(&|entry| if entry.eligible { entry.ema_price } else { 0.0 }));
    let kept = column(&|entry| 1.0 - entry.burn);
    let weighted = shares(price.iter().zip(&kept).map(|(price, kept)| price * kept).collect());
    let gated = shares(weighted.iter().map(|share| gate(*share, bar)).collect());
    let on = column(&|entry| if entry.enabled { 1.0 } else { 0.0 });
    let paid = shares(gated.iter().zip(&on).map(|(share, on)| share * on).collect());
    let rows = price.into_iter().zip(weighted).zip(gated).zip(paid);
    rows.map(|(((price, weighted), gated), paid)| Stages { price, weighted, gated, paid }).collect()
}

/// What the gate lets through of a share: half of it at the bar, nearly all far above, nearly
/// nothing far below.
pub fn gate(share: f64, bar: f64) -> f64 {
    if share > 0.0 { share / (1.0 + (bar / share).powi(GATE_EXPONENT)) } else { 0.0 }
}

/// Every number divided by their sum; all zero where there is nothing to divide.
fn shares(mut numbers: Vec<f64>) -> Vec<f64> {
    let total: f64 = numbers.iter().sum();
    for number in &mut numbers {
        *number = if total > 0.0 { *number / total } else { 0.0 };
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;
    use proptest::prelude::*;

    fn entry(ema_price: f64, burn: f64) -> Entry {
        Entry { ema_price, burn, eligible: true, enabled: true }
    }

    #[test]
    fn each_stage_does_one_thing() {
        let off = Entry { enabled: false, ..entry(0.2, 0.0) };
        let not_started = Entry { eligible: false, ..entry(9.0, 0.0) };
        let found = stages(&[entry(0.6, 0.5), entry(0.2, 0.0), off, not_started], 0.1);
        let close = |a: f64, b: f64| (a - b).abs() < 1e-12;
        assert!(close(found[0].price, 0.6) && close(found[1].price, 0.2) && found[3].price == 0.0);
        assert!(close(found[0].weighted, 0.3 / 0.7) && close(found[1].weighted, 0.2 / 0.7));
        assert!(found[0].gated > found[0].weighted && found[1].gated < found[1].weighted);
        assert!(found[2].gated > 0.0 && found[2].paid == 0.0);
        assert!(close(found[0].paid + found[1].paid, 1.0));
    }

    #[test]
    fn the_gate_halves_at_the_bar_and_nobody_is_divided_by_nothing() {
        assert_eq!(gate(0.01, 0.01), 0.005);
        assert_eq!(gate(0.0, 0.01), 0.0);
        assert_eq!(stages(&[entry(0.0, 0.0)], 0.01), [Stages::default()]);
        assert_eq!(stages(&[], 0.01), []);
    }

    #[test]
    fn what_the_emission_rule_decides_is_known_from_the_formulas() {
        let decided = |id| rests_on_emission_rule(registry::known(id));
        assert!(decided("emission_tao_day") && decided("emission_usd_day"));
        assert!(!decided("price_tao") && !decided("alpha_priced_tao_day"));
    }

    proptest! {
        #[test]
        fn what_is_paid_sums_to_one(
            rows in prop::collection::vec((0.0001f64..1.0, 0.0f64..0.99, any::<bool>()), 1..40),
            bar in 0.0001f64..0.1,
        ) {
            let entries: Vec<_> =
                rows.iter().map(|(price, burn, enabled)| Entry { enabled: *enabled, ..entry(*price, *burn) }).collect();
            let paid: f64 = stages(&entries, bar).iter().map(|row| row.paid).sum();
            let expected = if entries.iter().any(|entry| entry.enabled) { 1.0 } else { 0.0 };
            prop_assert!((paid - expected).abs() < 1e-9);
        }
    }
}
