//! The earned-shipped plane: who ships most for least.

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

/// Positions of the quiet builders: subnets that earn something, and for which no other that earns
/// something is at least as high on the ladder and earns no more, with one of the two better (the
/// Pareto frontier of earned low, rung high). Highest rung first, then smallest earning. A subnet
/// without a measured earning or without any satisfied rung is not among them; one that earns nothing
/// is told of apart, in [`unpaid_builders`], because it would beat all who earn.
pub fn quiet_builders(standings: &[Standing]) -> Vec<usize> {
    let found: Vec<(usize, u8, f64)> = standings
        .iter()
        .enumerate()
        .filter_map(|(row, standing)| Some((row, standing.rung(), standing.earned.number()?)))
        .filter(|(_, rung, earned)| *rung > 0 && *earned > 0.0)
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

/// Positions of subnets that earn exactly nothing and have a satisfied rung from `rung` upwards,
/// highest rung first.
pub fn unpaid_builders(standings: &[Standing], rung: Rung) -> Vec<usize> {
    let found: Vec<usize> = (0..standings.len())
        .filter(|row| standings[*row].earned.number() == Some(0.0) && standings[*row].rung() >= rung.number())
        .collect();
    let higher = |a: usize, b: usize| standings[found[b]].rung().cmp(&standings[found[a]].rung());
    order::sorted(found.len(), &higher).into_iter().map(|at| found[at]).collect()
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
        let tie = [standing(Some(1.0), "ss---"), standing(Some(1.0), "ss---"), standing(Some(1.0), "s----")];
        assert_eq!(quiet_builders(&tie), [0, 1]);
        assert!(quiet_builders(&[]).is_empty());
    }

    /// Who is paid nothing would beat everybody who is paid: they are two lists.
    #[test]
    fn those_who_earn_nothing_are_no_frontier_and_are_told_apart() {
        let standings = [
            standing(Some(0.0), "sns--"), // 0
            standing(Some(0.1), "sns--"), // 1
            standing(Some(0.0), "ss---"), // 2: no product
            standing(Some(0.0), "snss-"), // 3: higher
            standing(None, "sns--"),      // 4: not measured, which is not nothing
        ];
        assert_eq!(quiet_builders(&standings), [1]);
        assert_eq!(unpaid_builders(&standings, Rung::ReachableProduct), [3, 0]);
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
                let paid = points.iter().filter(|(_, earned)| *earned > 0);
                let beaten = paid.into_iter().any(|(r, e)| r >= rung && e <= earned && (r > rung || e < earned));
                prop_assert_eq!(builders.contains(&row), *rung > 0 && *earned > 0 && !beaten);
            }
        }
    }
}
