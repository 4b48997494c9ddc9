//! What somebody said, and what happened.

use serde::{Deserialize, Serialize};

wire! {
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
