//! Organisations that run several subnets: their evidence is shown in each, and marked.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Rung;
use crate::snapshot::wire::Evidence;

/// Slots by the account of the repositories they own.
pub type Accounts = BTreeMap<String, BTreeSet<u16>>;

/// Which slots show evidence from which account.
pub fn accounts<'a>(shown: impl IntoIterator<Item = (u16, &'a [Evidence])>) -> Accounts {
    let mut accounts = Accounts::new();
    for (netuid, evidence) in shown {
        for account in evidence.iter().filter_map(|item| account(item)) {
            accounts.entry(account).or_default().insert(netuid);
        }
    }
    accounts
}

/// Marks evidence of code and releases with the other slots of the same account.
pub fn mark(evidence: &mut [Evidence], netuid: u16, accounts: &Accounts) {
    for item in evidence {
        let Some(account) = account(item) else { continue };
        let others = accounts.get(&account).into_iter().flatten().filter(|other| **other != netuid);
        item.shared_with = others.copied().collect();
    }
}

/// The account that evidence of code or a release is from.
fn account(item: &Evidence) -> Option<String> {
    let is_code = [Rung::PublicCode.id(), Rung::Release.id()].contains(&item.rung.as_str());
    let path = item.link.as_deref()?.strip_prefix("https://github.com/").filter(|_| is_code)?;
    path.split('/').next().filter(|account| !account.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::shipped::item;

    #[test]
    fn evidence_names_the_other_slots_of_its_account() {
        let code = |link: &str| item(Rung::PublicCode, String::new(), Some(link), None, "public_record", "x");
        let other = [code("https://github.com/entrius/gittensor")];
        let mut evidence =
            vec![code("https://github.com/Entrius/allways"), code("https://github.com/other/x")];
        let accounts = accounts([(7, evidence.as_slice()), (74, &other)]);
        mark(&mut evidence, 7, &accounts);
        assert_eq!(evidence[0].shared_with, [74]);
        assert!(evidence[1].shared_with.is_empty());
    }
}
