//! Ranks that hold under every definition of what is earned.

use std::fmt;

use super::formula::Inputs;
use crate::model::Value;
use crate::registry::{self, Metric};

/// The definitions of what a subnet earns that can be defended.
const DEFINITIONS: [&str; 3] = ["emission_tao_day", "alpha_priced_tao_day", "owner_tao_day"];

/// The best and the worst rank of a subnet, printed `3–9`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankInterval {
    /// The best rank under any definition; 1 earns most.
    pub low: usize,
    /// The worst rank under any definition.
    pub high: usize,
    /// How many subnets have a rank.
    pub of: usize,
}

impl RankInterval {
    /// Whether the rank is the same under all definitions, so that it can be said in one number.
    pub fn is_certain(self) -> bool {
        self.low == self.high
    }
}

impl fmt::Display for RankInterval {
    /// `3–9`, or `1` where it is certain.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_certain() { write!(f, "{}", self.low) } else { write!(f, "{}–{}", self.low, self.high) }
    }
}

/// The metrics that [`earned`] ranks by.
pub fn definitions() -> [&'static Metric; 3] {
    DEFINITIONS.map(registry::known)
}

/// The rank of every subnet by what it earns; `None` where it has no value under any definition.
pub fn earned(inputs: &impl Inputs) -> Vec<Option<RankInterval>> {
    let columns = definitions().map(|metric| column(inputs, metric));
    intervals(&columns.each_ref().map(Vec::as_slice))
}

/// The rank of every subnet under each of the [`definitions`] alone.
pub fn by_definition(inputs: &impl Inputs) -> [Vec<Option<RankInterval>>; 3] {
    definitions().map(|metric| intervals(&[&column(inputs, metric)]))
}

fn column(inputs: &impl Inputs, metric: &'static Metric) -> Vec<Value> {
    (0..inputs.rows()).map(|row| inputs.value(metric, row)).collect()
}

/// The rank of every row over several columns of equal length, largest first. Rows with the same
/// value share the whole span of their ranks: five at the end of 128 are each 124–128. A row
/// without a value has no rank and takes none from others.
pub fn intervals(columns: &[&[Value]]) -> Vec<Option<RankInterval>> {
    let rows = columns.first().map_or(0, |column| column.len());
    let spans: Vec<Vec<Option<(usize, usize)>>> = columns.iter().map(|column| spans(column)).collect();
    let widest: Vec<Option<(usize, usize)>> = (0..rows)
        .map(|row| {
            let of_row = spans.iter().filter_map(|column| column.get(row).copied().flatten());
            of_row.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
        })
        .collect();
    let of = widest.iter().flatten().count();
    widest.into_iter().map(|span| span.map(|(low, high)| RankInterval { low, high, of })).collect()
}

fn spans(column: &[Value]) -> Vec<Option<(usize, usize)>> {
    let numbers = || column.iter().filter_map(|value| value.number());
    let span = |value: &Value| {
        let own = value.number()?;
        let above = numbers().filter(|other| *other > own).count();
        let level = numbers().filter(|other| *other == own).count();
        Some((above + 1, above + level))
    };
    column.iter().map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: &[Option<f64>]) -> Vec<Value> {
        values.iter().map(|value| Value::from(*value)).collect()
    }

    #[test]
    fn a_rank_is_as_wide_as_the_definitions_disagree() {
        let emission = column(&[Some(450.0), Some(100.0), Some(50.0), None, None]);
        let alpha = column(&[Some(900.0), Some(10.0), Some(50.0), Some(60.0), None]);
        let ranks = intervals(&[&emission, &alpha]);
        let rank = |low, high| Some(RankInterval { low, high, of: 4 });
        assert_eq!(ranks, [rank(1, 1), rank(2, 4), rank(3, 3), rank(2, 2), None]);
        let words: Vec<String> = ranks.into_iter().flatten().map(|rank| rank.to_string()).collect();
        assert_eq!(words, ["1", "2–4", "3", "2"]);
    }

    #[test]
    fn equal_values_share_the_span_of_their_ranks() {
        let ranks = intervals(&[&column(&[Some(0.0), Some(5.0), Some(0.0), Some(0.0)])]);
        let spans: Vec<_> = ranks.into_iter().flatten().map(|rank| (rank.low, rank.high)).collect();
        assert_eq!(spans, [(2, 4), (1, 1), (2, 4), (2, 4)]);
        assert_eq!(intervals(&[]), []);
    }

    #[test]
    fn the_definitions_have_one_unit() {
        assert!(definitions().iter().all(|metric| metric.unit == registry::Unit::TAO_PER_DAY));
    }
}
