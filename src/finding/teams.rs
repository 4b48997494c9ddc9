//! Several subnets can be one team's. Its work is counted once.

use std::collections::BTreeSet;

use crate::registry::{Group, Metric};
use crate::snapshot::Snapshot;

/// How many teams run the subnets of some rows. Subnets whose repositories lie with one account are one
/// team's; one without a repository counts for itself.
pub fn count(snapshot: &Snapshot, rows: &[usize]) -> usize {
    let team = |row: &usize| {
        let slot = snapshot.subnets[*row].id.netuid();
        let team = snapshot.teams.iter().find(|team| team.contains(&slot));
        team.and_then(|team| team.first()).copied().unwrap_or(slot)
    };
    rows.iter().map(team).collect::<BTreeSet<_>>().len()
}

/// `17 teams`, where some rows are fewer teams than subnets.
pub fn fewer(snapshot: &Snapshot, rows: &[usize]) -> Option<String> {
    let teams = count(snapshot, rows);
    (teams < rows.len()).then(|| super::counted(teams, "team", "teams"))
}

/// The rows that are counted in a sum of a metric: where it is of repositories, not those whose
/// repositories are all among those of another of the rows.
pub fn once(snapshot: &Snapshot, metric: &Metric, rows: &[usize]) -> Vec<usize> {
    if snapshot.repeated.is_empty() || metric.group != Group::Shipped || metric.id.starts_with("surfaces") {
        return rows.to_vec();
    }
    let slots: BTreeSet<u16> = rows.iter().map(|row| snapshot.subnets[*row].id.netuid()).collect();
    let repeats = |row: &usize| {
        let first = snapshot.subnets[*row].id.netuid();
        let others = std::iter::successors(Some(first), |slot| snapshot.repeated.get(slot).copied());
        // A file could lead round in a circle.
        others.skip(1).take(snapshot.repeated.len()).any(|other| other != first && slots.contains(&other))
    };
    rows.iter().filter(|row| !repeats(row)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;
    use crate::snapshot::fixture;

    #[test]
    fn two_subnets_of_one_account_are_one_team() {
        let mut snapshot = fixture::snapshot();
        assert_eq!((count(&snapshot, &[0, 1, 3]), fewer(&snapshot, &[0, 1, 3])), (3, None));
        snapshot.teams = vec![vec![4, 64], vec![11, 99]];
        assert_eq!(count(&snapshot, &[0, 1, 2, 3]), 3);
        assert_eq!(fewer(&snapshot, &[0, 3]).as_deref(), Some("1 team"));
        assert_eq!(fewer(&snapshot, &[0, 1, 2]), None);
    }

    #[test]
    fn the_same_repositories_are_added_once_and_only_where_both_are_there() {
        let mut snapshot = fixture::snapshot();
        snapshot.repeated = [(64, 4)].into();
        let once = |metric: &str, rows: &[usize]| once(&snapshot, registry::known(metric), rows);
        assert_eq!(once("commits_13w", &[0, 1, 3]), [0, 1]);
        assert_eq!(once("commits_13w", &[1, 3]), [1, 3]);
        assert_eq!(once("emission_tao_day", &[0, 1, 3]), [0, 1, 3], "both were paid");
        assert_eq!(once("surfaces_official", &[0, 3]), [0, 3]);
    }

    #[test]
    fn a_repetition_of_a_repetition_is_one_too_and_a_circle_ends() {
        let mut snapshot = fixture::snapshot();
        snapshot.repeated = [(64, 11), (11, 4)].into();
        let metric = registry::known("stars");
        assert_eq!(once(&snapshot, metric, &[0, 1, 3]), [0, 1]);
        assert_eq!(once(&snapshot, metric, &[2, 3]), [2]);
        snapshot.repeated = [(64, 64), (11, 4), (4, 11)].into();
        assert_eq!(once(&snapshot, metric, &[1, 3]), [1, 3]);
    }
}
