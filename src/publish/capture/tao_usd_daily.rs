//! `kylewidmann.historical_tao_prices.json`: the price of TAO in US dollars, a price a day.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::file::Folder;
use crate::model::Day;
use crate::publish::PublishError;
use crate::publish::flag::Flags;

/// The file.
pub const FILE: &str = "tao-usd/kylewidmann.historical_tao_prices.json";

#[derive(Deserialize)]
struct DayPrice {
    date: String,
    price: f64,
}

/// Dollars for one TAO by day; none when the folder has no such file. A price that is none is
/// flagged and left out.
///
/// # Errors
/// When the file is something else, or a day in it is none.
pub fn read(folder: &Folder, flags: &mut Flags) -> Result<BTreeMap<Day, f64>, PublishError> {
    if !folder.has(FILE) {
        return Ok(BTreeMap::new());
    }
    let mut prices = BTreeMap::new();
    for (key, DayPrice { date, price }) in folder.json::<BTreeMap<String, DayPrice>>(FILE)? {
        let day: Day = date.parse().map_err(|error| folder.wrong(FILE, &error))?;
        if price > 0.0 {
            prices.insert(day, price);
        } else {
            let what = format!("{price} is no price.");
            flags.left_out("unreadable-value", FILE, key, "price", what);
        }
    }
    Ok(prices)
}
