//! `catalog_categories_<day>.csv`: one class for each slot, by a catalogue.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::file::Folder;
use crate::model::Day;
use crate::publish::PublishError;

#[derive(Deserialize)]
struct Line {
    netuid: u16,
    catalog_category: String,
}

/// The classes of one day.
#[derive(Debug, Clone)]
pub struct Categories {
    /// The day of the catalogue.
    pub day: Day,
    /// Class by slot.
    pub of: BTreeMap<u16, String>,
}

/// The newest catalogue in the folder, if there is one.
///
/// # Errors
/// When it is something else.
pub fn read(folder: &Folder) -> Result<Option<Categories>, PublishError> {
    const PREFIX: &str = "catalog_categories_";
    let Some(name) = folder.list("catalog", PREFIX, ".csv").pop() else { return Ok(None) };
    let day = name.split(PREFIX).nth(1).and_then(|rest| rest.strip_suffix(".csv"));
    let day = day.unwrap_or_default().parse().map_err(|error| folder.wrong(&name, &error))?;
    let lines: Vec<Line> = folder.csv(&name)?;
    let of = lines.into_iter().filter(|line| !line.catalog_category.trim().is_empty());
    Ok(Some(Categories { day, of: of.map(|line| (line.netuid, line.catalog_category)).collect() }))
}
