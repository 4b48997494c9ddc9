//! Evidence that several subnets show because one organisation runs them.

use std::collections::BTreeMap;

use super::own::Own;
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

/// Marks evidence from a repository of an account that other slots share.
pub fn mark(evidence: &mut [Evidence], netuid: u16, accounts: &BTreeMap<String, Vec<u16>>) {
    for item in evidence {
        let path = item.link.as_deref().and_then(|link| link.strip_prefix("https://github.com/"));
        let Some(account) = path.and_then(|path| path.split('/').next()) else { continue };
        let Some(slots) = accounts.get(&account.to_lowercase()) else { continue };
        item.shared_with = slots.iter().copied().filter(|slot| *slot != netuid).collect();
    }
}
