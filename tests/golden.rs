//! A data folder of format 1, kept as it was written: it must load for ever.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use subnet_ledger::model::{Absence, Day, RungState, SubnetId, SubnetRef, Value};
use subnet_ledger::publish::{check::check, schema};
use subnet_ledger::registry;
use subnet_ledger::snapshot::{Snapshot, history_from_wire, snapshot_from_wire, wire};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/format-1")
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    let text = fs::read_to_string(folder().join(name)).expect("the golden folder is complete");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn object<T: DeserializeOwned>(object: &wire::ObjectRef) -> T {
    read(&format!("objects/{}.json", object.sha256))
}

fn root() -> wire::Root {
    let latest: wire::Latest = read("latest.json");
    read(&format!("snapshots/{}.json", latest.snapshot))
}

fn snapshot() -> Snapshot {
    let (snapshot, issues) =
        snapshot_from_wire(root(), object(&root().objects.summary)).expect("format 1 is read for ever");
    assert_eq!(issues, []);
    snapshot
}

#[test]
fn the_snapshot_still_says_what_it_said() {
    let snapshot = snapshot();
    let value = |metric: &str, row: usize| snapshot.value(registry::known(metric), row);
    assert_eq!((snapshot.id.as_str(), snapshot.sequence), ("2026-01-10-1000000", 1));
    assert_eq!(snapshot.as_of.day, "2026-01-10".parse().ok());
    assert_eq!(snapshot.tao_usd.as_ref().map(|(price, _)| *price), Some(200.5));
    assert_eq!(snapshot.row("7".parse().unwrap()), Some(2));
    assert_eq!(snapshot.row("4.r1".parse::<SubnetRef>().unwrap()), None);
    assert_eq!(value("emission_tao_day", 2), Value::Number(2880.0));
    assert_eq!(value("emission_share", 1), Value::Number(0.2));
    assert_eq!(value("price_tao", 2), Value::Number(0.07));
    assert_eq!(value("price_share", 2), Value::Number(0.75));
    let rung = |number: usize| snapshot.subnets[2].ladder.0[number - 1];
    assert_eq!(
        [rung(2), rung(3), rung(5)],
        [RungState::Satisfied, RungState::NoneFound, RungState::NotSearched]
    );
    assert_eq!(snapshot.subnets[1].category.as_deref(), Some("AI Training"));
    assert_eq!(snapshot.subnets[2].symbol, "ش");
}

#[test]
fn what_was_missing_is_still_missing_for_the_same_reason() {
    let snapshot = snapshot();
    let absence = |metric: &str, row: usize| snapshot.value(registry::known(metric), row).absence();
    assert_eq!(absence("ema_price_tao", 0), Some(Absence::NotMeasured));
    assert_eq!(absence("miner_burn", 0), Some(Absence::NotApplicable));
    assert_eq!(absence("stars", 0), Some(Absence::NoneFound));
    assert_eq!(absence("stars", 1), Some(Absence::NotSearched));
    assert_eq!(absence("validators", 2), Some(Absence::NotMeasured));
    assert_eq!(snapshot.value(registry::known("miner_burn"), 2), Value::Number(0.0));
}

#[test]
fn profiles_histories_claims_and_events_still_load() {
    let objects = root().objects;
    let index: wire::Index = object(&objects.index);
    let profile: wire::Profile = object(&index.subnets[2].profile);
    assert_eq!(profile.evidence.len(), 2);
    assert_eq!(profile.evidence[0].shared_with, [4]);
    assert_eq!(profile.identity["subnet_name"], "Se\u{202f}ven");

    let years = index.subnets[2].history.iter().map(|year| object(&year.object())).collect();
    let (history, issues) = history_from_wire("7.r1".parse().unwrap(), years, &[]);
    assert_eq!(issues, []);
    let prices = history.series(registry::known("price_tao")).unwrap();
    let day = |text: &str| text.parse::<Day>().unwrap();
    assert_eq!(prices.at(day("2025-12-30")), Some(0.05));
    assert_eq!(prices.at(day("2026-01-03")), None);
    assert_eq!(prices.at(day("2026-01-04")), Some(0.07));

    let former: Vec<SubnetId> = index.former.iter().filter_map(|entry| entry.id.parse().ok()).collect();
    assert_eq!(former, ["4.r1".parse().unwrap()]);
    let claims: wire::Claims = object(&objects.claims);
    assert_eq!(claims.claims[0].quantity, Some(400_000.0));
    let events: wire::Events = object(&objects.events);
    assert_eq!(events.events.len(), 2);
}

#[test]
fn nothing_is_wrong_with_it() {
    let report = check(&folder()).unwrap();
    assert_eq!(report.findings, []);
    assert_eq!((report.snapshots, report.files), (1, 14));
}

#[test]
fn the_schema_that_is_checked_in_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/schema.json");
    let checked_in = fs::read_to_string(path).unwrap_or_default();
    assert!(
        checked_in == schema::text(),
        "The format has changed: run `cargo run --bin ledger -- schema > public/data/schema.json`."
    );
}
