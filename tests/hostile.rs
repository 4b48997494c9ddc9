//! No file, whoever wrote it, can panic the program: every node of every published file is replaced,
//! dropped and joined by something unknown, and what can still be read is drawn.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use subnet_ledger::chart::build::Ground;
use subnet_ledger::chart::geometry::Size;
use subnet_ledger::chart::palette::Theme;
use subnet_ledger::chart::svg::render;
use subnet_ledger::chart::{build, twin};
use subnet_ledger::finding::shipped::Searched;
use subnet_ledger::finding::{self, changes, claim, lists, slots};
use subnet_ledger::format::Locale;
use subnet_ledger::model::Rung;
use subnet_ledger::registry;
use subnet_ledger::snapshot::{
    NETWORK, Snapshot, evidence_from_wire, history_from_wire, snapshot_from_wire, tao_usd_from_wire, wire,
};
use subnet_ledger::view::{self, Compare, Form, Plane, Table, UnitChoice};

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/format-1")
}

fn read(name: &str) -> Json {
    serde_json::from_str(&fs::read_to_string(golden().join(name)).unwrap()).unwrap()
}

fn object(reference: &Json) -> Json {
    read(&format!("objects/{}.json", reference["sha256"].as_str().unwrap()))
}

fn root() -> Json {
    read(&format!("snapshots/{}.json", read("latest.json")["snapshot"].as_str().unwrap()))
}

/// The same days as what they would be for the network: its one column is the price of TAO.
fn of_network(mut year: wire::HistoryYear) -> wire::HistoryYear {
    NETWORK.clone_into(&mut year.id);
    year.metrics = year.metrics.into_values().map(|column| ("tao_usd".to_owned(), column)).collect();
    year
}

/// Draws and says everything there is about a snapshot.
fn use_up(snapshot: &Snapshot) {
    let locale = Locale::default();
    let all: Vec<usize> = (0..snapshot.subnets.len()).collect();
    let _ = finding::paid(snapshot, &locale);
    let _ = lists::beside_the_plane(snapshot);
    let _ = finding::quiet_builders(snapshot, &all, registry::known("emission_tao_day"));
    let _ = slots::sentence(snapshot, &slots::by_band(snapshot, &all), &locale);
    let _ = finding::recomputed(snapshot);
    let _ = changes::sentence(snapshot, &changes::between(snapshot, snapshot));
    let _ = view::rows(&Table::default(), snapshot);
    let size = Size { width: 640.0, height: 360.0 };
    let scatter = Compare { form: Form::Scatter, ..Compare::default() };
    let bars = Compare { form: Form::Bar, metric: registry::known("market_cap_tao"), ..Compare::default() };
    let subjects: Vec<_> = Vec::new();
    let cap = registry::known("market_cap_tao");
    let specs = [
        build::plane_chart(snapshot, &Plane::default(), &[]),
        build::lorenz(snapshot, cap, &all, &finding::spread(snapshot, cap, &all)),
        build::compare_chart(snapshot, &subjects, &Ground::default(), &scatter),
        build::compare_chart(snapshot, &subjects, &Ground::default(), &bars),
    ];
    for spec in specs {
        let _ = render(&spec, size, Theme::Light);
        let _ = twin::twin(&spec, twin::Digits::Shown(&locale));
    }
}

/// What stands in for a node: every kind of JSON, and the numbers and texts that break things.
fn substitutes() -> Vec<Json> {
    vec![
        Json::Null,
        json!(true),
        json!(-1),
        json!(0),
        json!(1e308),
        json!(-1e308),
        json!(u64::MAX),
        json!(""),
        json!("\u{202e}\u{0}<script>"),
        json!("9999999-99-99"),
        json!("70000.r70000"),
        json!([]),
        json!([[null]]),
        json!({}),
        json!({"sha256": "..", "bytes": -1}),
    ]
}

/// The pointer of every node below the root.
fn pointers(json: &Json) -> Vec<String> {
    let escape = |key: &str| key.replace('~', "~0").replace('/', "~1");
    let children: Vec<(String, &Json)> = match json {
        Json::Object(fields) => fields.iter().map(|(key, value)| (escape(key), value)).collect(),
        Json::Array(items) => items.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let below = |(key, child): (String, &Json)| {
        let nested: Vec<String> = pointers(child).into_iter().map(|rest| format!("/{key}{rest}")).collect();
        std::iter::once(format!("/{key}")).chain(nested).collect::<Vec<_>>()
    };
    children.into_iter().flat_map(below).collect()
}

/// Every variant of a file with one node changed.
fn variants(file: &Json) -> Vec<Json> {
    let mut variants = Vec::new();
    for pointer in pointers(file) {
        for substitute in substitutes() {
            let mut variant = file.clone();
            *variant.pointer_mut(&pointer).unwrap() = substitute;
            variants.push(variant);
        }
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let mut dropped = file.clone();
        match dropped.pointer_mut(parent).unwrap() {
            Json::Object(fields) => drop(fields.remove(&key.replace("~1", "/").replace("~0", "~"))),
            Json::Array(items) => drop(items.remove(key.parse().unwrap())),
            _ => unreachable!("only these have children"),
        }
        variants.push(dropped);
        let mut joined = file.clone();
        if let Json::Object(fields) = joined.pointer_mut(&pointer).unwrap() {
            fields.insert("from_the_future".to_owned(), json!({ "deep": [1, "two", null] }));
            variants.push(joined);
        }
    }
    variants
}

/// Reads every variant of a file, and gives those that are still of its type.
fn readable<T: DeserializeOwned>(file: &Json) -> Vec<T> {
    let all = variants(file);
    let read: Vec<T> = all.iter().filter_map(|json| serde_json::from_value(json.clone()).ok()).collect();
    assert!(!read.is_empty() && read.len() < all.len(), "{} of {} can be read", read.len(), all.len());
    read
}

fn typed<T: DeserializeOwned>(json: &Json) -> T {
    serde_json::from_value(json.clone()).unwrap()
}

#[test]
fn any_summary_is_drawn_or_refused() {
    let summary = object(&root()["objects"]["summary"]);
    for summary in readable::<wire::Summary>(&summary) {
        if let Ok((snapshot, _)) = snapshot_from_wire(typed(&root()), summary) {
            use_up(&snapshot);
        }
    }
}

#[test]
fn any_root_is_drawn_or_refused() {
    let summary = object(&root()["objects"]["summary"]);
    for root in readable::<wire::Root>(&root()) {
        if let Ok((snapshot, _)) = snapshot_from_wire(root, typed(&summary)) {
            use_up(&snapshot);
        }
    }
}

#[test]
fn any_profile_history_and_claim_is_drawn_or_refused() {
    let root = root();
    let (snapshot, _) =
        snapshot_from_wire(typed(&root), typed(&object(&root["objects"]["summary"]))).unwrap();
    let index = object(&root["objects"]["index"]);
    let _ = readable::<wire::Index>(&index);
    let entry =
        index["subnets"].as_array().unwrap().iter().rfind(|entry| entry["history"][0].is_object()).unwrap();
    let id = entry["id"].as_str().unwrap().parse().unwrap();
    let row = snapshot.subnets.iter().position(|subnet| subnet.id == id).unwrap();
    let size = Size { width: 640.0, height: 360.0 };
    for profile in readable::<wire::Profile>(&object(&entry["profile"])) {
        let _ = finding::tenure(&profile, id);
        let _ = finding::lost_on(&profile, id);
        let _ = finding::shipped::searched(Some(&profile), Rung::Release);
        let _ = evidence_from_wire(profile.evidence, &snapshot.sources);
    }
    for year in readable::<wire::HistoryYear>(&object(&entry["history"][0])) {
        let (prices, _) = tao_usd_from_wire(vec![of_network(year.clone())], &snapshot.sources);
        let (history, _) = history_from_wire(id, vec![year], &snapshot.sources);
        let ground = Ground { tao_usd: prices.as_ref(), ..Ground::default() };
        let view = Compare { unit: Some(UnitChoice::UsdThen), ..Compare::default() };
        let compared = build::compared(&snapshot, &[(row, &history), (row, &history)], &ground, &view);
        let _ = render(&compared.spec, size, Theme::Light);
        let _ = finding::received(&snapshot, &history, &Locale::default());
        let charts = [
            build::price_chart(&snapshot, row, &history, &[]),
            build::ledger_chart(
                &snapshot,
                row,
                &build::Past {
                    history: &history,
                    evidence: &[],
                    events: &[],
                    releases: Searched::Never,
                    until: snapshot.as_of.day,
                    changed_hands: true,
                },
            ),
        ];
        for spec in charts {
            let _ = render(&spec, size, Theme::Light);
        }
    }
    for claims in readable::<wire::Claims>(&object(&root["objects"]["claims"])) {
        for claim in claims.claims {
            let subnet = claim.subnet.as_deref().and_then(|subnet| subnet.parse().ok());
            let _ = claim.reading.and_then(|reading| claim::read(&snapshot, subnet, &reading));
        }
    }
    for events in readable::<wire::Events>(&object(&root["objects"]["events"])) {
        let _ = finding::events::of_subnet(&events, id);
        let _ = finding::events::of_registration(&events, id);
        let _ = finding::events::changed_hands(&events, id);
    }
}

/// Every published type, given the same bytes.
fn try_all(bytes: &[u8]) {
    fn one<T: DeserializeOwned + Serialize>(bytes: &[u8]) {
        if let Ok(value) = serde_json::from_slice::<T>(bytes) {
            serde_json::to_string(&value).unwrap();
        }
    }
    one::<wire::Latest>(bytes);
    one::<wire::Root>(bytes);
    one::<wire::Summary>(bytes);
    one::<wire::Index>(bytes);
    one::<wire::Profile>(bytes);
    one::<wire::HistoryYear>(bytes);
    one::<wire::Claims>(bytes);
    one::<wire::Events>(bytes);
}

#[test]
fn deep_and_long_files_end() {
    for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000), format!("[{}", "1e999,".repeat(1_000_000))] {
        try_all(text.as_bytes());
    }
    try_all(format!("{{\"format\":\"{}\"}}", "x".repeat(10_000_000)).as_bytes());
    try_all(&[0xff; 1000]);
}

/// The parsing test suite for JSON, where it lies beside the repository.
#[test]
fn every_file_of_the_parsing_suite_is_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/hostile/jsontestsuite");
    if !folder.exists() {
        println!("skipped: {} is not here", folder.display());
        return;
    }
    let mut tried = 0;
    for part in ["test_parsing", "test_transform"] {
        for file in fs::read_dir(folder.join(part)).unwrap() {
            let path = file.unwrap().path();
            let bytes = fs::read(&path).unwrap();
            try_all(&bytes);
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let read = serde_json::from_slice::<Json>(&bytes).is_ok();
            // y must be read and n refused; on the others a parser may decide.
            assert!(!name.starts_with("y_") || read, "{name} is JSON");
            assert!(!name.starts_with("n_") || !read, "{name} is no JSON");
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried} files");
}
