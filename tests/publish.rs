//! The publisher over made-up captures that hold every trap of real ones: a moving average named
//! price, a cumulative volume, dates of 1970, root among the subnets, zeros that mean not measured,
//! a slot with a second holder, hostile names and links, probes that never succeeded.
#![cfg(not(target_arch = "wasm32"))]
// Everything here is a test, and what a test cannot read has failed it.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;
use subnet_ledger::finding::card::Card;
use subnet_ledger::format::Locale;
use subnet_ledger::registry;
use subnet_ledger::snapshot::snapshot_from_wire;
use subnet_ledger::snapshot::wire::{HistoryYear, Index, Latest, ObjectRef, Profile, Root, Summary};

/// A folder of its own for each test.
fn scratch() -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let name = format!("publish-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // What an earlier run left would be published too.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/captures")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(drop).unwrap()
        }
    }
}

/// Runs the tool; exit code and everything it said.
fn publish(captures: &Path, out: &Path) -> (i32, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_ledger"))
        .args(["publish", "--captures"])
        .arg(captures)
        .arg("--out")
        .arg(out)
        .arg("--generations")
        .arg(captures.join("generations.toml"))
        .arg("--claims")
        .arg(captures.join("claims.toml"))
        .output()
        .unwrap();
    let said = [run.stdout, run.stderr].concat();
    (run.status.code().unwrap(), String::from_utf8(said).unwrap())
}

struct Published(PathBuf);

impl Published {
    fn of_fixture() -> (Self, String) {
        let out = scratch();
        let (code, said) = publish(&fixture(), &out);
        assert_eq!(code, 0, "{said}");
        (Self(out), said)
    }

    fn json<T: serde::de::DeserializeOwned>(&self, name: &str) -> T {
        serde_json::from_slice(&fs::read(self.0.join(name)).unwrap()).unwrap()
    }

    fn object<T: serde::de::DeserializeOwned>(&self, object: &ObjectRef) -> T {
        self.json(&format!("objects/{}.json", object.sha256))
    }

    fn root(&self) -> Root {
        let latest: Latest = self.json("latest.json");
        self.json(&format!("snapshots/{}.json", latest.snapshot))
    }

    fn summary(&self) -> Summary {
        self.object(&self.root().objects.summary)
    }

    fn index(&self) -> Index {
        self.object(&self.root().objects.index)
    }

    fn profile(&self, id: &str) -> Profile {
        let index = self.index();
        self.object(&index.subnets.iter().find(|entry| entry.id == id).unwrap().profile)
    }
}

/// Every file of a folder with its bytes.
fn bytes(folder: &Path, inside: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder.join(inside)).unwrap().map(Result::unwrap) {
        let name = Path::new(inside).join(entry.file_name()).to_string_lossy().into_owned();
        if entry.path().is_dir() {
            bytes(folder, &name, found)
        } else {
            found.extend([(name, fs::read(entry.path()).unwrap())])
        }
    }
}

#[test]
fn root_is_no_subnet_and_a_second_holder_is_another_one() {
    let (published, _) = Published::of_fixture();
    assert_eq!(published.summary().subnets, ["1.r1", "2.r1", "3.r2"]);
    assert_eq!(published.root().id, "2026-08-07-2000");
    assert_eq!(published.root().root_weight, Some(900.0));
    let generations: Vec<_> = published.profile("3.r2").generations.into_iter().map(|one| one.id).collect();
    assert_eq!(generations, ["3.r1", "3.r2"]);
}

#[test]
fn labels_that_lie_are_not_believed() {
    let (published, _) = Published::of_fixture();
    let metrics = published.summary().metrics;
    // What the capture calls the price is the moving average; no spot price was captured.
    assert!(!metrics.contains_key("price_tao"));
    assert_eq!(metrics["ema_price_tao"].values[0], Some(0.05));
    // What it calls the volume is a total since launch.
    assert_eq!(metrics["volume_total_tao"].values[0], Some(5000.0));
    assert!(!metrics.keys().any(|metric| metric.contains("24h")));
    assert_eq!(metrics["tao_in_emission"].block, Some(2000), "read again at the named block");
    assert_eq!(metrics["tao_in_pool"].block, Some(1990));
}

#[test]
fn a_zero_that_means_not_measured_is_missing_and_says_why() {
    let (published, _) = Published::of_fixture();
    let metrics = published.summary().metrics;
    assert_eq!(metrics["miner_burn"].values, [Some(0.25), Some(0.25), None]);
    assert_eq!(metrics["miner_burn"].exceptions[&2].state.as_deref(), Some("not_measured"));
    assert!(metrics["miner_burn"].exceptions[&2].why.is_some());
    assert_eq!(metrics["ema_price_tao"].values[2], None);
    assert_eq!(metrics["tao_in_emission"].values[2], Some(0.0), "a zero that was measured stays");
}

#[test]
fn hostile_identities_are_kept_as_text_and_flagged() {
    let (published, _) = Published::of_fixture();
    let summary = published.summary();
    assert!(summary.name_flags.contains_key(&1), "{:?}", summary.name_flags);
    let links = |id: &str| published.profile(id).links.into_iter().map(|link| link.url).collect::<Vec<_>>();
    assert!(links("1.r1").iter().any(|url| url == "https://first.example/"), "{:?}", links("1.r1"));
    assert!(!links("2.r1").iter().any(|url| url.contains("second.example/") && !url.starts_with("https")));
    assert!(!links("3.r2").iter().any(|url| url.contains("javascript")));
    assert_eq!(published.profile("3.r2").identity["subnet_url"], "javascript:alert(1)");
}

#[test]
fn evidence_makes_rungs_and_nothing_else_does() {
    let (published, _) = Published::of_fixture();
    let summary = published.summary();
    // 1: code, a release within the year, an API that answered. 2: a placeholder for a repository and
    // an API none of whose probes succeeded, though the prober writes a day of its last answer.
    // 3: a repository last pushed to since its registration, without releases.
    // The claim of users is a claim and no more.
    assert_eq!(summary.ladder.states[0], "sssc-");
    assert_eq!(&summary.ladder.states[1][..3], "n-c");
    assert_eq!(&summary.ladder.states[2][..2], "sn");
    assert_eq!(summary.metrics["commits_13w"].values, [Some(6.0), None, Some(0.0)]);
    let evidence = published.profile("1.r1").evidence;
    assert!(!evidence.iter().any(|item| item.what.contains("old")), "a release of 1970 has no day");
    let shared = evidence.iter().find(|item| item.rung == "public_code").unwrap();
    assert_eq!(shared.shared_with, [3], "one organisation's work is not two");
    assert_eq!(summary.teams, [[1, 3]]);
    assert!(summary.repeated.is_empty(), "each of the two has a repository of its own");
    let rungs = published.profile("1.r1").rungs;
    assert_eq!(rungs[1].since.as_deref(), Some("2025-03-17"), "since the registration");
}

#[test]
fn prices_keep_their_gaps_and_spikes_and_the_spike_is_remarked() {
    let (published, said) = Published::of_fixture();
    let index = published.index();
    let year: HistoryYear = published.object(&index.subnets[0].history[0].object());
    assert_eq!(year.start, "2025-03-01");
    assert_eq!(year.metrics["price_tao"].values, [Some(0.05), None, Some(0.06), Some(90.0)]);
    assert!(said.contains("price-jump") && said.contains("netuid 1, 2025-03-04"), "{said}");
}

#[test]
fn two_runs_give_identical_bytes() {
    let (first, second) = (Published::of_fixture().0, Published::of_fixture().0);
    let (mut a, mut b) = (BTreeMap::new(), BTreeMap::new());
    bytes(&first.0, "", &mut a);
    bytes(&second.0, "", &mut b);
    assert!(a.len() > 10);
    assert_eq!(a, b);
}

/// The fixture with its cross-section changed.
fn changed(change: impl Fn(&mut Value)) -> PathBuf {
    let folder = scratch();
    copy(&fixture(), &folder);
    let file = folder.join("metagraphed/native/finney-subnets.2026-08-07.json");
    let mut section: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    change(&mut section);
    fs::write(&file, serde_json::to_vec(&section).unwrap()).unwrap();
    folder
}

#[test]
fn the_same_repository_is_named_once_for_sums_over_subnets() {
    let captures = changed(|section| {
        let repository = section["subnets"][1]["chain_identity"]["github_repo"].clone();
        section["subnets"][3]["chain_identity"]["github_repo"] = repository;
    });
    let out = scratch();
    let (code, said) = publish(&captures, &out);
    assert_eq!(code, 0, "{said}");
    let published = Published(out);
    let summary = published.summary();
    assert_eq!(summary.repeated, [(3, 1)].into());
    let (snapshot, _) = snapshot_from_wire(published.root(), summary).unwrap();
    let metric = registry::known("commits_13w");
    let commits = |row: usize| snapshot.value(metric, row).number();
    assert_eq!((commits(0), commits(2)), (Some(6.0), Some(6.0)), "each shows them");
    let card = Card::of_total(&snapshot, metric, &Locale::default());
    assert_eq!(card.value, "6", "and the network has them once");
}

#[test]
fn a_full_list_of_releases_is_a_lower_bound_and_says_so() {
    const FILE: &str = "metagraphed/registry/generated/github-signals.json";
    let captures = scratch();
    copy(&fixture(), &captures);
    let mut signals: Value = serde_json::from_slice(&fs::read(captures.join(FILE)).unwrap()).unwrap();
    let release = |day: u32| serde_json::json!({ "tag": format!("v{day}"), "published_at": format!("2026-07-{day:02}T00:00:00Z"), "url": null });
    signals["signals"][0]["releases"] = (11..=20).map(release).collect();
    fs::write(captures.join(FILE), serde_json::to_vec(&signals).unwrap()).unwrap();
    let out = scratch();
    let (code, said) = publish(&captures, &out);
    assert_eq!(code, 0, "{said}");
    let published = Published(out);
    let releases = &published.summary().metrics["releases_365d"];
    assert_eq!((releases.values[0], releases.values[2]), (Some(10.0), Some(0.0)));
    let why = releases.exceptions[&0].why.clone().unwrap();
    assert!(why.starts_with("At least this many") && !releases.exceptions.contains_key(&2), "{why}");
    let profile = published.profile("1.r1");
    assert_eq!(profile.evidence.iter().filter(|item| item.rung == "release").count(), 10, "all are listed");
    assert_eq!(profile.rungs[1].since.as_deref(), Some("2026-07-12"), "older ones may not be in the list");
}

#[test]
fn a_subnet_that_is_switched_off_is_published_as_such() {
    let captures = changed(|section| {
        for subnet in section["subnets"].as_array_mut().unwrap() {
            let on = subnet["netuid"] != 2;
            subnet["economics"]["emission_enabled"] = on.into();
        }
    });
    let out = scratch();
    let (code, said) = publish(&captures, &out);
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        Published(out).summary().metrics["emission_enabled"].values,
        [Some(1.0), Some(0.0), Some(1.0)]
    );
}

#[test]
fn one_bad_row_is_left_out_and_named_and_the_others_are_published() {
    let captures = changed(|section| section["subnets"][2]["economics"] = "none".into());
    let out = scratch();
    let (code, said) = publish(&captures, &out);
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("finney-subnets.2026-08-07.json") && said.contains("row 2"), "{said}");
    assert_eq!(Published(out).summary().subnets, ["1.r1", "3.r2"]);
}

#[test]
fn one_bad_value_is_missing_and_named_and_its_row_is_published() {
    let captures = changed(|section| section["subnets"][2]["economics"]["tao_in_pool_tao"] = "much".into());
    let out = scratch();
    let (code, said) = publish(&captures, &out);
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("netuid 2") && said.contains("tao_in_pool_tao"), "{said}");
    assert_eq!(Published(out).summary().metrics["tao_in_pool"].values, [Some(60.0), None, Some(60.0)]);
}

#[test]
fn a_capture_of_mixed_blocks_is_refused() {
    let captures = changed(|section| section["subnets"][2]["block"] = 1991.into());
    let out = scratch();
    let (code, said) = publish(&captures, &out);
    assert_eq!(code, 4, "{said}");
    assert!(said.contains("1991") && said.contains("netuid 2"), "{said}");
    assert!(!out.join("latest.json").exists());
}

#[test]
fn the_captured_data_gives_the_bundled_snapshots() {
    let captures =
        std::env::var("SUBNET_LEDGER_CAPTURES").unwrap_or_else(|_| "../shared/captures".to_owned());
    let captures = Path::new(env!("CARGO_MANIFEST_DIR")).join(captures);
    if !captures.exists() {
        println!("skipped: the captures are not at {}", captures.display());
        return;
    }
    let out = scratch();
    let run = Command::new(env!("CARGO_BIN_EXE_ledger"))
        .args(["publish", "--captures"])
        .arg(&captures)
        .arg("--out")
        .arg(&out)
        .output()
        .unwrap();
    assert!(matches!(run.status.code(), Some(0 | 3)), "{}", String::from_utf8_lossy(&run.stderr));
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let (mut a, mut b) = (BTreeMap::new(), BTreeMap::new());
    bytes(&out, "", &mut a);
    bytes(&bundled, "", &mut b);
    b.remove("schema.json");
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    assert!(a == b, "the bundled snapshots are not what the captures give");
}

#[test]
fn the_price_of_tao_is_published_up_to_the_day_of_the_snapshot_and_a_price_of_nothing_is_left_out() {
    const FILE: &str = "tao-usd/kylewidmann.historical_tao_prices.json";
    let captures = scratch();
    copy(&fixture(), &captures);
    let prices = fs::read_to_string(captures.join(FILE)).unwrap();
    let nothing = r#"{ "2026-01-02": { "date": "2026-01-02", "price": 0 },"#;
    fs::write(captures.join(FILE), prices.replacen('{', nothing, 1)).unwrap();
    let out = scratch();
    let (code, said) = publish(&captures, &out);
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("2026-01-02, price: 0 is no price."), "{said}");
    let published = Published(out);
    // The year before has sums over all subnets alone.
    let [_, year] = &published.root().objects.network[..] else { panic!("two years") };
    let file: HistoryYear = published.object(&year.object());
    assert_eq!((file.id.as_str(), file.start.as_str()), ("network", "2026-01-01"));
    // The gap stays, and what was recorded after the snapshot is not of it.
    assert_eq!(file.metrics["tao_usd"].values, [Some(250.5), None, Some(251.2)]);
    assert!(published.root().sources.iter().any(|source| source.id == file.metrics["tao_usd"].source));
}

#[test]
fn what_all_subnets_come_to_is_published_by_day() {
    let (published, _) = Published::of_fixture();
    let files: Vec<HistoryYear> =
        published.root().objects.network.iter().map(|year| published.object(&year.object())).collect();
    let sum = |metric: &str| -> Vec<f64> {
        let columns = files.iter().filter_map(|file| file.metrics.get(&format!("sum({metric})")));
        columns.flat_map(|column| column.values.iter().flatten().copied()).collect()
    };
    let of_subnets = |metric: &str| -> f64 {
        let years = published.index().subnets.into_iter().flat_map(|entry| entry.history);
        let files = years.map(|year| published.object::<HistoryYear>(&year.object()));
        let last = files.filter_map(|file| file.metrics.get(metric)?.values.last().copied().flatten());
        last.sum()
    };
    // The days of the daily prices, then the day of the cross-section: its pools give the price.
    let prices = sum("price_tao");
    assert_eq!(prices.first(), Some(&0.05), "{prices:?}");
    assert!((sum("tao_in_pool").last().unwrap() - of_subnets("tao_in_pool")).abs() < 1e-6);
    assert!((sum("validators").last().unwrap() - of_subnets("validators")).abs() < 1e-6);
    assert_eq!(sum("alpha_out"), [0.0; 0], "the alpha of two subnets never adds up");
    let note = files.iter().find_map(|file| file.metrics.get("sum(price_tao)")?.note.clone());
    assert!(note.unwrap().contains("had started"));
}

/// What `docs/publishing.md` promises: the cross-section alone makes a publication in which nothing is wrong,
/// and nothing is left of another one that was in the folder.
#[test]
fn a_cross_section_alone_is_a_whole_publication() {
    let captures = scratch();
    copy(&fixture().join("metagraphed/native"), &captures.join("metagraphed/native"));
    for file in ["generations.toml", "claims.toml"] {
        fs::copy(fixture().join(file), captures.join(file)).unwrap();
    }
    let out = scratch();
    fs::create_dir_all(out.join("snapshots")).unwrap();
    fs::create_dir_all(out.join("objects")).unwrap();
    let (old, kept) = (out.join("snapshots/2026-01-10-1000.json"), out.join("snapshots/notes.json"));
    fs::write(&old, "{}").unwrap();
    fs::write(&kept, "{}").unwrap();
    let (code, said) = publish(&captures, &out);
    assert_eq!(code, 0, "{said}");
    assert!(!old.exists() && kept.exists());
    let check = Command::new(env!("CARGO_BIN_EXE_ledger")).arg("check").arg(&out).output().unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    let summary = Published(out).summary();
    assert!(!summary.metrics.contains_key("earned_tao_cum"), "no day is known, so no sum is");
}

/// A file of the made-up captures, changed.
fn with_signals(change: impl Fn(&mut Value)) -> PathBuf {
    const FILE: &str = "metagraphed/registry/generated/github-signals.json";
    let captures = scratch();
    copy(&fixture(), &captures);
    let mut signals: Value = serde_json::from_slice(&fs::read(captures.join(FILE)).unwrap()).unwrap();
    change(&mut signals["signals"]);
    fs::write(captures.join(FILE), serde_json::to_vec(&signals).unwrap()).unwrap();
    captures
}

/// Many stars and commits: the columns of activity have them, and every rung stands as it did.
#[test]
fn commits_and_stars_never_make_a_rung() {
    let captures = with_signals(|signals| {
        for signal in signals.as_array_mut().unwrap() {
            signal["stars"] = 1_000_000.into();
            signal["commits_weekly"][0]["count"] = 1_000_000.into();
        }
    });
    let out = scratch();
    let (code, said) = publish(&captures, &out);
    assert_eq!(code, 0, "{said}");
    let (plain, busy) = (Published::of_fixture().0.summary(), Published(out).summary());
    assert_eq!(busy.metrics["stars"].values[2], Some(1e6));
    assert!(busy.metrics["commits_13w"].values[2] >= Some(1e6));
    assert_eq!(busy.ladder.states, plain.ladder.states);
    assert_eq!(busy.ladder.states[2], "snn--", "code and no more, whatever its stars");
}

/// The captures do not have the address of every release.
#[test]
fn a_release_without_an_address_is_found_at_its_repository() {
    let captures = with_signals(|signals| signals[0]["releases"][0]["url"] = Value::Null);
    let out = scratch();
    let (code, said) = publish(&captures, &out);
    assert_eq!(code, 0, "{said}");
    let check = Command::new(env!("CARGO_BIN_EXE_ledger")).arg("check").arg(&out).output().unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    let evidence = Published(out).profile("1.r1").evidence;
    let release = evidence.iter().find(|item| item.rung == "release").unwrap();
    assert_eq!(release.link.as_deref(), Some("https://github.com/Acme/First"));
}

/// Whoever copies the example has a module that compiles: it is one that does.
#[test]
fn the_importer_in_the_documents_is_the_one_that_runs() {
    let document = include_str!("../docs/publishing.md");
    let importer = include_str!("../src/publish/capture/tao_usd.rs");
    let shown = document.split("```rust\n").nth(1).and_then(|rest| rest.split("```").next());
    assert_eq!(shown, Some(importer));
}

/// What the help of the tool teaches: each kind of file, what comes after, and what its answers mean.
#[test]
fn the_help_of_the_tool_teaches_the_whole_way() {
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_ledger")).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, help) = run(&["publish", "--help"]);
    assert_eq!(code, Some(0));
    for taught in [
        "metagraphed/native/finney-subnets.<day>.json",
        "only one cross-section is needed",
        "ledger check public/data",
        "make dist URL=https://your.host/",
        "docs/publishing.md",
        "generations.toml",
    ] {
        assert!(help.contains(taught), "{taught}: {help}");
    }
    let codes = help.split("Exit codes:").nth(1).unwrap();
    for (code, meaning) in [
        (0, "published"),
        (1, "a file could not be"),
        (2, "the command"),
        (3, "published, but"),
        (4, "refused"),
    ] {
        assert!(codes.contains(&format!("\n  {code}  {meaning}")), "{code}: {codes}");
    }
    assert_eq!(run(&["publish", "--nonsense"]).0, Some(2));
}
