//! What every importer of a cross-section of the chain makes: all slots at one block.

use std::collections::BTreeMap;

use crate::model::Day;
use crate::snapshot::wire::Owner;

/// All slots at one block, whichever file they came from.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossSection {
    /// The file, inside the folder of captures.
    pub file: String,
    /// When it was captured, RFC 3339.
    pub captured_at: String,
    /// The day of that.
    pub day: Day,
    /// Block of the rows.
    pub block: u64,
    /// Block of the fields that were read again at a named block.
    pub pinned: Option<Pinned>,
    /// Netuids 1 and up, in order. Root is not among them.
    pub rows: Vec<Row>,
    /// TAO staked on root.
    pub root_tao: Option<f64>,
    /// TAO issued so far.
    pub total_issuance: Option<f64>,
}

/// The block at which the rule of emission was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pinned {
    /// Its number.
    pub block: u64,
    /// Its hash.
    pub hash: Option<String>,
}

impl CrossSection {
    /// The block a snapshot made from this is named by.
    pub fn named_block(&self) -> u64 {
        self.pinned.as_ref().map_or(self.block, |pinned| pinned.block)
    }

    /// The id of the source in files.
    pub fn source(&self) -> String {
        format!("chain-{}", self.day)
    }

    /// The block at which a metric was read.
    pub fn block_of(&self, metric: &str) -> u64 {
        const PINNED: [&str; 5] =
            ["tao_in_emission", "excess_tao", "alpha_out_emission", "ema_price_tao", "miner_burn"];
        if PINNED.contains(&metric) { self.named_block() } else { self.block }
    }
}

/// One slot.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// The slot.
    pub netuid: u16,
    /// Name as on chain; hostile text.
    pub name: String,
    /// Ticker symbol as on chain; hostile text.
    pub symbol: String,
    /// Block of registration, when the capture has it.
    pub registered_at_block: Option<u64>,
    /// Identity as on chain, field by field; hostile text. `None` when the capture has no identities.
    pub identity: Option<BTreeMap<String, String>>,
    /// Accounts that own it.
    pub owner: Option<Owner>,
    /// Whether it has begun to receive emission, when the capture says.
    pub started: Option<bool>,
    /// The block at which it began.
    pub first_emission: Option<u64>,
    /// Numbers by metric id, as captured.
    pub values: BTreeMap<&'static str, f64>,
}
