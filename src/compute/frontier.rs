//! The earned-shipped plane: who ships most for least, and what lies beyond two cut lines.

use super::order;
use crate::model::{Ladder, Rung, Value};

/// One subnet on the plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// What it earns.
    pub earned: Value,
    /// What it has shipped.
    pub ladder: Ladder,
}

impl Standing {
    fn rung(self) -> u8 {
        self.ladder.highest().map_or(0, Rung::number)
    }
}

/// Positions of the quiet builders: subnets for which no other is at least as high on the ladder
/// and earns no more, with one of the two better (the Pareto frontier of earned low, rung high).
/// Highest rung first, then smallest earning. A subnet without a measured earning or without any
/// satisfied rung is not among them.
pub fn quiet_builders(standings: &[Standing]) -> Vec<usize> {
    let found: Vec<(usize, u8, f64)> = standings
        .iter()
        .enumerate()
        .filter_map(|(row, standing)| Some((row, standing.rung(), standing.earned.number()?)))
        .filter(|(_, rung, _)| *rung > 0)
        .collect();
    let order = order::sorted(found.len(), &|a, b| {
        found[b].1.cmp(&found[a].1).then(found[a].2.total_cmp(&found[b].2))
    });
    // From the top rung down, only those are left who earn less than everybody above them; on one
    // rung, those who earn the same as its smallest.
    let mut builders: Vec<(usize, u8, f64)> = Vec::new();
    for candidate in order.into_iter().map(|at| found[at]) {
        let beaten = builders
            .last()
            .is_some_and(|last| candidate.2 > last.2 || (candidate.2 == last.2 && candidate.1 < last.1));
        if !beaten {
            builders.push(candidate);
        }
    }
    builders.into_iter().map(|(row, _, _)| row).collect()
}

/// What can be said about the corner beyond both cut lines: “14 subnets take at least 10 TAO a day
/// and have nothing at rung 3 or above”.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Corner {
    /// Subnets that earn at least the cut, were searched, and have no satisfied rung at the cut or above.
    pub count: usize,
    /// What these earn together.
    pub total: f64,
    /// The part of what all subnets earn; `None` when they earn nothing.
    pub share: Option<f64>,
    /// Subnets that earn at least the cut and have a satisfied rung there.
    pub with: usize,
    /// Subnets that earn at least the cut and that nobody has searched: in neither of the others.
    pub not_searched: usize,
    /// Subnets whose earning is missing: in none of the others.
    pub missing: usize,
}

/// Counts the corner of subnets that earn at least `earned` and have nothing satisfied at `rung` or
/// above. The metric has to be one that can be added over subnets.
pub fn corner(standings: &[Standing], earned: f64, rung: u8) -> Corner {
    let mut corner = Corner::default();
    let mut all = 0.0;
    for standing in standings {
        let Some(amount) = standing.earned.number() else {
            corner.missing += 1;
            continue;
        };
        all += amount;
        if amount < earned {
            continue;
        }
        if standing.rung() >= rung {
            corner.with += 1;
        } else if standing.ladder.searched() {
            corner.count += 1;
            corner.total += amount;
        } else {
            corner.not_searched += 1;
        }
    }
    corner.share = (all > 0.0).then(|| corner.total / all);
    corner
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn standing(earned: Option<f64>, letters: &str) -> Standing {
        Standing { earned: Value::from(earned), ladder: Ladder::from_letters(letters).unwrap() }
    }

    fn plane() -> Vec<Standing> {
        vec![
            standing(Some(450.0), "sssc-"), // 0: rung 3
            standing(Some(12.0), "sss--"),  // 1: rung 3, the least on it
            standing(Some(5.0), "s----"),   // 2: rung 1, the least on it
            standing(Some(8.0), "ss---"),   // 3: rung 2, the least on it
            standing(Some(8.0), "s----"),   // 4: rung 1, as much as 3
            standing(Some(1.0), "nnn--"),   // 5: nothing found
            standing(Some(200.0), "nnncc"), // 6: nothing found, claims
            standing(Some(90.0), "---c-"),  // 7: not searched
            standing(None, "sssss"),        // 8: earning not measured
        ]
    }

    #[test]
    fn quiet_builders_ship_more_than_all_who_earn_as_little() {
        assert_eq!(quiet_builders(&plane()), [1, 3, 2]);
        let tie = [standing(Some(0.0), "ss---"), standing(Some(0.0), "ss---"), standing(Some(0.0), "s----")];
        assert_eq!(quiet_builders(&tie), [0, 1]);
        assert!(quiet_builders(&[]).is_empty());
    }

    #[test]
    fn the_corner_counts_only_those_that_were_searched() {
        let expected = Corner {
            count: 1,
            total: 200.0,
            share: Some(200.0 / 774.0),
            with: 2,
            not_searched: 1,
            missing: 1,
        };
        assert_eq!(corner(&plane(), 10.0, 3), expected);
        assert_eq!(corner(&plane(), 1000.0, 1).count, 0);
        assert_eq!(corner(&[], 1.0, 1).share, None);
    }

    proptest! {
        #[test]
        fn no_quiet_builder_is_beaten_and_every_other_is(points in proptest::collection::vec((0u8..6, 0u8..8), 0..30)) {
            let standings: Vec<_> = points
                .iter()
                .map(|(rung, earned)| standing(Some(f64::from(*earned)), &format!("{:n<5}", "s".repeat(usize::from(*rung)))))
                .collect();
            let builders = quiet_builders(&standings);
            for (row, (rung, earned)) in points.iter().enumerate() {
                let beaten = points.iter().any(|(r, e)| r >= rung && e <= earned && (r > rung || e < earned));
                prop_assert_eq!(builders.contains(&row), *rung > 0 && !beaten);
            }
        }
    }
}
