//! `economics.<day>.json`: reserves and slots of every slot, without registrations or identities.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use super::cross_section::{CrossSection, Row};
use super::file::Folder;
use super::one_block;
use crate::publish::PublishError;
use crate::publish::flag::Flags;
use crate::snapshot::wire::Owner;

const FIELDS: [(&str, &str); 7] = [
    ("alpha_in_pool", "alpha_in_pool"),
    ("alpha_out_pool", "alpha_out"),
    ("tao_in_pool_tao", "tao_in_pool"),
    // The field is called a price, but it is the moving average.
    ("alpha_price_tao", "ema_price_tao"),
    ("max_uids", "slots_max"),
    ("validator_count", "validators"),
    ("registration_cost_tao", "registration_cost_tao"),
];

#[derive(Deserialize)]
struct File {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    captured_at: String,
    subnets: Vec<Json>,
}

#[derive(Deserialize)]
struct Subnet {
    block: u64,
    netuid: u16,
    #[serde(default)]
    name: Option<String>,
    #[serde(flatten)]
    fields: BTreeMap<String, Json>,
}

/// Reads the file; a row that cannot be read is flagged and left out, the others stay.
///
/// # Errors
/// When the file is something else, or its rows are of different blocks.
pub fn read(folder: &Folder, name: &str, flags: &mut Flags) -> Result<CrossSection, PublishError> {
    let file: File = folder.json(name)?;
    let day = file.data.captured_at.parse().map_err(|error| folder.wrong(name, &error))?;
    let mut subnets = Vec::with_capacity(file.data.subnets.len());
    for (index, row) in file.data.subnets.into_iter().enumerate() {
        match serde_json::from_value::<Subnet>(row) {
            Ok(subnet) => subnets.push(subnet),
            Err(error) => {
                flags.left_out(
                    "unreadable-row",
                    name,
                    format!("row {index}"),
                    "data.subnets",
                    error.to_string(),
                );
            }
        }
    }
    let blocks = subnets.iter().map(|subnet| (subnet.netuid, subnet.block));
    let block = one_block(&folder.0.join(name), blocks)?;
    let mut rows: Vec<Row> = subnets.into_iter().map(row).collect();
    rows.sort_by_key(|row| row.netuid);
    let root = rows.iter().position(|row| row.netuid == 0).map(|root| rows.remove(root));
    Ok(CrossSection {
        file: name.to_owned(),
        captured_at: file.data.captured_at,
        day,
        block,
        pinned: None,
        root_tao: root.and_then(|root| root.values.get("tao_in_pool").copied()),
        rows,
        total_issuance: None,
    })
}

fn row(subnet: Subnet) -> Row {
    let number = |field: &str| subnet.fields.get(field).and_then(Json::as_f64);
    let mut values: BTreeMap<&'static str, f64> =
        FIELDS.into_iter().filter_map(|(field, metric)| Some((metric, number(field)?))).collect();
    if let Some(volume) = number("subnet_volume_tao") {
        values.insert("volume_total_tao", volume);
    }
    if let Some((max, open)) = number("max_uids").zip(number("open_slots")) {
        values.insert("slots_used", max - open);
    }
    let text = |field: &str| subnet.fields.get(field).and_then(Json::as_str).map(str::to_owned);
    Row {
        netuid: subnet.netuid,
        owner: text("owner_coldkey")
            .zip(text("owner_hotkey"))
            .map(|(coldkey, hotkey)| Owner { coldkey, hotkey }),
        name: subnet.name.unwrap_or_default(),
        values,
        ..Row::default()
    }
}
