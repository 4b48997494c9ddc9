//! Daily prices of 2025: every close where it belongs, gaps and spikes as they were.

use std::collections::BTreeMap;

use subnet_ledger::compute::reconstruct::{MOVING_PRICE, before_start};
use subnet_ledger::model::{Day, Grade, Source, SubnetId};
use subnet_ledger::registry;
use subnet_ledger::snapshot::tao_usd_from_wire;

use crate::bundled::{AUGUST, captured, history, object, root, rows, snapshot};

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
fn a_price_falls_below_one_on_the_day_of_the_first_emission() {
    // What the site and the publisher take for the start of a subnet, against the chain's own block.
    let file = "metagraphed/native/finney-subnets.2026-08-07.json";
    let Some((chain, blocks)) = captured(file).zip(captured("alphamind/daily_alpha_price_ohlc.sources.csv"))
    else {
        return;
    };
    let mut days: BTreeMap<u64, Day> = BTreeMap::new();
    for row in rows(&blocks) {
        days.entry(row["first_block"].parse().unwrap()).or_insert(day(&row["date"]));
    }
    let chain: serde_json::Value = serde_json::from_str(&chain).unwrap();
    let mut compared = 0;
    for subnet in chain["subnets"].as_array().unwrap() {
        let Some(first) = subnet["economics"]["first_emission_block"].as_u64() else { continue };
        let block = subnet["registered_at_block"].as_u64().unwrap();
        let netuid = u16::try_from(subnet["netuid"].as_u64().unwrap()).unwrap();
        let known = history_of_holder(netuid, block);
        let Some((_, Some(start))) = before_start(known.into_iter(), &MOVING_PRICE) else { continue };
        let expected = days.range(..=first + 10).next_back().map(|(_, day)| *day);
        assert_eq!(Some(start), expected, "netuid {netuid}, block {first}");
        compared += 1;
    }
    assert!(compared >= 20, "{compared}");
}

/// Prices of whoever was registered in a slot at exactly this block.
fn history_of_holder(netuid: u16, block: u64) -> BTreeMap<Day, f64> {
    let index: subnet_ledger::snapshot::wire::Index = object(&root(AUGUST).objects.index);
    let holder = index.subnets.iter().find(|entry| {
        let profile: subnet_ledger::snapshot::wire::Profile = object(&entry.profile);
        profile.generations.iter().any(|one| {
            one.id == entry.id
                && one.registered_at_block == block
                && entry.id.starts_with(&format!("{netuid}."))
        })
    });
    holder.map(|entry| prices(&entry.id)).unwrap_or_default()
}

#[test]
fn dollars_of_each_day_are_published_as_they_were_recorded() {
    let years = root(AUGUST).objects.network;
    let years = years.iter().map(|year| object(&year.object())).collect();
    let (series, issues) = tao_usd_from_wire(years, &root_sources());
    let series = series.expect("the price of TAO by day");
    assert_eq!(issues, []);
    assert_eq!(series.extent(), Some((day("2025-09-30"), day("2025-12-31"))));
    assert_eq!((series.points().count(), series.grade()), (93, Some(Grade::ThirdPartySays)));
    assert_eq!(root_sources()[series.sources()[0]].id, "tao-usd-daily");
    let Some(text) = captured("tao-usd/kylewidmann.historical_tao_prices.json") else { return };
    let captured: BTreeMap<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
    for (date, entry) in captured {
        let price = entry["price"].as_f64().unwrap();
        let published = series.at(day(&date)).unwrap_or_else(|| panic!("no price on {date}"));
        assert!((published / price - 1.0).abs() < 5e-4, "{date}: {published} for {price}");
    }
}

fn root_sources() -> Vec<Source> {
    snapshot(AUGUST).sources
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
