//! The files as they are published: the twin of the model for serde, and the truth of the format.
//!
//! Unknown fields are ignored, unknown names of grades and states are kept as text, and every
//! optional field may be absent. Numbers are TAO, alpha, US dollars or counts, as the metric
//! registry says; nothing is in rao.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Derives what every wire type needs; JSON Schema is only made natively.
macro_rules! wire {
    ($($item:item)*) => {$(
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        $item
    )*};
}

wire! {
    /// `latest.json`, the only file that ever changes.
    pub struct Latest {
        /// `subnet-ledger/1`.
        pub format: String,
        /// Id of the newest snapshot.
        pub snapshot: String,
        /// Its root, `snapshots/<id>.json`.
        pub root: ObjectRef,
        /// Grows by one with every publication; a smaller one than seen before is refused.
        pub sequence: u64,
        /// When it was published, RFC 3339.
        pub published_at: String,
        /// Every snapshot published so far, oldest first.
        #[serde(default)]
        pub snapshots: Vec<SnapshotRef>,
    }

    /// A snapshot in the list of all.
    pub struct SnapshotRef {
        /// Its id, `2026-08-07-8791253`.
        pub id: String,
        /// Its root, `snapshots/<id>.json`.
        pub root: ObjectRef,
    }

    /// A file named by its content.
    pub struct ObjectRef {
        /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
        pub sha256: String,
        /// Length in bytes.
        pub bytes: u64,
    }

    /// `snapshots/<id>.json`: what the snapshot is, and the hashes of its parts.
    pub struct Root {
        /// `subnet-ledger/1`.
        pub format: String,
        /// Day and block, `2026-08-07-8791253`.
        pub id: String,
        /// Position in the order of publication.
        pub sequence: u64,
        /// Id of the snapshot before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub previous: Option<String>,
        /// `finney` is Bittensor's main network.
        pub network: String,
        /// The block everything on chain was read at.
        pub block: u64,
        /// Its hash, when the capture has it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub block_hash: Option<String>,
        /// When the capture was made, RFC 3339.
        pub captured_at: String,
        /// Version of the chain's runtime.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub spec_version: Option<u32>,
        /// Name of the rule that divided the emission, such as `hill_gate`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub emission_rule: Option<String>,
        /// Price of TAO with a day of its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub tao_usd: Option<TaoUsd>,
        /// TAO staked on root × the chain's TAO weight.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub root_weight: Option<f64>,
        /// Where the numbers come from.
        pub sources: Vec<Source>,
        /// The parts.
        pub objects: Objects,
    }

    /// Price of TAO in US dollars.
    pub struct TaoUsd {
        /// US dollars per TAO.
        pub value: f64,
        /// Id of the source.
        pub source: String,
        /// When, RFC 3339.
        pub at: String,
    }

    /// A place that numbers were taken from.
    pub struct Source {
        /// Short name used in columns.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// Where it can be seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
        /// Its terms.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub licence: Option<String>,
        /// When it was captured; absent when the source does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub captured_at: Option<String>,
    }

    /// The parts of a snapshot.
    pub struct Objects {
        /// [`Summary`]: enough for tables and the first chart.
        pub summary: ObjectRef,
        /// [`Index`]: descriptions, and the hashes of everything about one subnet.
        pub index: ObjectRef,
        /// [`Claims`].
        pub claims: ObjectRef,
        /// [`Events`].
        pub events: ObjectRef,
        /// What is known of the network day by day, a [`HistoryYear`] each, oldest first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub network: Vec<YearRef>,
    }

    /// All subnets in columns. Row `i` of every column is subnet `i`.
    pub struct Summary {
        /// Ids with generation, `64.r1`, in order of netuid.
        pub subnets: Vec<String>,
        /// Names as written on chain; hostile text.
        pub name: Vec<String>,
        /// Ticker symbols as written on chain; hostile text.
        pub symbol: Vec<String>,
        /// Class of each, as a position in `categories`; null when unclassified.
        pub category: Vec<Option<usize>>,
        /// Names of the classes.
        pub categories: Vec<String>,
        /// Id of the source of the classes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub category_source: Option<String>,
        /// Remarks on names that imitate others or mix scripts, by row.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub name_flags: BTreeMap<usize, Vec<String>>,
        /// Captured metrics by id. What can be computed from these is not published again.
        pub metrics: BTreeMap<String, MetricColumn>,
        /// The shipped ladder.
        pub ladder: LadderColumn,
        /// Netuids whose repositories lie with one account, so that one team runs them; a list a team.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub teams: Vec<Vec<u16>>,
        /// Netuids all of whose repositories are among those of another, and that other, the nearest of
        /// several: sums over subnets count such repositories once.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub repeated: BTreeMap<u16, u16>,
    }

    /// One metric of all subnets.
    pub struct MetricColumn {
        /// One number or null a row.
        pub values: Vec<Option<f64>>,
        /// Grade of all rows, as `chain`.
        pub grade: String,
        /// Id of the source of all rows.
        pub source: String,
        /// The day the numbers describe, `2026-08-07`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub as_of: Option<String>,
        /// Block, where they were read at one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub block: Option<u64>,
        /// What a null without a remark of its own means; not measured where this is absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub missing: Option<Exception>,
        /// Remarks on single rows.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub exceptions: BTreeMap<usize, Exception>,
        /// How the numbers were made, such as the error of a reconstruction.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
    }

    /// A remark on one row of a column.
    pub struct Exception {
        /// For a null: `not_measured`, `none_found`, `not_searched` or `not_applicable`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub state: Option<String>,
        /// One sentence.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub why: Option<String>,
    }

    /// The ladder of all subnets.
    pub struct LadderColumn {
        /// Five letters a row, rung 1 first: s satisfied, l lapsed, c claimed, n none found, - not searched.
        pub states: Vec<String>,
        /// The day of the newest search.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub searched_on: Option<String>,
        /// Id of the source.
        pub source: String,
    }

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
        /// SHA-256 of the [`HistoryYear`], as in [`ObjectRef`]. Not a flattened one: that would have serde
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

    /// One calendar year of one subnet or of the network, day by day.
    pub struct HistoryYear {
        /// Id with generation, or `network`.
        pub id: String,
        /// Day of the first value.
        pub start: String,
        /// Always `1d`.
        pub step: String,
        /// Metrics by id; of the network `tao_usd`, the US dollars of one TAO, and the sums of metrics
        /// over all subnets, such as `sum(price_tao)`.
        pub metrics: BTreeMap<String, HistoryColumn>,
    }

    /// One metric over days.
    pub struct HistoryColumn {
        /// One number or null a day: four significant digits for daily prices, exact for captured days.
        pub values: Vec<Option<f64>>,
        /// Grade of all days.
        pub grade: String,
        /// Id of the source.
        pub source: String,
        /// One sentence on how it was made, such as the error of a reconstruction.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
        /// Days that are known in another way than the column says, spans in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub parts: Vec<HistoryPart>,
    }

    /// Days of a column with a grade and a source of their own.
    pub struct HistoryPart {
        /// The first day.
        pub from: String,
        /// The last day.
        pub to: String,
        /// Their grade.
        pub grade: String,
        /// Id of their source.
        pub source: String,
    }

    /// The claims ledger.
    pub struct Claims {
        /// Every claim.
        pub claims: Vec<Claim>,
    }

    /// What somebody said.
    pub struct Claim {
        /// Stable name.
        pub id: String,
        /// Subnet with generation, or a bare netuid; absent for the network.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub subnet: Option<String>,
        /// In our words.
        pub statement: String,
        /// The figure.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub quantity: Option<f64>,
        /// A word that bounds it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub qualifier: Option<String>,
        /// Its unit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<String>,
        /// The span it covers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub period: Option<String>,
        /// Who.
        pub said_by: String,
        /// When.
        pub said_on: String,
        /// Where.
        pub said_in: String,
        /// `team_says` where the team of the subnet said it; somebody outside of it where this is absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub grade: Option<String>,
        /// A link to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
        /// `cumulative`, `gross`, `peak`, `unit` or `undefined`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub trap: Option<String>,
        /// One sentence on the trap.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub trap_note: Option<String>,
        /// `metric:<id>` or `network:<figure>`: what would read it independently.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reading: Option<String>,
    }

    /// What happened to the network and its subnets.
    pub struct Events {
        /// Oldest first.
        pub events: Vec<Event>,
    }

    /// One event.
    pub struct Event {
        /// Day.
        pub day: String,
        /// `rule`, `halving`, `registered`, `started`, `renamed`, `owner_changed`, `sold`, `launch`.
        pub kind: String,
        /// Subnet with generation; absent for the network.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub subnet: Option<String>,
        /// Block, when known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub block: Option<u64>,
        /// One sentence, our words; names in it are hostile text.
        pub what: String,
        /// Id of the source.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub source: Option<String>,
    }
}

impl Claim {
    /// Whether it names users, or work done for them.
    pub fn is_of_use(&self) -> bool {
        const USE: [&str; 4] = ["tokens", "tokens_per_week", "users", "users_per_day"];
        self.unit.as_deref().is_some_and(|unit| USE.contains(&unit))
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
