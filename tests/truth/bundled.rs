//! The bundled data folder, and the captures when they are there.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use subnet_ledger::model::SubnetId;
use subnet_ledger::registry;
use subnet_ledger::snapshot::{History, Snapshot, history_from_wire, snapshot_from_wire, wire};

pub const AUGUST: &str = "2026-08-07-8791253";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    let path = folder().join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn object<T: DeserializeOwned>(object: &wire::ObjectRef) -> T {
    read(&format!("objects/{}.json", object.sha256))
}

pub fn latest() -> wire::Latest {
    read("latest.json")
}

pub fn root(id: &str) -> wire::Root {
    read(&format!("snapshots/{id}.json"))
}

pub fn summary(id: &str) -> wire::Summary {
    object(&root(id).objects.summary)
}

/// A bundled snapshot as the site loads it.
pub fn snapshot(id: &str) -> Snapshot {
    let (snapshot, issues) = snapshot_from_wire(root(id), summary(id)).expect("the format is ours");
    assert_eq!(issues, [], "{id}");
    snapshot
}

/// The number of a metric, by id of the subnet.
pub fn number(snapshot: &Snapshot, metric: &str, subnet: &str) -> f64 {
    let row = snapshot.row(subnet.parse().expect("a subnet")).expect("in the snapshot");
    snapshot
        .value(registry::known(metric), row)
        .number()
        .unwrap_or_else(|| panic!("{subnet} has no {metric}"))
}

/// The profile of a registration in the snapshot of August.
pub fn profile(id: &str) -> wire::Profile {
    let index: wire::Index = object(&root(AUGUST).objects.index);
    object(&index.subnets.iter().find(|entry| entry.id == id).expect("in the index").profile)
}

/// The history of a registration in a snapshot; `None` when the index does not have it.
pub fn history(id: &str, subnet: SubnetId) -> Option<History> {
    let index: wire::Index = object(&root(id).objects.index);
    let name = subnet.to_string();
    let entry = index.subnets.iter().chain(&index.former).find(|entry| entry.id == name)?;
    let years = entry.history.iter().map(|year| object(&year.object())).collect();
    let (history, issues) = history_from_wire(subnet, years, &[]);
    assert_eq!(issues, [], "{name}");
    Some(history)
}

/// A file of the captures; `None`, and a line that says so, when they are not here.
pub fn captured(name: &str) -> Option<String> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/captures");
    let folder = std::env::var_os("SUBNET_LEDGER_CAPTURES").map_or_else(beside, PathBuf::from);
    let text = fs::read_to_string(folder.join(name)).ok();
    if text.is_none() {
        eprintln!("skipped: the captures are not here, so {name} was not compared");
    }
    text
}

/// The rows of a table with a header, each as text by column.
pub fn rows(text: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.expect("a row of the table")).collect()
}
