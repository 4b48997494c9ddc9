//! Why subnets received nothing, as far as a snapshot says.

use super::counted;
use crate::registry;
use crate::snapshot::Snapshot;

/// What is known of a subnet that received nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpaid {
    /// The chain's switch for its emission is off.
    Off,
    /// It burns all that its miners would be paid.
    Burned,
    /// Neither is known.
    Unknown,
}

impl Unpaid {
    /// What is known of a row; `None` where it received something, or nobody measured.
    pub fn of(snapshot: &Snapshot, row: usize) -> Option<Self> {
        let number = |id: &str| snapshot.value(registry::known(id), row).number();
        (number("emission_tao_day")? == 0.0).then(|| {
            match (number("emission_enabled"), number("miner_burn")) {
                (Some(0.0), _) => Self::Off,
                (Some(_), Some(1.0)) => Self::Burned,
                _ => Self::Unknown,
            }
        })
    }

    /// What is to be said beside the zero; nothing where nothing is known.
    pub fn words(self) -> Option<&'static str> {
        match self {
            Self::Off => Some("Emission to this subnet was switched off."),
            Self::Burned => {
                Some("It burned all that its miners would have been paid, which the rule takes off.")
            }
            Self::Unknown => None,
        }
    }
}

/// How many of the rows received nothing, and why, in a sentence; `None` where all did receive.
pub fn sentence(snapshot: &Snapshot, rows: &[usize]) -> Option<String> {
    let none = rows.iter().filter(|row| Unpaid::of(snapshot, **row).is_some()).count();
    let causes = causes(snapshot, rows).map_or_else(String::new, |causes| format!(": {causes}"));
    (none > 0).then(|| format!("{none} received nothing{causes}"))
}

/// Why those of the rows that received nothing did, each cause with how many it is true of: `43 are switched off,
/// 10 burned all miner pay`; `None` where none is known.
pub fn causes(snapshot: &Snapshot, rows: &[usize]) -> Option<String> {
    let unpaid: Vec<Unpaid> = rows.iter().filter_map(|row| Unpaid::of(snapshot, *row)).collect();
    let count = |of: Unpaid| unpaid.iter().filter(|why| **why == of).count();
    let parts = [
        (count(Unpaid::Off), "is switched off", "are switched off"),
        (count(Unpaid::Burned), "burned all miner pay", "burned all miner pay"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{fixture, snapshot_from_wire, wire};

    #[test]
    fn a_zero_is_explained_where_the_capture_explains_it() {
        let (root, mut summary) = fixture::wire();
        let emission = summary.metrics["emission_tao_day"].clone();
        let column =
            |values: [f64; 4]| wire::MetricColumn { values: values.map(Some).to_vec(), ..emission.clone() };
        let paid = column([0.0, 0.0, 0.0, 450.0]);
        summary.metrics.insert("emission_tao_day".to_owned(), paid);
        let told = |summary: &wire::Summary| {
            let (snapshot, _) = snapshot_from_wire(root.clone(), summary.clone()).unwrap();
            (sentence(&snapshot, &[0, 1, 2, 3]), Unpaid::of(&snapshot, 0), Unpaid::of(&snapshot, 3))
        };
        assert_eq!(told(&summary), (Some("3 received nothing".to_owned()), Some(Unpaid::Unknown), None));
        summary.metrics.insert("emission_enabled".to_owned(), column([0.0, 0.0, 1.0, 1.0]));
        summary.metrics.insert("miner_burn".to_owned(), column([1.0, 0.2, 1.0, 0.0]));
        let (said, first, _) = told(&summary);
        assert_eq!(said.unwrap(), "3 received nothing: 2 are switched off, 1 burned all miner pay");
        assert_eq!(first, Some(Unpaid::Off), "what is switched off burns nothing that matters");
    }
}
