//! The published emission of 2025: what it says of itself, and its error, measured again from the
//! published files and from pool reserves of 17 April 2025 (taostats, an example answer of its
//! documents). Nothing else of 2025 that was captured tells where emission went.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use subnet_ledger::compute::deviation::Deviation;
use subnet_ledger::compute::reconstruct::{MOVING_PRICE, Price, Rebuilt, Rule, pool_alpha, rebuild};
use subnet_ledger::model::{Day, Grade, SubnetId};
use subnet_ledger::registry;
use subnet_ledger::snapshot::{History, history_from_wire, wire};

/// Block of the launch, of the last sample of the first day, and of the captured reserves.
const BLOCKS: [u64; 3] = [4_920_351, 4_925_837, 5_373_800];

fn read<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data").join(name);
    let bytes = fs::read(path).expect("the site has data");
    serde_json::from_slice(&bytes).expect("it is in our format")
}

fn object<T: serde::de::DeserializeOwned>(object: &wire::ObjectRef) -> T {
    read(&format!("objects/{}.json", object.sha256))
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// Every history of the newest snapshot.
fn histories() -> Vec<History> {
    let latest: wire::Latest = read("latest.json");
    let root: wire::Root = read(&format!("snapshots/{}.json", latest.snapshot));
    let index: wire::Index = object(&root.objects.index);
    let entries = index.subnets.iter().chain(&index.former);
    let history = |entry: &wire::IndexEntry| {
        let id: SubnetId = entry.id.parse().expect("an id");
        let years = entry.history.iter().map(|year| object(&year.object())).collect();
        let (history, issues) = history_from_wire(id, years, &[]);
        assert_eq!(issues, []);
        history
    };
    entries.map(history).collect()
}

#[test]
fn rebuilt_days_end_where_the_rule_ended_and_never_exceed_the_emission() {
    let emission = registry::known("emission_tao_day");
    let mut sums: BTreeMap<Day, f64> = BTreeMap::new();
    let mut noted = 0;
    for history in histories() {
        let Some(series) = history.series(emission) else { continue };
        for (at, tao) in series.points().filter(|(at, _)| series.is_reconstructed(*at)) {
            *sums.entry(at).or_default() += tao;
        }
        let captured: Vec<Day> =
            series.points().map(|(at, _)| at).filter(|at| !series.is_reconstructed(*at)).collect();
        assert!(captured.iter().all(|at| *at == day("2026-08-07")), "{}: {captured:?}", history.id);
        if series.grade() == Some(Grade::Reconstructed) {
            let note = &history.notes[emission.id];
            // What the test below measures.
            assert!(note.contains("17 Apr 2025, against pool reserves: median error 2.4 % "), "{note}");
            assert!(note.contains(", 90th percentile 12.2 % "), "{note}");
            noted += 1;
        }
    }
    assert!(noted >= 100, "{noted}");
    assert_eq!(sums.len(), 258);
    assert_eq!(sums.keys().next(), Some(&day("2025-02-14")));
    assert_eq!(sums.keys().next_back(), Some(&day("2025-10-29")));
    // Part of each day went to registrations that nobody has identified.
    assert!(sums.values().all(|sum| (6_500.0..7_201.0).contains(sum)), "{sums:?}");
}

/// Alpha in pool and stakes on 17 April 2025, by netuid.
fn reserves() -> BTreeMap<u16, f64> {
    let lines = include_str!("fixtures/reserves-2025-04-17.csv").lines().skip(1);
    let row = |line: &str| {
        let mut cells = line.split(',').map(|cell| cell.parse::<f64>().expect("a number"));
        (cells.next().expect("a netuid") as u16, cells.sum())
    };
    lines.map(row).collect()
}

/// The error of the alpha that a rebuilt emission would have added to pools.
fn error(days: &BTreeMap<Day, Rebuilt<SubnetId>>, prices: &[Price<SubnetId>]) -> Deviation {
    let reserves = reserves();
    let [launch, first, captured] = BLOCKS;
    let mut added: BTreeMap<u16, f64> = BTreeMap::new();
    for Price { of, day: at, price } in prices.iter().filter(|price| price.day <= day("2025-04-17")) {
        let end = first + at.since(day("2025-02-14")) as u64 * 7_200;
        let start = if end == first { launch } else { end - 7_200 };
        if let Some(tao) = days[at].tao.get(of) {
            let blocks = end.min(captured) - start;
            *added.entry(of.netuid()).or_default() += pool_alpha(blocks as f64, *tao, *price);
        }
    }
    let pairs = added
        .iter()
        .filter_map(|(netuid, alpha)| Some((*alpha, reserves.get(netuid)? - (captured - launch) as f64)));
    Deviation::of(&pairs.collect::<Vec<_>>()).expect("some pools")
}

#[test]
fn the_alpha_of_april_2025_fits_the_pace_taken_and_no_average_of_28_days() {
    let histories = histories();
    let of = |metric: &str| {
        let metric = registry::known(metric);
        let points = |history: &History| {
            let id = history.id;
            let points = history.series(metric).map(|series| series.points().collect::<Vec<_>>());
            points.unwrap_or_default().into_iter().map(move |(day, price)| Price { of: id, day, price })
        };
        histories.iter().flat_map(points).filter(|one| one.day <= day("2025-10-29")).collect::<Vec<_>>()
    };
    let prices = of("price_tao");
    let mut published: BTreeMap<Day, Rebuilt<SubnetId>> = BTreeMap::new();
    for Price { of, day, price: tao } in of("emission_tao_day") {
        let empty = || Rebuilt { tao: BTreeMap::new(), priced: 0 };
        published.entry(day).or_insert_with(empty).tao.insert(of, tao);
    }
    let found = error(&published, &prices);
    assert!(found.count >= 55, "{found:?}");
    assert!((found.relative_median - 0.024).abs() < 0.004, "{found:?}");
    assert!((found.relative_p90 - 0.122).abs() < 0.02, "{found:?}");
    // The same with 28 days as the half-life of the average itself.
    let slow = Rule { factor: 2f64.ln() / 201_600.0, ramp: 1e-9, ..MOVING_PRICE };
    let slow = error(&rebuild(prices.iter().copied(), &slow), &prices);
    assert!(slow.relative_median > 0.15, "{slow:?}");
}
