//! Where a number comes from.

use super::{Day, Grade, Value};

/// A place that numbers were taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Short name in files, such as `chain-2026-08-07`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where it can be seen, when it can.
    pub url: Option<String>,
    /// The terms it was published under.
    pub licence: Option<String>,
    /// When it was captured, as written by the source; `None` when the source does not say.
    pub captured_at: Option<String>,
}

/// The moment a number describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// The day in UTC.
    pub day: Option<Day>,
    /// The block it was read at.
    pub block: Option<u64>,
}

/// How and when a number came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provenance {
    /// How good the source is. A computed number has the worst grade among its inputs.
    pub grade: Grade,
    /// Position of the source in the snapshot's list.
    pub source: Option<usize>,
    /// The moment it describes.
    pub as_of: AsOf,
}

/// A value with everything needed to judge it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The number, or why there is none.
    pub value: Value,
    /// How and when it came to be known.
    pub provenance: Provenance,
    /// A remark on this value alone, such as why it is missing.
    pub why: Option<String>,
}
