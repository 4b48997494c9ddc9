//! Evidence that several subnets show because one organisation runs them.

use std::collections::{BTreeMap, BTreeSet};

use super::own::Own;
use crate::publish::capture::repositories::Repositories;
use crate::publish::held::Held;
use crate::snapshot::wire::Evidence;

/// The slots whose own repositories lie with an account, for accounts of more than one slot.
pub fn accounts(rows: &[Held<'_>], owns: &[Own<'_>]) -> BTreeMap<String, Vec<u16>> {
    let mut accounts: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for (held, own) in rows.iter().zip(owns) {
        for named in own.repositories() {
            let slots = accounts.entry(named.account().to_owned()).or_default();
            if !slots.contains(&held.id.netuid()) {
                slots.push(held.id.netuid());
            }
        }
    }
    accounts.retain(|_, slots| slots.len() > 1);
    accounts
}

/// The slots of one team, from those that share an account: two accounts with a slot in common are one
/// team's.
pub fn teams(accounts: &BTreeMap<String, Vec<u16>>) -> Vec<Vec<u16>> {
    let mut teams: Vec<Vec<u16>> = Vec::new();
    for slots in accounts.values() {
        let (mut joined, apart): (Vec<_>, Vec<_>) =
            teams.into_iter().partition(|team| team.iter().any(|slot| slots.contains(slot)));
        joined.push(slots.clone());
        let mut team = joined.concat();
        team.sort_unstable();
        team.dedup();
        teams = apart;
        teams.push(team);
    }
    teams.sort();
    teams
}

/// The slots all of whose counting repositories are among those of another, each with that other: one with
/// the same and a lower number, or else one with more. Of several it is the nearest, so that each leads on
/// to the next.
pub fn repeated(rows: &[Held<'_>], owns: &[Own<'_>], captured: &Repositories) -> BTreeMap<u16, u16> {
    let titles = |own: &Own<'_>| -> BTreeSet<String> {
        own.counting(captured).repositories.iter().map(|repository| repository.title.clone()).collect()
    };
    let all: Vec<(u16, BTreeSet<String>)> =
        rows.iter().zip(owns).map(|(held, own)| (held.id.netuid(), titles(own))).collect();
    let covers = |(slot, own): &(u16, BTreeSet<String>), (other, theirs): &(u16, BTreeSet<String>)| {
        own.is_subset(theirs) && (own.len() < theirs.len() || other < slot)
    };
    let found = all.iter().filter(|(_, own)| !own.is_empty()).filter_map(|one| {
        let near = |(slot, theirs): &&(u16, BTreeSet<String>)| (theirs.len(), one.0.abs_diff(*slot));
        let other = all.iter().filter(|other| covers(one, other)).min_by_key(near)?;
        Some((one.0, other.0))
    });
    found.collect()
}

/// Marks evidence from a repository of an account that other slots share.
pub fn mark(evidence: &mut [Evidence], netuid: u16, accounts: &BTreeMap<String, Vec<u16>>) {
    for item in evidence {
        let path = item.link.as_deref().and_then(|link| link.strip_prefix("https://github.com/"));
        let Some(account) = path.and_then(|path| path.split('/').next()) else { continue };
        let Some(slots) = accounts.get(&account.to_lowercase()) else { continue };
        item.shared_with = slots.iter().copied().filter(|slot| *slot != netuid).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_with_a_slot_in_common_are_one_team() {
        let accounts = [("a", vec![1, 9]), ("b", vec![3, 7]), ("c", vec![9, 13])];
        let accounts = accounts.into_iter().map(|(account, slots)| (account.to_owned(), slots)).collect();
        assert_eq!(teams(&accounts), [vec![1, 9, 13], vec![3, 7]]);
    }
}
