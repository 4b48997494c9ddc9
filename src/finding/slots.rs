//! Whether full slots are a matter of size: slots filled, by thirds of market cap.

use super::card::Tally;
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
pub fn sentence(bands: &[Band; 3]) -> String {
    let [large, mid, low] = bands;
    let subnets: usize = bands.iter().map(|band| band.rows.len()).sum();
    let full: usize = bands.iter().map(|band| band.full).sum();
    if subnets == 0 {
        return "Slots or market caps are not measured in this snapshot".to_owned();
    }
    let small = mid.full + low.full;
    let all = format!("{full} of {subnets} subnets have every slot taken");
    match (small, large.full) {
        (0, 0) => "No subnet has every slot taken".to_owned(),
        (0, _) => format!("{all}, all of them large"),
        (small, _) => format!("{all}, {small} of them mid or low caps"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_follows_the_bands() {
        let bands = |full: [usize; 3]| {
            [("large", full[0]), ("mid", full[1]), ("low", full[2])].map(|(name, full)| Band {
                name,
                rows: vec![0; 3],
                full,
            })
        };
        assert_eq!(
            sentence(&bands([3, 2, 1])),
            "6 of 9 subnets have every slot taken, 3 of them mid or low caps"
        );
        assert_eq!(sentence(&bands([2, 0, 0])), "2 of 9 subnets have every slot taken, all of them large");
        assert_eq!(sentence(&bands([0, 0, 0])), "No subnet has every slot taken");
        let none = ["large", "mid", "low"].map(|name| Band { name, rows: Vec::new(), full: 0 });
        assert!(sentence(&none).contains("not measured"));
    }
}
