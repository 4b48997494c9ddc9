//! Single subnets: the index of what there is about each, and the profile of one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ObjectRef;

wire! {
    /// What is needed once a reader turns to single subnets.
    pub struct Index {
        /// One entry a subnet, in the order of the summary.
        pub subnets: Vec<IndexEntry>,
        /// Registrations that have lost their slot and left a history.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub former: Vec<IndexEntry>,
    }

    /// One subnet in the index.
    pub struct IndexEntry {
        /// Id with generation.
        pub id: String,
        /// Hash of its [`Profile`].
        pub profile: ObjectRef,
        /// Hashes of its history, a year each, oldest first.
        #[serde(default)]
        pub history: Vec<YearRef>,
    }

    /// A year of history.
    pub struct YearRef {
        /// Calendar year.
        pub year: i32,
        /// SHA-256 of the `HistoryYear`, as in [`ObjectRef`]. Not a flattened one: that would have serde
        /// keep every field aside before it knows where it goes, which is code every visitor loads.
        pub sha256: String,
        /// Its length in bytes.
        pub bytes: u64,
    }

    /// Everything about one subnet that is not a column.
    pub struct Profile {
        /// Id with generation.
        pub id: String,
        /// What it does, in the publisher's plain words; absent when the facts do not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub about: Option<String>,
        /// Identity as written on chain; hostile text, field by field.
        pub identity: BTreeMap<String, String>,
        /// Links that passed validation: https, a real host, no user name.
        #[serde(default)]
        pub links: Vec<Link>,
        /// Every registration of the slot that is known, oldest first.
        pub generations: Vec<Generation>,
        /// Accounts that own the subnet.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub owner: Option<Owner>,
        /// Evidence for the rungs.
        #[serde(default)]
        pub evidence: Vec<Evidence>,
        /// Day of search and remark for each rung, lowest first.
        #[serde(default)]
        pub rungs: Vec<RungNote>,
        /// Ids of claims about it.
        #[serde(default)]
        pub claims: Vec<String>,
        /// Remarks of the publisher on this subnet's data.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub notes: Vec<String>,
    }

    /// A validated link.
    pub struct Link {
        /// `website`, `source-repo`, `docs`, `subnet-api` and so on.
        pub kind: String,
        /// What to call it; hostile text.
        pub label: String,
        /// https only.
        pub url: String,
        /// `chain` when the owner wrote it there, otherwise the id of the source.
        pub source: String,
    }

    /// One registration of a slot.
    pub struct Generation {
        /// Id with generation.
        pub id: String,
        /// Block of registration.
        pub registered_at_block: u64,
        /// The same as a day, estimated between blocks whose time is known.
        pub registered_on: String,
        /// The last name it was seen with; hostile text.
        pub name: String,
        /// Block of the next registration, when there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until_block: Option<u64>,
    }

    /// Accounts that own a subnet.
    pub struct Owner {
        /// Account that receives the owner's part.
        pub coldkey: String,
        /// Account that acts for it.
        pub hotkey: String,
    }

    /// One piece of evidence.
    pub struct Evidence {
        /// `public_code`, `release`, `reachable_product`, `outside_use`, `external_revenue`.
        pub rung: String,
        /// What it is, in our words.
        pub what: String,
        /// https only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub link: Option<String>,
        /// Day it happened or was last seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub day: Option<String>,
        /// Grade.
        pub grade: String,
        /// Id of the source.
        pub source: String,
        /// Netuids that show the same evidence because they share the organisation.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub shared_with: Vec<u16>,
    }

    /// When a rung was searched, and what is to be said of it.
    pub struct RungNote {
        /// Name of the rung.
        pub rung: String,
        /// Name of the state.
        pub state: String,
        /// Day of the search.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub searched_on: Option<String>,
        /// The first day that the search can have seen: what happened before it was not searched for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub since: Option<String>,
        /// One sentence.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub why: Option<String>,
    }
}

impl YearRef {
    /// A year, and the file it is in.
    pub fn new(year: i32, object: ObjectRef) -> Self {
        Self { year, sha256: object.sha256, bytes: object.bytes }
    }

    /// The file it is in.
    pub fn object(&self) -> ObjectRef {
        ObjectRef { sha256: self.sha256.clone(), bytes: self.bytes }
    }
}
