//! `network-tao-usd-….json`: the price of TAO in US dollars, by pools of wrapped TAO.

use serde::Deserialize;

use super::file::Folder;
use crate::publish::PublishError;

/// The file.
pub const FILE: &str = "metagraphed/api/recorded/network-tao-usd-include-points-false.json";

#[derive(Deserialize)]
struct File {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    latest: Latest,
}

#[derive(Deserialize)]
struct Latest {
    usd_per_tao: f64,
    observed_at: String,
}

/// Dollars for one TAO and the moment, if the folder has them.
///
/// # Errors
/// When the file is something else.
pub fn read(folder: &Folder) -> Result<Option<(f64, String)>, PublishError> {
    if !folder.has(FILE) {
        return Ok(None);
    }
    let Latest { usd_per_tao, observed_at } = folder.json::<File>(FILE)?.data.latest;
    Ok((usd_per_tao > 0.0).then_some((usd_per_tao, observed_at)))
}
