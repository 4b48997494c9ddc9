//! Daily prices of 2025: every close where it belongs, gaps and spikes as they were.

use std::collections::BTreeMap;

use subnet_ledger::model::{Day, SubnetId};
use subnet_ledger::registry;

use crate::bundled::{AUGUST, captured, history, object, root, rows};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Published spot prices of a registration by day; empty when it has none.
fn prices(id: &str) -> BTreeMap<Day, f64> {
    let Some(history) = history(AUGUST, id.parse().unwrap()) else { return BTreeMap::new() };
    let series = history.series(registry::known("price_tao"));
    series.map(|series| series.points().collect()).unwrap_or_default()
}

#[test]
fn spikes_are_published_as_they_were_seen() {
    let spike = prices("84.r1");
    assert_eq!(spike.first_key_value(), Some((&day("2025-03-31"), &58.22)));
    assert_eq!(spike.get(&day("2025-04-01")), Some(&220.4));
    assert_eq!(prices("64.r1").get(&day("2025-02-14")), Some(&0.3047));
    assert_eq!(prices("64.r1").get(&day("2025-10-29")), Some(&0.08431));
}

#[test]
fn gaps_are_published_as_gaps() {
    let gapped = prices("112.r1");
    for (around, inside) in [("2025-07-07", "2025-07-08"), ("2025-07-10", "2025-07-09")] {
        assert!(gapped.contains_key(&day(around)), "{around}");
        assert_eq!(gapped.get(&day(inside)), None, "{inside}");
    }
    let nothing = |from: &str, to: &str| prices("64.r1").range(day(from)..=day(to)).count();
    assert_eq!(nothing("2025-10-30", "2026-04-10"), 0);
}

#[test]
fn a_price_never_belongs_to_a_later_occupant() {
    // Subnet 99 was registered at block 7,415,113, after the last daily price, and again in July 2026.
    for later in ["99.r1", "99.r2", "40.r2", "84.r2"] {
        assert_eq!(prices(later).range(..=day("2025-10-29")).count(), 0, "{later}");
    }
    assert_eq!(prices("40.r1").range(..=day("2025-10-29")).count(), 258);
}

#[test]
fn every_captured_close_is_published_once_or_belongs_to_nobody_known() {
    let Some(text) = captured("alphamind/daily_alpha_price_ohlc.csv") else { return };
    let mut captured: BTreeMap<(u16, Day), f64> = BTreeMap::new();
    for row in rows(&text) {
        captured
            .insert((row["netuid"].parse().unwrap(), day(&row["date"])), row["close_tao"].parse().unwrap());
    }
    let index: subnet_ledger::snapshot::wire::Index = object(&root(AUGUST).objects.index);
    let mut published = 0;
    for entry in index.subnets.iter().chain(&index.former) {
        let id: SubnetId = entry.id.parse().unwrap();
        for (day, price) in prices(&entry.id).range(..=day("2025-10-29")) {
            let close = captured
                .remove(&(id.netuid(), *day))
                .unwrap_or_else(|| panic!("{id} on {day} is there twice"));
            assert!((price / close - 1.0).abs() < 5e-4, "{id} on {day}: {price} for {close}");
            published += 1;
        }
    }
    // Days before the oldest registration known of 29 slots: not published, never given to a later one.
    assert_eq!(captured.len(), 5_740);
    assert!(published > 20_000);
}
