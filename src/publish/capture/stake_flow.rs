//! `chain-stake-flow-window-7d.json`: TAO staked into subnets and taken out of them in seven days, for
//! those with the largest net inflow.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::file::Folder;
use crate::model::Day;
use crate::publish::PublishError;

/// The file.
pub const FILE: &str = "metagraphed/api/recorded/chain-stake-flow-window-7d.json";
/// Days that the flow is added up over.
pub const DAYS: i32 = 7;

#[derive(Deserialize)]
struct File {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    observed_at: String,
    subnets: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    netuid: u16,
    net_flow_tao: f64,
}

/// Net flows of the seven days before a day.
#[derive(Debug, Clone, PartialEq)]
pub struct StakeFlow {
    /// The last day.
    pub day: Day,
    /// TAO staked less TAO taken out, by slot; not every slot is there.
    pub of: BTreeMap<u16, f64>,
}

/// The flows, if the folder has them.
///
/// # Errors
/// When the file is something else.
pub fn read(folder: &Folder) -> Result<Option<StakeFlow>, PublishError> {
    if !folder.has(FILE) {
        return Ok(None);
    }
    let Data { observed_at, subnets } = folder.json::<File>(FILE)?.data;
    let day = observed_at.parse().map_err(|error| folder.wrong(FILE, &error))?;
    Ok(Some(StakeFlow {
        day,
        of: subnets.into_iter().map(|line| (line.netuid, line.net_flow_tao)).collect(),
    }))
}
