//! Importers, one for each kind of captured file. They read and rename; what the numbers mean is
//! decided by the modules that use them.

pub mod categories;
pub mod cross_section;
pub mod daily_prices;
pub mod economics;
pub mod file;
pub mod native;
pub mod probes;
pub mod repositories;
pub mod reserves;
pub mod stake_flow;
pub mod surfaces;
pub mod tao_usd;
pub mod tao_usd_daily;
pub mod tao_weight;
pub mod trajectory;

use std::path::Path;

use super::PublishError;

/// The block that all rows of a file were read at.
fn one_block(path: &Path, rows: impl Iterator<Item = (u16, u64)>) -> Result<u64, PublishError> {
    let mut common = None;
    for (netuid, found) in rows {
        let expected = *common.get_or_insert(found);
        if found != expected {
            return Err(PublishError::MixedBlocks { path: path.to_owned(), netuid, found, expected });
        }
    }
    common.ok_or_else(|| PublishError::Capture { path: path.to_owned(), what: "it has no rows".to_owned() })
}
