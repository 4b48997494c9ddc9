//! What makes a thing that happened the same thing in every snapshot: the name of its item in feeds.

use crate::format::shown_text;
use crate::model::{Day, SubnetId};
use crate::publish::store::reference;
use crate::snapshot::wire;

/// What was said or happened, by everything about it that cannot change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Of what kind: feeds have room for each.
    pub kind: &'static str,
    /// What identifies it among its kind.
    what: String,
}

impl Mark {
    /// An event, in the words that are published.
    pub fn event(event: &wire::Event) -> Self {
        let subnet = event.subnet.as_deref().unwrap_or_default();
        Self { kind: "event", what: format!("{} event {subnet} {}", event.day, shown_text(&event.what, 300)) }
    }

    /// The end of the registration before the one that an event tells of, and which that is.
    pub fn lost(event: &wire::Event) -> Option<(Self, SubnetId)> {
        let next: SubnetId = event.subnet.as_deref().filter(|_| event.kind == "registered")?.parse().ok()?;
        let before = SubnetId::new(next.netuid(), next.generation().checked_sub(1)?)?;
        Some((Self { kind: "lost", what: format!("{} lost {before} ", event.day) }, before))
    }

    /// A rung gained or lost.
    pub fn moved(day: Day, id: SubnetId, words: &str) -> Self {
        Self { kind: "ladder", what: format!("{day} ladder {id} {words}") }
    }

    /// A dated release.
    pub fn release(day: Day, id: SubnetId, what: &str) -> Self {
        Self { kind: "release", what: format!("{day} release {id} {}", shown_text(what, 200)) }
    }

    /// A claim, by the name that it keeps when its words are corrected.
    pub fn claim(claim: &wire::Claim) -> Self {
        Self { kind: "claim", what: claim.id.clone() }
    }

    /// The same for ever, and for nothing else: readers of feeds go by it.
    pub fn id(&self) -> String {
        let hash: String = reference(self.what.as_bytes()).sha256.chars().take(16).collect();
        format!("{}-{hash}", self.kind)
    }
}
