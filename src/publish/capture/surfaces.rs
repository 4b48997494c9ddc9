//! `registry/subnets/*.json`: websites, APIs, documents and repositories of each subnet, by a
//! public registry.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use super::file::Folder;
use crate::publish::PublishError;
use crate::publish::flag::Flags;

const INSIDE: &str = "metagraphed/registry/subnets";

#[derive(Deserialize)]
struct File {
    netuid: u16,
    name: String,
    #[serde(default)]
    surfaces: Vec<Json>,
}

/// Something of a subnet that can be visited.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Surface {
    /// Its name in the registry and among the probes.
    pub id: String,
    /// `website`, `subnet-api` and so on.
    pub kind: String,
    /// `official` when the registry knows it to be the team's own.
    pub authority: String,
    /// Where it is.
    pub url: String,
    /// What it says of revenue, if anything.
    pub revenue: Option<Revenue>,
}

/// What a surface says of revenue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Revenue {
    /// `external-revenue` when it is payments from outside.
    #[serde(default)]
    pub role: String,
    /// How the registry knows.
    #[serde(default)]
    pub provenance: String,
}

impl Revenue {
    /// Whether it is payments from outside that anybody can read, and not only the operator's word.
    pub fn is_readable_from_outside(&self) -> bool {
        self.role == "external-revenue" && self.provenance != "operator-attested"
    }
}

/// What the registry lists of one slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The name it goes by there.
    pub name: String,
    /// Its surfaces.
    pub surfaces: Vec<Surface>,
}

/// The listings by slot; empty when the folder has none.
///
/// # Errors
/// When a file is something else.
pub fn read(folder: &Folder, flags: &mut Flags) -> Result<BTreeMap<u16, Listing>, PublishError> {
    let mut listings = BTreeMap::new();
    for file in folder.list(INSIDE, "", ".json") {
        let File { netuid, name, surfaces } = folder.json(&file)?;
        let mut read = Vec::with_capacity(surfaces.len());
        for (index, surface) in surfaces.into_iter().enumerate() {
            match serde_json::from_value(surface) {
                Ok(surface) => read.push(surface),
                Err(error) => {
                    let row = format!("surface {index}");
                    flags.left_out("unreadable-row", &file, row, "surfaces", error.to_string());
                }
            }
        }
        if listings.insert(netuid, Listing { name, surfaces: read }).is_some() {
            return Err(folder.wrong(&file, &format!("netuid {netuid} is listed in two files")));
        }
    }
    Ok(listings)
}
