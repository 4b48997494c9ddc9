//! The lists beside the plane of the overview.

use super::card::Tally;
use super::figures::WORTH_A_WORD;
use super::{quiet_builders, ranked, unverified};
use crate::model::Rung;
use crate::registry;
use crate::snapshot::Snapshot;

/// How many of a list stand beside the plane.
pub const SHOWN: usize = 6;

/// What an empty list says.
pub const NONE: &str = "Not measured in this snapshot, or nothing to list.";

/// Subnets in an order.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// Who they are.
    pub title: &'static str,
    /// What is listed, and its unit.
    pub why: String,
    /// Their rows, all of them.
    pub rows: Vec<usize>,
}

/// Who earns most, who earns with nothing verified, and who ships for little.
pub fn beside_the_plane(snapshot: &Snapshot) -> [List; 3] {
    let rows: Vec<_> = (0..snapshot.subnets.len()).collect();
    let emission = registry::known("emission_tao_day");
    let ranked = ranked(snapshot, &rows, emission);
    let counts = |row: &usize| Tally::unproven().counts(snapshot, *row) == Some(true);
    let unproven: Vec<usize> = ranked.iter().copied().filter(counts).collect();
    let searched = unverified::searched_from(snapshot, Rung::ReachableProduct, &unproven);
    [
        List { title: "Most earned", why: "τ a day of the TAO emission".to_owned(), rows: ranked },
        List {
            title: "Earning, nothing verified at rung 3 or above",
            why: format!("τ a day, at least {WORTH_A_WORD}; {searched}"),
            rows: unproven,
        },
        List {
            title: "Quiet builders",
            why: "nobody else who is paid is as high on the ladder for less; τ a day".to_owned(),
            rows: quiet_builders(snapshot, &rows, emission),
        },
    ]
}
