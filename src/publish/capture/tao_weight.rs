//! `network-parameters.json`: how much a TAO staked on root weighs against an alpha.

use serde::Deserialize;

use super::file::Folder;
use crate::model::Day;
use crate::publish::PublishError;

/// The file.
pub const FILE: &str = "metagraphed/api/recorded/network-parameters.json";

#[derive(Deserialize)]
struct File {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    tao_weight: f64,
    queried_at: String,
}

/// The weight and the day it was read, if the folder has them.
///
/// # Errors
/// When the file is something else.
pub fn read(folder: &Folder) -> Result<Option<(f64, Day)>, PublishError> {
    if !folder.has(FILE) {
        return Ok(None);
    }
    let Data { tao_weight, queried_at } = folder.json::<File>(FILE)?.data;
    let day = queried_at.parse().map_err(|error| folder.wrong(FILE, &error))?;
    Ok(Some((tao_weight, day)))
}
