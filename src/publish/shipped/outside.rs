//! Rungs 4 and 5: use and payments from outside. No search can settle them yet; what was said or
//! declared is a claim.

use super::own::Own;
use super::{Found, item};
use crate::finding::usage::is_of_use;
use crate::model::{Rung, RungState};
use crate::publish::held::Held;
use crate::publish::sources;
use crate::snapshot::{CLAIMS, wire};

/// Claimed when somebody has named users or work done for them.
pub fn use_(held: &Held<'_>, claims: &[wire::Claim]) -> Found {
    let id = held.id.to_string();
    let of_use = claims.iter().filter(|claim| claim.subnet.as_ref() == Some(&id) && is_of_use(claim));
    let said: Vec<wire::Evidence> = of_use
        .map(|claim| {
            let what = format!("{} Said by {}, in {}.", claim.statement, claim.said_by, claim.said_in);
            let day = claim.said_on.parse().ok();
            let grade = claim.grade.as_deref().unwrap_or("third_party_says");
            item(Rung::OutsideUse, what, claim.url.as_deref(), day, grade, CLAIMS)
        })
        .collect();
    if said.is_empty() {
        let why = "Nobody has searched for an independent reading of its use.";
        return Found::nothing(RungState::NotSearched, why);
    }
    Found::new(RungState::Claimed, said, "Use is claimed; no independent reading of it was captured.")
}

/// Claimed when an endpoint declares payments from outside that anybody could read. The amounts
/// were not captured.
pub fn revenue(own: &Own<'_>, searched: bool) -> Found {
    let declared: Vec<wire::Evidence> = own
        .surfaces
        .iter()
        .filter(|surface| surface.revenue.as_ref().is_some_and(|revenue| revenue.is_readable_from_outside()))
        .map(|surface| {
            let what = "Endpoint that declares payments from outside; its amounts were not captured.";
            item(
                Rung::ExternalRevenue,
                what.to_owned(),
                Some(&surface.url),
                None,
                "team_says",
                sources::SURFACES,
            )
        })
        .collect();
    if declared.is_empty() || !searched {
        return Found::nothing(RungState::NotSearched, "Nobody has searched for payments from outside.");
    }
    Found::new(RungState::Claimed, declared, "An endpoint declares payments; no amount was captured.")
}
