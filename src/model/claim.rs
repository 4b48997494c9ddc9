//! What somebody said, kept apart from what was measured.

use super::{Day, SubnetRef};

/// A public statement about a subnet or the network, in our words.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Stable name in links, such as `chutes-emission-share-2026-02`.
    pub id: String,
    /// The subnet it is about; `None` for the whole network.
    pub subnet: Option<SubnetRef>,
    /// What was said, in our words.
    pub statement: String,
    /// The figure in it.
    pub quantity: Option<Quantity>,
    /// The span the figure covers, such as `day` or `since launch`.
    pub period: Option<String>,
    /// Who said it.
    pub said_by: String,
    /// When.
    pub said_on: Option<Day>,
    /// In which publication.
    pub said_in: String,
    /// A link to it.
    pub url: Option<String>,
    /// What to watch for.
    pub trap: Option<Trap>,
    /// What an independent reading would be: a metric id, a network figure, or nothing.
    pub reading: Option<String>,
}

/// The figure in a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The number.
    pub number: f64,
    /// Its unit as written in the claims file, such as `users`.
    pub unit: String,
    /// A word that bounds it, such as `just under`.
    pub qualifier: Option<String>,
}

/// A way in which a claim's figure is easily misread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trap {
    /// `cumulative`, `gross`, `peak`, `unit` or `undefined`.
    pub kind: String,
    /// One sentence.
    pub note: String,
}
