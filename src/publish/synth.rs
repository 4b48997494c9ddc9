//! A made-up network of any size, to measure and to test with. It calls itself `synthetic` wherever
//! a reader could take it for the real one: its network, its names, its sources.

use std::collections::BTreeMap;
use std::path::Path;

use super::PublishError;
use super::number::{AMOUNT, decimals, four_digits};
use super::series::{Origin, SeriesTable};
use super::store::Store;
use crate::model::{Day, Rung, RungState, SubnetId};
use crate::snapshot::{FORMAT, wire};

/// Blocks in a day.
const BLOCKS_PER_DAY: u64 = 7_200;
/// Id of the one source there is.
const SOURCE: &str = "synthetic";
const CATEGORIES: [&str; 4] =
    ["Synthetic compute", "Synthetic data", "Synthetic finance", "Synthetic science"];

/// How large the network is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// How many subnets.
    pub subnets: u16,
    /// How many days of daily history each has, the last on `until`.
    pub days: u32,
    /// The day of the snapshot.
    pub until: Day,
}

/// Writes the network. The same size always gives the same bytes.
///
/// # Errors
/// When a file cannot be written.
pub fn write(size: Size, out: &Path) -> Result<(), PublishError> {
    let mut store = Store::open(out)?;
    let mut chance = Chance(0x5eed);
    let ids: Vec<SubnetId> = (1..=size.subnets).filter_map(|netuid| SubnetId::new(netuid, 1)).collect();
    let block = u64::from(size.days) * BLOCKS_PER_DAY + 1_000_000;
    let summary = summary(&ids, block, size, &mut chance)?;
    let index = index(&ids, block, size, &summary, &mut chance, &mut store)?;
    let objects = wire::Objects {
        summary: store.object(&summary)?,
        index: store.object(&index)?,
        claims: store.object(&wire::Claims { claims: Vec::new() })?,
        events: store.object(&wire::Events { events: Vec::new() })?,
        network: Vec::new(),
    };
    let captured_at = format!("{}T00:00:00Z", size.until);
    let id = format!("{}-{block}", size.until);
    let source = wire::Source {
        id: SOURCE.to_owned(),
        name: "Synthetic, made by ledger synth; nothing of it is measured".to_owned(),
        url: None,
        licence: None,
        captured_at: None,
    };
    let root = wire::Root {
        format: FORMAT.to_owned(),
        id: id.clone(),
        sequence: 1,
        previous: None,
        network: SOURCE.to_owned(),
        block,
        block_hash: None,
        captured_at: captured_at.clone(),
        spec_version: None,
        emission_rule: None,
        tao_usd: None,
        root_weight: None,
        sources: vec![source],
        objects,
    };
    let snapshot = wire::SnapshotRef { root: store.named(&format!("snapshots/{id}.json"), &root)?, id };
    let latest = wire::Latest {
        format: FORMAT.to_owned(),
        snapshot: snapshot.id.clone(),
        root: snapshot.root.clone(),
        sequence: 1,
        published_at: captured_at,
        snapshots: vec![snapshot],
    };
    store.named("latest.json", &latest)?;
    store.remove_unused().map(drop)
}

fn summary(
    ids: &[SubnetId],
    block: u64,
    size: Size,
    chance: &mut Chance,
) -> Result<wire::Summary, PublishError> {
    // Emission falls off with rank as the real one does: few have most of it.
    let weights: Vec<f64> = (1..=ids.len()).map(|rank| 1.0 / (rank as f64).powf(1.3)).collect();
    let whole: f64 = weights.iter().sum();
    let mut columns = BTreeMap::new();
    let mut add = |metric: &str, value: &mut dyn FnMut(usize) -> f64| -> Result<(), PublishError> {
        let values: Result<Vec<Option<f64>>, PublishError> =
            (0..ids.len()).map(|row| decimals(value(row), AMOUNT, metric).map(Some)).collect();
        let column = wire::MetricColumn {
            values: values?,
            grade: "chain".to_owned(),
            source: SOURCE.to_owned(),
            as_of: Some(size.until.to_string()),
            block: Some(block),
            missing: None,
            exceptions: BTreeMap::new(),
            note: None,
        };
        columns.insert(metric.to_owned(), column);
        Ok(())
    };
    add("tao_in_emission", &mut |row| weights[row] / whole * 0.4)?;
    add("excess_tao", &mut |row| weights[row] / whole * 0.1)?;
    add("alpha_out_emission", &mut |_| 1.0)?;
    add("tao_in_pool", &mut |_| 1_000.0 + 10_000.0 * chance.part())?;
    add("alpha_in_pool", &mut |_| 500_000.0 + 2_000_000.0 * chance.part())?;
    add("alpha_out", &mut |_| 1_000_000.0 + 2_000_000.0 * chance.part())?;
    add("slots_used", &mut |_| (256.0 * (0.5 + chance.part() / 2.0)).round())?;
    add("slots_max", &mut |_| 256.0)?;
    add("miner_burn", &mut |_| (chance.part() * 2.0 - 1.0).max(0.0))?;
    let states = ids.iter().map(|_| {
        let highest = (chance.part() * 4.0) as usize;
        let letter = |rung: usize| match rung {
            3.. => RungState::NotSearched,
            _ if rung < highest => RungState::Satisfied,
            _ => RungState::NoneFound,
        };
        (0..5).map(|rung| letter(rung).letter()).collect()
    });
    let states = states.collect();
    Ok(wire::Summary {
        subnets: ids.iter().map(SubnetId::to_string).collect(),
        name: ids.iter().map(|id| format!("Synthetic {}", id.netuid())).collect(),
        symbol: ids.iter().map(|_| "s".to_owned()).collect(),
        category: (0..ids.len()).map(|row| Some(row % CATEGORIES.len())).collect(),
        categories: CATEGORIES.map(str::to_owned).to_vec(),
        category_source: None,
        names_as_of: None,
        name_flags: BTreeMap::new(),
        metrics: columns,
        ladder: wire::LadderColumn {
            states,
            searched_on: Some(size.until.to_string()),
            source: SOURCE.to_owned(),
        },
        teams: Vec::new(),
        repeated: BTreeMap::new(),
    })
}

fn index(
    ids: &[SubnetId],
    block: u64,
    size: Size,
    summary: &wire::Summary,
    chance: &mut Chance,
    store: &mut Store,
) -> Result<wire::Index, PublishError> {
    let registered = block.saturating_sub(u64::from(size.days) * BLOCKS_PER_DAY);
    let first = size.until.plus(1 - size.days as i32);
    let origin = Origin { grade: "chain", source: SOURCE, note: None };
    let mut subnets = Vec::with_capacity(ids.len());
    for ((id, name), states) in ids.iter().zip(&summary.name).zip(&summary.ladder.states) {
        let mut table = SeriesTable::default();
        let mut price = 0.01 + 0.1 * chance.part();
        for day in 0..size.days as i32 {
            // A walk that forgets: it neither dies out nor runs away over ten years.
            price = (price * (0.94 + 0.12 * chance.part())).clamp(1e-4, 1.0);
            table.add(*id, "price_tao", first.plus(day), four_digits(price, name)?, origin);
        }
        let generation = wire::Generation {
            id: id.to_string(),
            registered_at_block: registered,
            registered_on: first.to_string(),
            name: name.clone(),
            until_block: None,
        };
        let profile = wire::Profile {
            id: id.to_string(),
            about: None,
            identity: BTreeMap::new(),
            links: Vec::new(),
            generations: vec![generation],
            owner: None,
            evidence: evidence(states, size.until),
            rungs: Vec::new(),
            claims: Vec::new(),
            notes: Vec::new(),
        };
        subnets.push(wire::IndexEntry {
            id: id.to_string(),
            profile: store.object(&profile)?,
            history: table.write(*id, store)?,
        });
    }
    Ok(wire::Index { subnets, former: Vec::new() })
}

/// One piece of evidence for every rung that is satisfied.
fn evidence(states: &str, day: Day) -> Vec<wire::Evidence> {
    let satisfied = Rung::ALL.into_iter().zip(states.chars());
    let satisfied = satisfied.filter(|(_, state)| *state == RungState::Satisfied.letter());
    let item = |rung: Rung| wire::Evidence {
        rung: rung.id().to_owned(),
        what: format!("Synthetic {}", rung.name()),
        // A name that leads nowhere, for ever (RFC 2606).
        link: Some("https://synthetic.example/".to_owned()),
        day: Some(day.to_string()),
        grade: if rung == Rung::ReachableProduct { "probe" } else { "public_record" }.to_owned(),
        source: SOURCE.to_owned(),
        shared_with: Vec::new(),
    };
    satisfied.map(|(rung, _)| item(rung)).collect()
}

/// Numbers that look like chance and are the same every time (splitmix64).
struct Chance(u64);

impl Chance {
    /// A number from 0 up to 1.
    fn part(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (((bits ^ (bits >> 31)) >> 11) as f64) / (1u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::check::check;

    #[test]
    fn a_synthetic_network_is_sound_and_always_the_same() {
        let folder = std::env::temp_dir().join(format!("subnet-ledger-synth-{}", std::process::id()));
        let until = Day::from_ymd(2030, 1, 1).unwrap();
        let mut roots = Vec::new();
        for run in ["a", "b"] {
            let out = folder.join(run);
            write(Size { subnets: 12, days: 400, until }, &out).unwrap();
            let report = check(&out).unwrap();
            assert_eq!(report.findings.len(), 0, "{:?}", report.findings);
            roots.push(std::fs::read(out.join("latest.json")).unwrap());
        }
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(roots[0], roots[1]);
    }
}
