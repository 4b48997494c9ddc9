//! A subnet or the network day by day.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

wire! {
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
}
