//! `daily_alpha_price_ohlc.csv` and the blocks of each day beside it: the spot price of every slot.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::file::Folder;
use crate::model::Day;
use crate::publish::PublishError;

/// The file.
pub const FILE: &str = "alphamind/daily_alpha_price_ohlc.csv";
const BLOCKS: &str = "alphamind/daily_alpha_price_ohlc.sources.csv";

#[derive(Deserialize)]
struct Line {
    date: String,
    netuid: u16,
    close_tao: f64,
}

#[derive(Deserialize)]
struct DayBlocks {
    date: String,
    last_block: u64,
}

/// The last price of a slot on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Close {
    /// The slot.
    pub netuid: u16,
    /// The day.
    pub day: Day,
    /// The last block of the day that was sampled.
    pub block: u64,
    /// TAO for one alpha.
    pub price: f64,
}

/// Every close, day by day; none when the folder has no such file.
///
/// # Errors
/// When the files are something else, or a day has no blocks.
pub fn read(folder: &Folder) -> Result<Vec<Close>, PublishError> {
    if !folder.has(FILE) {
        return Ok(Vec::new());
    }
    let days: Vec<DayBlocks> = folder.csv(BLOCKS)?;
    // A day can have several sources; its close is at the last block of all.
    let mut blocks: BTreeMap<String, u64> = BTreeMap::new();
    for DayBlocks { date, last_block } in days {
        let block = blocks.entry(date).or_default();
        *block = last_block.max(*block);
    }
    let close = |line: Line| {
        let Line { date, netuid, close_tao: price } = line;
        let day = date.parse().map_err(|error| folder.wrong(FILE, &error))?;
        let block =
            blocks.get(&date).ok_or_else(|| folder.wrong(BLOCKS, &format!("no blocks for {date}")))?;
        Ok(Close { netuid, day, block: *block, price })
    };
    folder.csv::<Line>(FILE)?.into_iter().filter(|line| line.netuid != 0).map(close).collect()
}
