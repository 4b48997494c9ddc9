//! `finney-subnets.<day>.json`: every slot with its identity, as a node's own library gives it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use super::cross_section::{CrossSection, Pinned, Row};
use super::file::Folder;
use super::one_block;
use crate::publish::PublishError;
use crate::publish::flag::Flags;
use crate::snapshot::wire::Owner;

/// Fields of `economics` and the metrics they are. The moving average stands in two fields; the
/// one that was pinned to a block wins.
const FIELDS: [(&str, &str); 14] = [
    ("alpha_in_pool", "alpha_in_pool"),
    ("alpha_out_pool", "alpha_out"),
    ("tao_in_pool_tao", "tao_in_pool"),
    ("alpha_price_tao", "ema_price_tao"),
    ("moving_price_pinned", "ema_price_tao"),
    ("tao_in_emission_tao", "tao_in_emission"),
    ("excess_tao", "excess_tao"),
    ("alpha_out_emission", "alpha_out_emission"),
    ("alpha_in_emission", "alpha_in_emission"),
    ("miner_burned_fraction", "miner_burn"),
    ("max_uids", "slots_max"),
    ("validator_count", "validators"),
    ("registration_cost_tao", "registration_cost_tao"),
    ("subnet_volume_tao", "volume_total_tao"),
];
/// Fields of `chain_identity` that the owner wrote.
const IDENTITY: [&str; 7] =
    ["subnet_name", "description", "additional", "subnet_url", "github_repo", "discord", "logo_url"];

#[derive(Deserialize)]
struct File {
    captured_at: String,
    chain_state: Option<ChainState>,
    subnets: Vec<Json>,
}

#[derive(Deserialize)]
struct ChainState {
    block: u64,
    block_hash: Option<String>,
    total_issuance_tao: Option<f64>,
}

#[derive(Deserialize)]
struct Subnet {
    block: u64,
    netuid: u16,
    #[serde(default)]
    raw_name: Option<String>,
    #[serde(default)]
    symbol: Option<String>,
    registered_at_block: u64,
    participant_count: Option<u32>,
    chain_identity: Option<BTreeMap<String, Json>>,
    economics: BTreeMap<String, Json>,
}

/// Reads the file; a row that cannot be read is flagged and left out, the others stay.
///
/// # Errors
/// When the file is something else, or its rows are of different blocks.
pub fn read(folder: &Folder, name: &str, flags: &mut Flags) -> Result<CrossSection, PublishError> {
    let file: File = folder.json(name)?;
    let day = file.captured_at.parse().map_err(|error| folder.wrong(name, &error))?;
    let mut subnets = Vec::with_capacity(file.subnets.len());
    for (index, row) in file.subnets.into_iter().enumerate() {
        match serde_json::from_value::<Subnet>(row) {
            Ok(subnet) => subnets.push(subnet),
            Err(error) => {
                flags.left_out("unreadable-row", name, format!("row {index}"), "subnets", error.to_string());
            }
        }
    }
    let blocks = subnets.iter().map(|subnet| (subnet.netuid, subnet.block));
    let block = one_block(&folder.0.join(name), blocks)?;
    for subnet in &subnets {
        unreadable_values(subnet, name, flags);
    }
    let mut rows: Vec<Row> = subnets.into_iter().map(row).collect();
    rows.sort_by_key(|row| row.netuid);
    let root = rows.iter().position(|row| row.netuid == 0).map(|root| rows.remove(root));
    let state = file.chain_state;
    Ok(CrossSection {
        file: name.to_owned(),
        captured_at: file.captured_at,
        day,
        block,
        total_issuance: state.as_ref().and_then(|state| state.total_issuance_tao),
        pinned: state.map(|state| Pinned { block: state.block, hash: state.block_hash }),
        root_tao: root.and_then(|root| root.values.get("tao_in_pool").copied()),
        rows,
    })
}

/// A field that should be a number and is something else is left out of its row, and said to be.
fn unreadable_values(subnet: &Subnet, name: &str, flags: &mut Flags) {
    for (field, _) in FIELDS {
        if let Some(other) =
            subnet.economics.get(field).filter(|value| !value.is_null() && !value.is_number())
        {
            let shown: String = other.to_string().chars().take(40).collect();
            let row = format!("netuid {}", subnet.netuid);
            flags.left_out("unreadable-value", name, row, field, format!("{shown} is not a number."));
        }
    }
}

fn row(subnet: Subnet) -> Row {
    let Subnet { netuid, economics, registered_at_block, .. } = subnet;
    let mut values = BTreeMap::new();
    for (field, metric) in FIELDS {
        if let Some(number) = economics.get(field).and_then(Json::as_f64) {
            values.insert(metric, number);
        }
    }
    if let Some(count) = subnet.participant_count {
        values.insert("slots_used", f64::from(count));
    }
    values.insert("registered_at_block", registered_at_block as f64);
    if let Some(enabled) = economics.get("emission_enabled").and_then(Json::as_bool) {
        values.insert("emission_enabled", f64::from(u8::from(enabled)));
    }
    let text = |field: &str| economics.get(field).and_then(Json::as_str).map(str::to_owned);
    Row {
        netuid,
        name: subnet.raw_name.unwrap_or_default(),
        symbol: subnet.symbol.unwrap_or_default(),
        registered_at_block: Some(registered_at_block),
        identity: Some(subnet.chain_identity.map(identity).unwrap_or_default()),
        owner: text("owner_coldkey")
            .zip(text("owner_hotkey"))
            .map(|(coldkey, hotkey)| Owner { coldkey, hotkey }),
        started: economics.get("first_emission_block").map(|block| !block.is_null()),
        first_emission: economics.get("first_emission_block").and_then(Json::as_u64),
        values,
    }
}

fn identity(fields: BTreeMap<String, Json>) -> BTreeMap<String, String> {
    let text = |name: &&str| fields.get(*name).and_then(Json::as_str).filter(|text| !text.is_empty());
    IDENTITY.iter().filter_map(|name| Some(((*name).to_owned(), text(name)?.to_owned()))).collect()
}
