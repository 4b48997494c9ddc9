//! The emission of 2026-08-07, block 8,791,253.

use std::collections::HashMap;

use subnet_ledger::compute::emission::{Entry, Stages, stages};
use subnet_ledger::model::{SubnetRef, Value};
use subnet_ledger::registry;
use subnet_ledger::snapshot::Snapshot;

use crate::bundled::{AUGUST, captured, number, rows, snapshot};

/// The share at which the gate halves a subnet, read from the chain at that block.
const BAR: f64 = 0.008_232_527_922_764_766;
/// What the pipeline may be off, in parts of the whole emission.
const TOLERANCE: f64 = 1e-5;

struct Fact {
    netuid: u16,
    tao_per_day: f64,
    alpha_in_per_block: f64,
    is_at_cap: bool,
    is_eligible: bool,
    is_enabled: bool,
}

/// Our own table of that block: one row a subnet.
fn facts() -> Vec<Fact> {
    let table = rows(include_str!("../fixtures/emission_2026-08-07.csv"));
    let fact = |row: &HashMap<String, String>| Fact {
        netuid: row["netuid"].parse().unwrap(),
        tao_per_day: row["tao_per_day"].parse().unwrap(),
        alpha_in_per_block: row["alpha_in_per_block"].parse().unwrap(),
        is_at_cap: row["is_at_cap"] == "1",
        is_eligible: row["is_eligible"] == "1",
        is_enabled: row["is_enabled"] == "1",
    };
    table.iter().map(fact).collect()
}

fn value(snapshot: &Snapshot, metric: &str, netuid: u16) -> Value {
    let row = snapshot.row(SubnetRef::occupant(netuid).unwrap()).unwrap();
    snapshot.value(registry::known(metric), row)
}

#[test]
fn every_emission_equals_the_table_and_they_sum_to_half_a_tao_a_block() {
    let snapshot = snapshot(AUGUST);
    let facts = facts();
    assert_eq!((facts.len(), snapshot.subnets.len()), (128, 128));
    for fact in &facts {
        let published = value(&snapshot, "emission_tao_day", fact.netuid).number().unwrap();
        assert!((published - fact.tao_per_day).abs() < 1e-6, "subnet {}: {published}", fact.netuid);
    }
    let total: f64 = facts.iter().map(|fact| fact.tao_per_day).sum();
    assert!((total - 3_599.999_6).abs() < 1e-4, "{total}");
    for (subnet, tao) in [("64", 449.96), ("51", 362.26), ("107", 301.61)] {
        assert!((number(&snapshot, "emission_tao_day", subnet) - tao).abs() < 0.005, "{subnet}");
    }
    assert!((number(&snapshot, "emission_share", "64") - 0.125).abs() < 5e-5);
    assert!((number(&snapshot, "price_share", "64") - 0.0666).abs() < 5e-5);
}

#[test]
fn every_emission_equals_the_captured_vector() {
    let Some(text) = captured("derived/emission_pipeline_2026-08-07.csv") else { return };
    let snapshot = snapshot(AUGUST);
    let vector = rows(&text);
    assert_eq!(vector.len(), 128);
    for row in vector {
        let actual: f64 = row["actual_tao_per_day"].parse().unwrap();
        let published =
            value(&snapshot, "emission_tao_day", row["netuid"].parse().unwrap()).number().unwrap();
        assert!((published - actual).abs() < 1e-5, "subnet {}: {published}", row["netuid"]);
    }
}

/// The pipeline's stages from the published prices and burns, by netuid.
fn derived(snapshot: &Snapshot) -> HashMap<u16, Stages> {
    let facts = facts();
    let entry = |fact: &Fact| Entry {
        // A subnet that has not started has neither price nor burn; it is not eligible either.
        ema_price: value(snapshot, "ema_price_tao", fact.netuid).number().unwrap_or(0.0),
        burn: value(snapshot, "miner_burn", fact.netuid).number().unwrap_or(0.0),
        eligible: fact.is_eligible,
        enabled: fact.is_enabled,
    };
    let found = stages(&facts.iter().map(entry).collect::<Vec<_>>(), BAR);
    facts.iter().map(|fact| fact.netuid).zip(found).collect()
}

#[test]
fn the_rule_of_that_day_gives_every_published_share() {
    let snapshot = snapshot(AUGUST);
    for (netuid, found) in derived(&snapshot) {
        let published = value(&snapshot, "emission_share", netuid).number().unwrap();
        assert!(
            (found.paid - published).abs() < TOLERANCE,
            "subnet {netuid}: {} for {published}",
            found.paid
        );
    }
}

#[test]
fn every_stage_of_the_rule_equals_the_captured_vector() {
    let Some(text) = captured("derived/emission_pipeline_2026-08-07.csv") else { return };
    let derived = derived(&snapshot(AUGUST));
    for row in rows(&text) {
        let found = derived[&row["netuid"].parse().unwrap()];
        let stages = [
            ("s1_price_share", found.price),
            ("s2_weighted_share", found.weighted),
            ("s4_gated_share", found.gated),
            ("s5_final_share", found.paid),
        ];
        for (stage, share) in stages {
            let expected: f64 = row[stage].parse().unwrap();
            assert!((share - expected).abs() < 1e-6, "subnet {}, {stage}: {share}", row["netuid"]);
        }
    }
}

#[test]
fn the_root_proportion_is_the_cap_wherever_the_cap_applies() {
    let snapshot = snapshot(AUGUST);
    let capped: Vec<_> = facts().into_iter().filter(|fact| fact.is_at_cap).collect();
    assert_eq!(capped.len(), 35);
    for fact in capped {
        let minted = value(&snapshot, "alpha_out_emission", fact.netuid).number().unwrap();
        let cap = value(&snapshot, "root_prop", fact.netuid).number().unwrap() * minted;
        let difference = (cap - fact.alpha_in_per_block).abs();
        assert!(difference < TOLERANCE, "subnet {}: {cap} for {}", fact.netuid, fact.alpha_in_per_block);
    }
    assert!((number(&snapshot, "root_prop", "64") - 0.14327).abs() < 1e-5);
}

#[test]
fn the_earlier_snapshots_carry_no_emission_anywhere() {
    let latest = crate::bundled::latest();
    let earlier: Vec<_> =
        latest.snapshots.iter().filter(|published| published.id.as_str() < AUGUST).collect();
    assert_eq!(earlier.len(), 2);
    for published in earlier {
        let snapshot = snapshot(&published.id);
        for metric in
            ["emission_tao_day", "emission_share", "alpha_priced_tao_day", "owner_tao_day", "miner_tao_day"]
        {
            assert_eq!(snapshot.measured(registry::known(metric)), 0, "{metric} in {}", published.id);
            assert_eq!(value(&snapshot, metric, 64), Value::NOT_MEASURED, "{metric} in {}", published.id);
        }
        assert_eq!(snapshot.measured(registry::known("tao_in_pool")), 128);
    }
}
