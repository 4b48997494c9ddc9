//! `latest.json` and `snapshots/<id>.json`: which snapshots there are, and what each is made of.

use serde::{Deserialize, Serialize};

use super::YearRef;

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
        /// `Summary`: enough for tables and the first chart.
        pub summary: ObjectRef,
        /// `Index`: descriptions, and the hashes of everything about one subnet.
        pub index: ObjectRef,
        /// `Claims`.
        pub claims: ObjectRef,
        /// `Events`.
        pub events: ObjectRef,
        /// What is known of the network day by day, a `HistoryYear` each, oldest first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub network: Vec<YearRef>,
    }
}
