//! The files as they are published: the twin of the model for serde, and the truth of the format.
//!
//! Unknown fields are ignored, unknown names of grades and states are kept as text, and every
//! optional field may be absent. Numbers are TAO, alpha, US dollars or counts, as the metric
//! registry says; nothing is in rao.

/// Derives what every wire type needs; JSON Schema is only made natively.
macro_rules! wire {
    ($($item:item)*) => {$(
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        $item
    )*};
}

mod history;
mod profile;
mod root;
mod summary;
mod told;

pub use self::history::{HistoryColumn, HistoryPart, HistoryYear};
pub use self::profile::{Evidence, Generation, Index, IndexEntry, Link, Owner, Profile, RungNote, YearRef};
pub use self::root::{Latest, ObjectRef, Objects, Root, SnapshotRef, Source, TaoUsd};
pub use self::summary::{Exception, LadderColumn, MetricColumn, Summary};
pub use self::told::{Claim, Claims, Event, Events};
