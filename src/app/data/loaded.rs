//! A snapshot as it was loaded.

use std::sync::Arc;

use crate::compute::rank::RankInterval;
use crate::registry::Metric;
use crate::snapshot::{Issue, Snapshot, wire};

/// Which snapshot a view wants: `None` is the latest.
pub type Pin = Option<String>;

/// A snapshot and the keys to the rest of it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The cross-section.
    pub snapshot: Snapshot,
    /// What in the files was unusable.
    pub issues: Vec<Issue>,
    /// Every snapshot that is published, oldest first.
    pub published: Vec<wire::SnapshotRef>,
    /// Rank of each row by what it earns, under every definition.
    pub ranks: Vec<Option<RankInterval>>,
    /// Whether this is the newest of them.
    pub latest: bool,
    /// The keys.
    pub(super) objects: wire::Objects,
}

impl Loaded {
    /// The same with columns for formulas of a reader's own.
    pub fn with_custom(self: &Arc<Self>, metrics: &[&'static Metric]) -> Arc<Self> {
        if metrics.is_empty() {
            return self.clone();
        }
        Arc::new(self.with_snapshot(self.snapshot.with_custom(metrics)))
    }

    /// The same files behind another cross-section, such as one joined by a former registration.
    pub fn with_snapshot(&self, snapshot: Snapshot) -> Self {
        Self { snapshot, ..self.clone() }
    }
}
