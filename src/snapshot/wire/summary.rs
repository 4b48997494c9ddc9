//! All subnets at once: what tables and the first chart need.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

wire! {
    /// All subnets in columns. Row `i` of every column is subnet `i`.
    pub struct Summary {
        /// Ids with generation, `64.r1`, in order of netuid.
        pub subnets: Vec<String>,
        /// Names as written on chain; hostile text.
        pub name: Vec<String>,
        /// The newest day on which any of the names was read, `2026-06-14`, where the capture of this snapshot
        /// has none; absent where they were read with it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub names_as_of: Option<String>,
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
}
