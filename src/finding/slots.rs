//! Whether full slots are a matter of size: slots filled, by thirds of market cap.

use super::card::{Card, Tally};
use super::part::Part;
use crate::format::Locale;
use crate::registry;
use crate::snapshot::Snapshot;

/// A third of the subnets by market cap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// `large`, `mid` or `low`.
    pub name: &'static str,
    /// The rows in it with both numbers measured, largest first.
    pub rows: Vec<usize>,
    /// How many of them have every slot taken.
    pub full: usize,
}

/// Whose slots the chain counts.
pub const OF_BOTH: &str =
    "The slots are of miners and validators together: the chain has no count of miners’ slots alone.";

/// Full slots among the large, the mid and the low third of the given rows, largest first.
/// Rows without a market cap or without slots are left out. When the rows do not divide by three,
/// the larger thirds come first.
pub fn by_band(snapshot: &Snapshot, rows: &[usize]) -> [Band; 3] {
    let full = |row: usize| Tally::Full.counts(snapshot, row);
    let mut measured = super::ranked(snapshot, rows, registry::known("market_cap_tao"));
    measured.retain(|row| full(*row).is_some());
    let count = measured.len();
    let edge = |third: usize| (count * third).div_ceil(3);
    let mut third = 0;
    ["large", "mid", "low"].map(|name| {
        let rows = measured[edge(third)..edge(third + 1)].to_vec();
        third += 1;
        Band { name, full: rows.iter().filter(|row| full(**row) == Some(true)).count(), rows }
    })
}

/// Whether only the large are full, in a sentence that is true for these bands.
pub fn sentence(snapshot: &Snapshot, bands: &[Band; 3], locale: &Locale) -> Vec<Part> {
    let [large, mid, low] = bands;
    let all: Vec<usize> = bands.iter().flat_map(|band| band.rows.iter().copied()).collect();
    let small = [mid.rows.as_slice(), &low.rows].concat();
    let full: usize = bands.iter().map(|band| band.full).sum();
    if all.is_empty() {
        return vec![Part::words("Slots or market caps are not measured in this snapshot")];
    }
    let counted = |count: usize, rows: &[usize], whose: &str| {
        Part::said(count.to_string(), Card::of_tally(snapshot, Tally::Full, rows, whose, locale))
    };
    match (mid.full + low.full, large.full) {
        (0, 0) => vec![Part::words("No subnet has every slot taken")],
        (few, _) => {
            let mut parts = vec![
                counted(full, &all, &super::whose(snapshot, &all)),
                Part::words(format!(" of {} subnets have every slot taken, ", all.len())),
            ];
            match few {
                0 => parts.push(Part::words("all of them large")),
                few => {
                    parts.push(counted(few, &small, "mid and low caps, two thirds of all by market cap"));
                    parts.push(Part::words(" of them mid or low caps"));
                }
            }
            parts
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::part::plain;

    #[test]
    fn the_sentence_follows_the_bands() {
        let bands = |full: [usize; 3]| {
            [("large", full[0]), ("mid", full[1]), ("low", full[2])].map(|(name, full)| Band {
                name,
                rows: vec![0; 3],
                full,
            })
        };
        let snapshot = crate::snapshot::fixture::snapshot();
        let said = |bands: &[Band; 3]| {
            plain(&snapshot, &sentence(&snapshot, bands, &Locale::default()), &Locale::default())
        };
        assert_eq!(
            said(&bands([3, 2, 1])),
            "6 of 9 subnets have every slot taken, 3 of them mid or low caps"
        );
        assert_eq!(said(&bands([2, 0, 0])), "2 of 9 subnets have every slot taken, all of them large");
        assert_eq!(said(&bands([0, 0, 0])), "No subnet has every slot taken");
        let none = ["large", "mid", "low"].map(|name| Band { name, rows: Vec::new(), full: 0 });
        assert!(said(&none).contains("not measured"));
    }
}
