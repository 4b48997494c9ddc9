//! `cross_section_panel.csv`: cross-sections of several days, of which the alpha that exists of each
//! subnet is used here.

use serde::Deserialize;

use super::file::Folder;
use crate::model::Day;
use crate::publish::PublishError;

/// The file.
pub const FILE: &str = "derived/cross_section_panel.csv";

#[derive(Deserialize)]
struct Line {
    date: String,
    block: Option<u64>,
    netuid: u16,
    price_tao: Option<f64>,
    price_kind: String,
    alpha_in: Option<f64>,
    alpha_staked: Option<f64>,
}

/// A slot at a block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reserve {
    /// The slot.
    pub netuid: u16,
    /// The day.
    pub day: Day,
    /// The block.
    pub block: u64,
    /// Spot price, TAO for one alpha.
    pub price: f64,
    /// Alpha in the pool and in stakes together. Trades move alpha between the two and leave their
    /// sum as it is.
    pub alpha: f64,
}

/// Every row that has a block, a spot price, and both amounts of alpha; none when the folder has no
/// such file.
///
/// # Errors
/// When the file is something else.
pub fn read(folder: &Folder) -> Result<Vec<Reserve>, PublishError> {
    if !folder.has(FILE) {
        return Ok(Vec::new());
    }
    let mut rows = Vec::new();
    for Line { date, block, netuid, price_tao, price_kind, alpha_in, alpha_staked } in folder.csv(FILE)? {
        let day = date.parse().map_err(|error| folder.wrong(FILE, &error))?;
        let spot = price_tao.filter(|_| price_kind == "spot");
        if let (Some(block), Some(price), Some(pool), Some(staked)) = (block, spot, alpha_in, alpha_staked) {
            rows.push(Reserve { netuid, day, block, price, alpha: pool + staked });
        }
    }
    Ok(rows)
}
