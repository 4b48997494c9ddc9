//! One snapshot: its summary, its index, and the root that names them.

use std::collections::BTreeSet;

use super::capture::cross_section::CrossSection;
use super::captures::Captures;
use super::held::{Held, held};
use super::inputs::Inputs;
use super::number::{AMOUNT, decimals};
use super::series::SeriesTable;
use super::shipped::{self, AllShipped};
use super::store::Store;
use super::{PublishError, columns, events, history, names, network, profile, received, rule, sources};
use crate::model::Day;
use crate::snapshot::{FORMAT, wire};

/// Longest time between a cross-section and a network figure that is shown with it.
const NEAR_DAYS: i32 = 7;

/// What is needed to write one snapshot.
pub struct Job<'a> {
    /// What was captured.
    pub captures: &'a Captures,
    /// What was written by hand.
    pub inputs: &'a Inputs,
    /// The cross-section it is made from.
    pub section: &'a CrossSection,
    /// Position in the order of publication, from 1.
    pub sequence: u64,
    /// Id of the snapshot before.
    pub previous: Option<String>,
}

/// The name of the snapshot made from a cross-section.
pub fn id(section: &CrossSection) -> String {
    format!("{}-{}", section.day, section.named_block())
}

/// Writes a snapshot and gives its root.
///
/// # Errors
/// When a number cannot be published or a file cannot be written.
pub fn write(job: &Job<'_>, store: &mut Store) -> Result<wire::SnapshotRef, PublishError> {
    let Job { captures, inputs, section, .. } = *job;
    let rows = held(section, &inputs.registrations)?;
    let claims = inputs.claims.until(section.day, &inputs.registrations)?;
    let any_claims = !claims.is_empty();
    let shipped = shipped::search(section, &rows, captures, inputs, &claims);
    let table = history::until(section.day, captures, &inputs.registrations)?;
    let summary = summary(job, &rows, &shipped, &table)?;
    let index = index(job, &rows, &shipped, &claims, &table, store)?;
    let objects = wire::Objects {
        summary: store.object(&summary)?,
        index: store.object(&index)?,
        claims: store.object(&wire::Claims { claims })?,
        events: store.object(&wire::Events { events: events::until(section, captures, inputs) })?,
        network: network::until(section, captures, &inputs.registrations, store)?,
    };
    let near = |day: Day| near(section, day);
    let root_weight = section.root_tao.zip(captures.tao_weight.filter(|(_, day)| near(*day)));
    let root_weight = root_weight.map(|(tao, (weight, _))| decimals(tao * weight, AMOUNT, "root_weight"));
    let tao_usd = captures.tao_usd.as_ref().filter(|(_, at)| at.parse().is_ok_and(near));
    let root = wire::Root {
        format: FORMAT.to_owned(),
        id: id(section),
        sequence: job.sequence,
        previous: job.previous.clone(),
        network: "finney".to_owned(),
        block: section.named_block(),
        block_hash: section.pinned.as_ref().and_then(|pinned| pinned.hash.clone()),
        captured_at: section.captured_at.clone(),
        spec_version: None,
        emission_rule: rule::rule_on(section.day).map(str::to_owned),
        tao_usd: tao_usd.map(|(value, at)| wire::TaoUsd {
            value: *value,
            source: sources::TAO_USD.to_owned(),
            at: at.clone(),
        }),
        root_weight: root_weight.transpose()?,
        sources: sources::list(section, captures, any_claims),
        objects,
    };
    let id = root.id.clone();
    Ok(wire::SnapshotRef { root: store.named(&format!("snapshots/{id}.json"), &root)?, id })
}

/// Whether a day is near enough to a cross-section's to stand beside it.
fn near(section: &CrossSection, day: Day) -> bool {
    day.since(section.day).abs() <= NEAR_DAYS
}

fn summary(
    job: &Job<'_>,
    rows: &[Held<'_>],
    shipped: &AllShipped,
    table: &SeriesTable,
) -> Result<wire::Summary, PublishError> {
    let Job { captures, inputs, section, .. } = *job;
    let class = |held: &Held<'_>| {
        let categories = captures.categories.as_ref()?;
        // A class is that of the holder on the catalogue's day.
        let later = inputs.registrations.until(held.id.netuid(), u64::MAX).iter();
        let holder = later.rev().find(|other| inputs.registrations.day(other.block) <= categories.day)?;
        (holder.block == held.registration.block).then(|| categories.of.get(&held.id.netuid()))?
    };
    let classes: Vec<Option<&String>> = rows.iter().map(class).collect();
    let categories: Vec<&String> =
        classes.iter().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let position = |class: &Option<&String>| categories.iter().position(|other| Some(*other) == *class);
    // Without identities the capture's names are a site's labels, which can be an earlier holder's.
    let labels = section.rows.iter().all(|row| row.identity.is_none());
    let name = |held: &Held<'_>| match labels {
        true => profile::last_named(held.registration, section, captures).unzip(),
        false => (None, Some(held.row.name.clone())),
    };
    let (days, shown): (Vec<Option<Day>>, Vec<Option<String>>) = rows.iter().map(name).unzip();
    let shown: Vec<String> = shown.into_iter().map(Option::unwrap_or_default).collect();
    let named: Vec<(u16, &str)> =
        rows.iter().zip(&shown).map(|(held, name)| (held.id.netuid(), name.as_str())).collect();
    let mut metrics = columns::captured(section, rows)?;
    metrics.extend(shipped.columns.clone());
    let flow = captures.stake_flow.as_ref();
    if let Some(flow) = flow.filter(|flow| flow.day <= section.day && near(section, flow.day)) {
        let column = columns::stake_flow(flow, rows, |block| inputs.registrations.day(block))?;
        metrics.insert("net_flow_7d_tao".to_owned(), column);
    }
    metrics.extend(received::columns(rows, table, section.day, &section.source())?);
    Ok(wire::Summary {
        subnets: rows.iter().map(|held| held.id.to_string()).collect(),
        symbol: rows.iter().map(|held| held.row.symbol.clone()).collect(),
        category: classes.iter().map(position).collect(),
        category_source: sources::categories_id(captures).filter(|_| !categories.is_empty()),
        categories: categories.into_iter().cloned().collect(),
        name_flags: names::flags(&named),
        name: shown,
        names_as_of: days.into_iter().max().flatten().map(|day| day.to_string()),
        metrics,
        ladder: wire::LadderColumn {
            states: shipped.rows.iter().map(|row| row.ladder.letters()).collect(),
            searched_on: shipped.searched_on.map(|day| day.to_string()),
            source: section.source(),
        },
        teams: shipped.teams.clone(),
        repeated: shipped.repeated.clone(),
    })
}

fn index(
    job: &Job<'_>,
    rows: &[Held<'_>],
    shipped: &AllShipped,
    claims: &[wire::Claim],
    table: &SeriesTable,
    store: &mut Store,
) -> Result<wire::Index, PublishError> {
    let Job { captures, inputs, section, .. } = *job;
    let mut subnets = Vec::with_capacity(rows.len());
    for (held, shipped) in rows.iter().zip(&shipped.rows) {
        let profile = profile::current(held, shipped, section, captures, inputs, claims);
        let profile = store.object(&profile)?;
        subnets.push(wire::IndexEntry {
            id: held.id.to_string(),
            profile,
            history: table.write(held.id, store)?,
        });
    }
    let mut former = Vec::new();
    for registration in inputs.registrations.all_until(section.named_block()) {
        let Some(id) = registration.id() else { continue };
        // One that left no days behind still keeps its address.
        if rows.iter().any(|held| held.id == id) {
            continue;
        }
        let profile = store.object(&profile::former(registration, section, captures, inputs, claims))?;
        former.push(wire::IndexEntry { id: id.to_string(), profile, history: table.write(id, store)? });
    }
    Ok(wire::Index { subnets, former })
}
