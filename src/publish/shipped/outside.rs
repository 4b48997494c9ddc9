//! Rungs 4 and 5: outside use and external revenue. No capture reads either, so the most that can
//! be said is that somebody claims it.

use super::own::Own;
use super::{Found, item};
use crate::model::{Rung, RungState};
use crate::publish::held::Held;
use crate::publish::links::label;
use crate::publish::sources;
use crate::snapshot::wire::Claim;

/// Units of claims that are about use by others.
const USE: [&str; 4] = ["users", "users_per_day", "tokens", "tokens_per_week"];
/// How the registry has to know of revenue: read by a program, not told by the operator.
const READABLE: [&str; 2] = ["probe-derived", "chain-verified"];

/// Claimed where the claims ledger has users or tokens, otherwise not searched.
pub fn use_(held: &Held<'_>, claims: &[Claim]) -> Found {
    let id = held.id.to_string();
    let about = claims.iter().filter(|claim| claim.subnet.as_ref() == Some(&id));
    let of_use = about.filter(|claim| claim.unit.as_deref().is_some_and(|unit| USE.contains(&unit)));
    let evidence: Vec<_> = of_use
        .map(|claim| {
            let day = claim.said_on.parse().ok();
            let what = format!("{} Said by {} ({}).", claim.statement, claim.said_by, claim.said_in);
            item(Rung::OutsideUse, what, claim.url.as_deref(), day, "team_says", sources::CLAIMS)
        })
        .collect();
    if evidence.is_empty() {
        return Found::nothing(
            RungState::NotSearched,
            "Nobody independent has published a reading of its use.",
        );
    }
    Found::new(RungState::Claimed, evidence, "Use is claimed; there is no independent reading of it.")
}

/// Claimed where an official surface is declared to read payments from outside.
pub fn revenue(own: &Own<'_>, searched: bool) -> Found {
    let declared = own.surfaces.iter().filter(|surface| {
        let revenue = surface.revenue.as_ref();
        searched
            && revenue.is_some_and(|revenue| {
                revenue.role == "external-revenue" && READABLE.contains(&revenue.provenance.as_str())
            })
    });
    let evidence: Vec<_> = declared
        .map(|surface| {
            let what = format!(
                "{} is declared to show payments from outside; the amounts were not captured.",
                label(&surface.url)
            );
            item(Rung::ExternalRevenue, what, Some(&surface.url), None, "third_party_says", sources::SURFACES)
        })
        .collect();
    if evidence.is_empty() {
        return Found::nothing(RungState::NotSearched, "Nobody has searched for payments from outside.");
    }
    Found::new(
        RungState::Claimed,
        evidence,
        "An endpoint for revenue is declared readable; its amounts were not captured.",
    )
}
