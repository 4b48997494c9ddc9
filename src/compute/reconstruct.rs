//! The emission of days that nobody captured, rebuilt from daily prices by the rule of the time.
//!
//! From February to October 2025 a subnet's part of the block's TAO was its moving price ÷ the sum
//! of all moving prices ([RaoFoundation/subtensor], `docs/concepts/emissions.mdx`; the sum is
//! `total_moving_prices` in `run_coinbase.rs`). Each block the moving price went towards the spot
//! price, capped at 1 TAO, by `factor × b ÷ (b + ramp)`, where `b` counts blocks since the
//! subnet's start (`update_moving_price` in `staking/stake_utils.rs`).
//!
//! [RaoFoundation/subtensor]: https://github.com/RaoFoundation/subtensor
//!
//! # What is assumed
//! - **Speed.** 201,600 blocks is the age at which a subnet's factor reaches half of 0.0003; it is
//!   not the half-life of the average, which is 15 hours at that age and 8 hours in the end. The
//!   0.0003 is the chain's value as its maintainers state it since August 2025. It began as
//!   0.000003, and when it was raised is not known; captured pool reserves of April 2025 fit 0.0003
//!   from the beginning and do not fit a slow average.
//! - **Start.** A moving price starts at 0, as on chain. A pool opens at 1 TAO an alpha, and before
//!   its subnet starts no alpha is added to it, so its price cannot fall below 1: a subnet is taken
//!   to start on the first day that closes below 1. Before that it has no value.
//! - **One price a day.** The close stands for all blocks of its day, and the average at the end of
//!   the day divides the day's TAO.
//! - **Gaps.** On a day without a price a subnet has no value and no part in the sum; its average
//!   stands still while its age goes on.
//! - **Root** has no pool and no part. What went to a subnet is what the rule gave it, whether it
//!   was added to its pool or, where the price was too low for that, not.

use std::collections::BTreeMap;

use crate::model::Day;

/// Blocks in a day.
pub const BLOCKS_PER_DAY: f64 = 7_200.0;

/// The numbers of the rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// The part of the distance to spot that an old subnet's moving price covers in a block.
    pub factor: f64,
    /// The age in blocks at which a subnet has half of that.
    pub ramp: f64,
    /// The highest spot price that counts, and the price a pool opens at, TAO for one alpha.
    pub cap: f64,
    /// What is divided, TAO a day.
    pub tao_day: f64,
}

/// The rule from February to October 2025.
pub const MOVING_PRICE: Rule = Rule { factor: 0.000_3, ramp: 201_600.0, cap: 1.0, tao_day: BLOCKS_PER_DAY };

/// The last price of a day; `K` is whoever held a slot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Price<K> {
    /// Whose.
    pub of: K,
    /// When.
    pub day: Day,
    /// TAO for one alpha.
    pub price: f64,
}

/// A day that was rebuilt.
#[derive(Debug, Clone, PartialEq)]
pub struct Rebuilt<K> {
    /// TAO a day of each subnet that has started and has a price that day.
    pub tao: BTreeMap<K, f64>,
    /// How many subnets had a price, started or not: the coverage of the day.
    pub priced: usize,
}

/// A moving price on its way.
#[derive(Debug, Clone, Copy)]
struct Moving {
    average: f64,
    started: Day,
    /// The last day that is in the average.
    until: Day,
}

/// Rebuilds every day that has prices, in order. Prices that are negative or no number are left
/// out; a day on which every average is 0 has no values.
pub fn rebuild<K: Ord + Copy>(
    prices: impl IntoIterator<Item = Price<K>>,
    rule: &Rule,
) -> BTreeMap<Day, Rebuilt<K>> {
    let mut days: BTreeMap<Day, BTreeMap<K, f64>> = BTreeMap::new();
    for Price { of, day, price } in prices {
        if price.is_finite() && price >= 0.0 {
            days.entry(day).or_default().insert(of, price);
        }
    }
    let mut moving: BTreeMap<K, Moving> = BTreeMap::new();
    days.into_iter().map(|(day, prices)| (day, divided(day, &prices, &mut moving, rule))).collect()
}

fn divided<K: Ord + Copy>(
    day: Day,
    prices: &BTreeMap<K, f64>,
    moving: &mut BTreeMap<K, Moving>,
    rule: &Rule,
) -> Rebuilt<K> {
    let mut averages = BTreeMap::new();
    for (of, price) in prices {
        if !moving.contains_key(of) && *price >= rule.cap {
            continue;
        }
        let one = moving.entry(*of).or_insert(Moving { average: 0.0, started: day, until: day.plus(-1) });
        let before = f64::from(day.since(one.started)) * BLOCKS_PER_DAY;
        one.average += rule.approach(before, before + BLOCKS_PER_DAY) * (price.min(rule.cap) - one.average);
        one.until = day;
        averages.insert(*of, one.average);
    }
    let sum: f64 = averages.values().sum();
    if sum <= 0.0 {
        averages.clear();
    }
    let tao = averages.into_iter().map(|(of, average)| (of, average / sum * rule.tao_day)).collect();
    Rebuilt { tao, priced: prices.len() }
}

/// The first day of prices from before a subnet's start and the day of the start, where it had any:
/// the first that closes below the opening price of pools. No such day: not started yet.
pub fn before_start(mut prices: impl Iterator<Item = (Day, f64)>, rule: &Rule) -> Option<(Day, Option<Day>)> {
    let (first, _) = prices.next().filter(|(_, price)| *price >= rule.cap)?;
    Some((first, prices.find(|(_, price)| *price < rule.cap).map(|(day, _)| day)))
}

impl Rule {
    /// The part of the distance to a steady spot price that is covered between two ages in blocks:
    /// `1 - exp(-factor × ∫ b ÷ (b + ramp) db)`, the product over single blocks to within the
    /// square of `factor`.
    fn approach(&self, from: f64, to: f64) -> f64 {
        let slowed = self.ramp * ((to + self.ramp) / (from + self.ramp)).ln();
        -(-self.factor * (to - from - slowed)).exp_m1()
    }
}

/// The alpha that was added to a pool beside the TAO, so that the price stayed: TAO ÷ price, at most
/// one alpha a block. It can be checked against reserves, which no trade changes in sum.
pub fn pool_alpha(blocks: f64, tao_day: f64, price: f64) -> f64 {
    blocks * (tao_day / BLOCKS_PER_DAY / price).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: i32) -> Day {
        Day::from_epoch_days(20_000 + number)
    }

    fn price(of: u16, number: i32, price: f64) -> Price<u16> {
        Price { of, day: day(number), price }
    }

    /// A rule that goes half of the way on a subnet's first day, as good as all of it later.
    fn halfway() -> Rule {
        let first = BLOCKS_PER_DAY - 1.0 * (BLOCKS_PER_DAY + 1.0).ln();
        Rule { factor: 2f64.ln() / first, ramp: 1.0, cap: 1.0, tao_day: 100.0 }
    }

    fn near(found: Option<&f64>, expected: f64) {
        let found = *found.unwrap();
        assert!((found - expected).abs() < 0.01, "{found} is not {expected}");
    }

    #[test]
    fn three_subnets_over_three_days_by_hand() {
        let rebuilt = rebuild(
            [
                price(1, 0, 0.6),
                price(2, 0, 0.2),
                price(3, 0, 4.0),
                price(1, 1, 0.6),
                price(2, 1, 0.4),
                price(3, 1, 0.5),
                price(2, 2, 0.3),
            ],
            &halfway(),
        );
        // Averages 0.3 and 0.1; the third still has the price of a pool that has not started.
        let first = &rebuilt[&day(0)];
        near(first.tao.get(&1), 75.0);
        near(first.tao.get(&2), 25.0);
        assert_eq!((first.tao.get(&3), first.priced), (None, 3));
        // 0.3 → 0.45 and 0.1 → 0.25, a little further as the pace is full by now; the third starts at 0.25.
        let second = &rebuilt[&day(1)];
        let pace = halfway().approach(BLOCKS_PER_DAY, 2.0 * BLOCKS_PER_DAY);
        let (a, b, c) = (0.3 + pace * 0.3, 0.1 + pace * 0.3, 0.25);
        near(second.tao.get(&1), 100.0 * a / (a + b + c));
        near(second.tao.get(&3), 100.0 * c / (a + b + c));
        assert!((pace - 0.5).abs() < 0.001);
        // Alone on a day, a subnet has all of it, and the others have nothing that is known.
        assert_eq!(rebuilt[&day(2)], Rebuilt { tao: [(2, 100.0)].into(), priced: 1 });
    }

    #[test]
    fn an_average_stands_still_over_a_gap() {
        let prices =
            [price(1, 0, 0.5), price(2, 0, 0.5), price(1, 1, 0.5), price(1, 2, 0.5), price(2, 2, 0.5)];
        let rebuilt = rebuild(prices, &halfway());
        assert!(!rebuilt[&day(1)].tao.contains_key(&2));
        // 0.4375 after three days against 0.375 after two.
        near(rebuilt[&day(2)].tao.get(&1), 100.0 * 0.4375 / 0.8125);
    }

    #[test]
    fn a_price_counts_up_to_the_cap_once_its_subnet_has_started() {
        let rebuilt =
            rebuild([price(1, 0, 0.5), price(2, 0, 0.5), price(1, 1, 1.0), price(2, 1, 900.0)], &halfway());
        near(rebuilt[&day(1)].tao.get(&2), 50.0);
    }

    #[test]
    fn the_pace_of_the_chain() {
        // Block by block, as the chain does it.
        let rule = MOVING_PRICE;
        let left = |from: u32, to: u32| {
            (from..to).map(|b| 1.0 - rule.factor * f64::from(b) / (f64::from(b) + rule.ramp)).product::<f64>()
        };
        for (from, to) in [(0, 7_200), (7_200, 14_400), (201_600, 208_800)] {
            let blocks = 1.0 - left(from, to);
            let pace = rule.approach(f64::from(from), f64::from(to));
            assert!((blocks - pace).abs() < 1e-3 * blocks.max(0.01), "{from}: {blocks} {pace}");
        }
        // After 28 days an average covers two thirds of the distance in a day.
        assert!((rule.approach(201_600.0, 208_800.0) - 0.667).abs() < 0.005);
    }

    #[test]
    fn alpha_is_added_at_the_price_and_at_most_one_a_block() {
        assert!((pool_alpha(7_200.0, 72.0, 0.02) - 3_600.0).abs() < 1e-9);
        assert!((pool_alpha(100.0, 7_200.0, 0.02) - 100.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn a_day_adds_up_to_what_is_divided(
            prices in proptest::collection::vec((0u16..6, 0i32..9, prop_oneof![Just(f64::NAN), Just(0.0), 0.0f64..3.0]), 0..60),
        ) {
            let rebuilt = rebuild(prices.into_iter().map(|(of, at, value)| price(of, at, value)), &MOVING_PRICE);
            for one in rebuilt.values() {
                prop_assert!(one.tao.values().all(|tao| tao.is_finite() && *tao >= 0.0));
                prop_assert!(one.tao.len() <= one.priced);
                let sum: f64 = one.tao.values().sum();
                prop_assert!(one.tao.is_empty() || (sum - 7_200.0).abs() < 1e-6);
            }
        }
    }
}
