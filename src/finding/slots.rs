//! Whether full slots are a matter of size: slots filled, by thirds of market cap.

use crate::registry;
use crate::snapshot::Snapshot;

/// A third of the subnets by market cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// `large`, `mid` or `low`.
    pub name: &'static str,
    /// Subnets in it with both numbers measured.
    pub subnets: usize,
    /// Those of them with every slot taken.
    pub full: usize,
}

/// Full slots among the large, the mid and the low third of the given rows, largest first.
/// Rows without a market cap or without slots are left out. When the rows do not divide by three,
/// the larger thirds come first.
pub fn by_band(snapshot: &Snapshot, rows: &[usize]) -> [Band; 3] {
    let (cap, filled) = (registry::known("market_cap_tao"), registry::known("slots_filled"));
    let measured: Vec<f64> = super::ranked(snapshot, rows, cap)
        .into_iter()
        .filter_map(|row| snapshot.value(filled, row).number())
        .collect();
    let count = measured.len();
    let edge = |third: usize| (count * third).div_ceil(3);
    let mut third = 0;
    ["large", "mid", "low"].map(|name| {
        let members = &measured[edge(third)..edge(third + 1)];
        third += 1;
        Band { name, subnets: members.len(), full: members.iter().filter(|filled| **filled >= 1.0).count() }
    })
}

/// Whether only the large are full, in a sentence that is true for these bands.
pub fn sentence(bands: &[Band; 3]) -> String {
    let [large, mid, low] = bands;
    let subnets: usize = bands.iter().map(|band| band.subnets).sum();
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
                subnets: 3,
                full,
            })
        };
        assert_eq!(
            sentence(&bands([3, 2, 1])),
            "6 of 9 subnets have every slot taken, 3 of them mid or low caps"
        );
        assert_eq!(sentence(&bands([2, 0, 0])), "2 of 9 subnets have every slot taken, all of them large");
        assert_eq!(sentence(&bands([0, 0, 0])), "No subnet has every slot taken");
        let none = ["large", "mid", "low"].map(|name| Band { name, subnets: 0, full: 0 });
        assert!(sentence(&none).contains("not measured"));
    }
}
