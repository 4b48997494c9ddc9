//! Rungs 4 and 5: use and payments from outside. No search can settle them yet; what was said or
//! declared is a claim.

use super::own::Own;
use super::{Found, item};
use crate::model::{Rung, RungState};
use crate::publish::held::Held;
use crate::publish::sources;
use crate::snapshot::wire;

/// Units in which use is claimed.
const USE: [&str; 4] = ["tokens", "tokens_per_week", "users", "users_per_day"];

/// Claimed when somebody has named users or work done for them.
pub fn use_(held: &Held<'_>, claims: &[wire::Claim]) -> Found {
    let id = held.id.to_string();
    let of_use = |claim: &&wire::Claim| {
        claim.subnet.as_ref() == Some(&id) && claim.unit.as_deref().is_some_and(|unit| USE.contains(&unit))
    };
    match claims.iter().filter(of_use).count() {
        0 => Found::nothing(
            RungState::NotSearched,
            "Nobody has searched for an independent reading of its use.",
        ),
        _ => Found::nothing(RungState::Claimed, "Use is claimed; no independent reading of it was captured."),
    }
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
