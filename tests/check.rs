//! `ledger check` finds every kind of damage. Each test damages a copy of the golden folder and,
//! where the damage is one of meaning, mends the hashes above it, as a publisher in error would.
#![cfg(not(target_arch = "wasm32"))]
// Everything here is a test, and what a test cannot read has failed it.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use subnet_ledger::publish::check::check;
use subnet_ledger::publish::store::reference;

const ROOT: &str = "snapshots/2026-01-10-1000000.json";

/// A copy of the golden folder, removed at the end of its test.
struct Copy(PathBuf);

impl Copy {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("ledger-check-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let copy = Self(std::env::temp_dir().join(name));
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/format-1");
        for inside in ["", "objects", "snapshots"] {
            fs::create_dir_all(copy.0.join(inside)).unwrap();
            for entry in fs::read_dir(golden.join(inside)).unwrap().map(Result::unwrap) {
                if entry.path().is_file() {
                    fs::copy(entry.path(), copy.0.join(inside).join(entry.file_name())).unwrap();
                }
            }
        }
        copy
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.0.join(name)).unwrap()).unwrap()
    }

    /// Where the object lies that `path` leads to from a file.
    fn object(&self, from: &str, path: &str) -> String {
        format!("objects/{}.json", self.json(from).pointer(path).unwrap()["sha256"].as_str().unwrap())
    }

    /// Changes a file, and every reference to it up to `latest.json`.
    fn change(&self, name: &str, change: impl FnOnce(&mut Value)) {
        self.change_boxed(name, Box::new(change));
    }

    fn change_boxed<'a>(&self, name: &str, change: Box<dyn FnOnce(&mut Value) + 'a>) {
        let old = reference(&fs::read(self.0.join(name)).unwrap());
        let mut value = self.json(name);
        change(&mut value);
        let bytes = serde_json::to_vec(&value).unwrap();
        let new = reference(&bytes);
        let renamed = name.replace(&old.sha256, &new.sha256);
        fs::write(self.0.join(&renamed), bytes).unwrap();
        let parents = match name {
            "latest.json" => return,
            ROOT => vec!["latest.json".to_owned()],
            _ => vec![self.object(ROOT, "/objects/index"), ROOT.to_owned()],
        };
        for parent in parents {
            let text = fs::read_to_string(self.0.join(&parent)).unwrap();
            if text.contains(&old.sha256) {
                self.change_boxed(&parent, Box::new(|value| repoint(value, &old.sha256, &json!(new))));
            }
        }
    }

    fn summary(&self) -> String {
        self.object(ROOT, "/objects/summary")
    }

    fn index(&self) -> String {
        self.object(ROOT, "/objects/index")
    }

    /// The profile of subnet 7, which has everything.
    fn profile(&self) -> String {
        self.object(&self.index(), "/subnets/2/profile")
    }

    /// The one thing that is wrong.
    fn only_finding(&self) -> String {
        let findings = check(&self.0).unwrap().findings;
        assert_eq!(findings.len(), 1, "{findings:#?}");
        findings[0].what.clone()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Points every reference to one content at another.
fn repoint(value: &mut Value, old: &str, new: &Value) {
    if value["sha256"] == old {
        value["sha256"] = new["sha256"].clone();
        value["bytes"] = new["bytes"].clone();
    }
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| repoint(value, old, new)),
        Value::Object(fields) => fields.values_mut().for_each(|value| repoint(value, old, new)),
        _ => {}
    }
}

#[test]
fn a_flipped_byte_a_cut_file_and_a_missing_one_are_found() {
    let copy = Copy::new();
    let path = copy.0.join(copy.summary());
    let whole = fs::read(&path).unwrap();
    let mut flipped = whole.clone();
    flipped[20] ^= 1;
    fs::write(&path, flipped).unwrap();
    assert!(copy.only_finding().contains("its content has the hash"));
    fs::write(&path, &whole[..whole.len() - 5]).unwrap();
    assert!(copy.only_finding().ends_with("were announced"));
    fs::remove_file(&path).unwrap();
    assert!(copy.only_finding().starts_with("it cannot be read"));
}

#[test]
fn a_folder_without_a_readable_latest_is_no_data_folder() {
    let copy = Copy::new();
    copy.change("latest.json", |latest| latest["format"] = json!("subnet-ledger/2"));
    assert!(check(&copy.0).unwrap_err().to_string().contains("newer than this page"));
    fs::write(copy.0.join("latest.json"), "<html>").unwrap();
    assert!(check(&copy.0).is_err());
    assert!(check(Path::new("/nowhere/at/all")).is_err());
}

#[test]
fn a_name_that_leads_out_of_the_folder_is_not_followed() {
    let copy = Copy::new();
    copy.change(ROOT, |root| root["objects"]["events"]["sha256"] = json!("../../etc/passwd"));
    assert!(copy.only_finding().contains("64 lower-case hexadecimal digits"));
}

#[test]
fn rows_that_do_not_meet_are_found() {
    let copy = Copy::new();
    copy.change(&copy.summary(), |summary| {
        summary["symbol"].as_array_mut().unwrap().pop();
    });
    assert_eq!(copy.only_finding(), "“symbol” has 2 values for 3 subnets");
}

#[test]
fn more_tokens_than_there_can_be_are_found() {
    let copy = Copy::new();
    copy.change(&copy.summary(), |summary| summary["metrics"]["alpha_out"]["values"][2] = json!(21e6));
    assert!(copy.only_finding().starts_with("7.r1 has 22000000 alpha"));
    let copy = Copy::new();
    copy.change(&copy.summary(), |summary| summary["metrics"]["tao_in_pool"]["values"][2] = json!(21e6));
    assert!(copy.only_finding().contains("more than there can be"));
}

#[test]
fn numbers_that_cannot_be_are_found() {
    let cases = [
        ("/metrics/slots_used/values/1", json!(300), "4.r2 has 300 of 256 slots taken"),
        ("/metrics/miner_burn/values/1", json!(1.5), "a share is above 1"),
        ("/metrics/tao_in_pool/values/1", json!(-1), "-1 is less than nothing"),
        ("/metrics/registered_at_block/values/1", json!(2e6), "4.r2 was registered after the snapshot"),
        ("/metrics/ema_price_tao/values/0", json!(0.0), "the remark on row 0 fits no row"),
        ("/metrics/stars/grade", json!("a hunch"), "its grade “a hunch” is not known"),
        ("/metrics/stars/source", json!("hearsay"), "its source “hearsay” is not in the root’s list"),
        ("/ladder/states/1", json!("sss"), "“sss” is no ladder"),
    ];
    for (place, value, expected) in cases {
        let copy = Copy::new();
        copy.change(&copy.summary(), |summary| *summary.pointer_mut(place).unwrap() = value);
        let findings = check(&copy.0).unwrap().findings;
        assert!(findings.iter().any(|finding| finding.what.starts_with(expected)), "{place}: {findings:#?}");
    }
}

#[test]
fn a_published_copy_of_a_computed_column_is_found() {
    let copy = Copy::new();
    copy.change(&copy.summary(), |summary| {
        summary["metrics"]["emission_share"] = summary["metrics"]["tao_in_emission"].clone();
    });
    let findings = check(&copy.0).unwrap().findings;
    assert!(findings.iter().any(|finding| finding.what.contains("can be computed from other columns")));
    assert!(findings.iter().any(|finding| finding.what.contains("sums to 0.3")), "{findings:#?}");
}

#[test]
fn generations_out_of_order_are_found() {
    let copy = Copy::new();
    let profile = copy.object(&copy.index(), "/subnets/1/profile");
    copy.change(&profile, |profile| profile["generations"].as_array_mut().unwrap().reverse());
    let findings = check(&copy.0).unwrap().findings;
    assert!(
        findings.iter().any(|finding| finding.what == "4.r2 does not end where 4.r1 begins"),
        "{findings:#?}"
    );
    let copy = Copy::new();
    copy.change(&copy.index(), |index| index["subnets"].as_array_mut().unwrap().swap(0, 1));
    assert!(
        check(&copy.0).unwrap().findings.iter().any(|finding| finding.what.contains("in the same order"))
    );
}

#[test]
fn evidence_that_is_not_the_subnets_own_is_found() {
    let copy = Copy::new();
    copy.change(&copy.profile(), |profile| profile["evidence"][1]["day"] = json!("2025-07-22"));
    assert!(copy.only_finding().contains("from before the registration"));
    let copy = Copy::new();
    copy.change(&copy.profile(), |profile| {
        profile["evidence"].as_array_mut().unwrap().pop();
    });
    assert_eq!(copy.only_finding(), "“release” is satisfied without evidence that has a link and a day");
    let copy = Copy::new();
    copy.change(&copy.profile(), |profile| profile["rungs"][1]["state"] = json!("lapsed"));
    assert!(copy.only_finding().contains("contradicts the ladder"));
}

#[test]
fn links_claims_events_and_history_are_checked() {
    let copy = Copy::new();
    copy.change(&copy.profile(), |profile| profile["links"][0]["url"] = json!("javascript:alert(1)"));
    assert!(copy.only_finding().contains("is offered as a link"));
    let copy = Copy::new();
    copy.change(&copy.profile(), |profile| profile["claims"][0] = json!("nobody-said-so"));
    assert!(copy.only_finding().contains("is not in the ledger"));
    let copy = Copy::new();
    let events = copy.object(ROOT, "/objects/events");
    copy.change(&events, |events| events["events"].as_array_mut().unwrap().reverse());
    assert!(copy.only_finding().contains("not in order of days"));
    let copy = Copy::new();
    let year = copy.object(&copy.index(), "/subnets/2/history/1");
    copy.change(&year, |year| year["start"] = json!("2026-01-09"));
    assert!(copy.only_finding().contains("after the snapshot"));
}

#[test]
fn the_tool_answers_with_its_exit_code() {
    let run = |folder: &Path| {
        let output = Command::new(env!("CARGO_BIN_EXE_ledger")).arg("check").arg(folder).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let copy = Copy::new();
    assert_eq!(run(&copy.0), (Some(0), String::new()));
    fs::remove_file(copy.0.join(copy.profile())).unwrap();
    let (code, said) = run(&copy.0);
    assert_eq!(code, Some(5));
    assert!(said.starts_with("objects/") && said.contains("it cannot be read"), "{said}");
    fs::remove_file(copy.0.join("latest.json")).unwrap();
    assert_eq!(run(&copy.0).0, Some(1));
}

#[test]
fn nothing_is_wrong_with_the_bundled_data() {
    let report = check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")).unwrap();
    assert_eq!(report.findings, []);
    assert_eq!(report.snapshots, 3);
    assert!(report.bytes < 6_000_000, "{} bytes", report.bytes);
}

/// A rung stands on something that a reader can follow, and that has a day.
#[test]
fn a_satisfied_rung_needs_evidence_with_a_link_and_a_day() {
    for missing in ["link", "day"] {
        let copy = Copy::new();
        copy.change(&copy.profile(), |profile| {
            assert_eq!(profile["evidence"][1]["rung"], "release");
            profile["evidence"][1].as_object_mut().unwrap().remove(missing).unwrap();
        });
        assert_eq!(
            copy.only_finding(),
            "“release” is satisfied without evidence that has a link and a day",
            "no {missing}"
        );
    }
    let copy = Copy::new();
    copy.change(&copy.profile(), |profile| profile["evidence"][1]["grade"] = json!("dreamt"));
    assert!(copy.only_finding().contains("graded “dreamt”"));
}
