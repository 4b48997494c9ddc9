//! What is known of the use of a subnet, and what nobody has searched for.

use crate::format;
use crate::model::{Evidence, Grade, Ladder, Rung, RungState, SubnetId, SubnetRef};
use crate::snapshot::wire;

/// What stands before the claims of use, or before the others, or that there are none.
pub fn before(which: usize, none: bool) -> &'static str {
    match (which, none) {
        (0, true) => "No claim of its users, or of work done for them, is listed in this snapshot.",
        (0, false) => {
            "What is said of its users, and of work done for them. A user of a customer is not a user of the subnet."
        }
        (_, true) => "No other public claim about this registration is listed in this snapshot.",
        (_, false) => "In our words; a claim without a reading is not false, it cannot be checked.",
    }
}

/// What an answer is worth.
const ANSWERS: &str = "That something answers shows that it can be used, not that anybody uses it.";

/// What is known of the use of a subnet without anybody's word for it, sentence by sentence: whether its product
/// answered by the evidence of its profile, and whether outside use and payments were searched for.
pub fn known(profile: Option<&wire::Profile>, evidence: &[Evidence], ladder: Ladder) -> String {
    let of_product = |item: &&Evidence| item.rung == Rung::ReachableProduct && item.grade == Grade::Probe;
    let answers: Vec<&Evidence> = evidence.iter().filter(of_product).collect();
    let latest = answers.iter().filter_map(|item| item.day).max();
    let by = latest.map(|day| format!(" by {}", format::day(day))).unwrap_or_default();
    let why = |rung: Rung| {
        let note = profile?.rungs.iter().find(|note| note.rung == rung.id())?;
        note.why.clone()
    };
    let mut said = match answers.as_slice() {
        [] => vec![match ladder.state(Rung::ReachableProduct) {
            RungState::Satisfied | RungState::Lapsed => "When its product answered is not known.".to_owned(),
            RungState::Claimed => "A product is claimed; no probe shows that it answers.".to_owned(),
            RungState::NoneFound => "No product was found that answers a probe.".to_owned(),
            RungState::NotSearched => "Nobody has searched for a product that answers.".to_owned(),
        }],
        [one] => vec![format::shown_text(&one.what, 160), ANSWERS.to_owned()],
        some => vec![format!("{} official surfaces answered a prober{by}.", some.len()), ANSWERS.to_owned()],
    };
    for (rung, unknown) in [
        (Rung::OutsideUse, "Nobody has searched for an independent reading of its use."),
        (Rung::ExternalRevenue, "Nobody has searched for payments from outside."),
    ] {
        let told = why(rung).map(|why| format::shown_text(&why, 240));
        said.extend(
            told.or_else(|| (ladder.state(rung) == RungState::NotSearched).then(|| unknown.to_owned())),
        );
    }
    said.join(" ")
}

/// Whether a claim names users, or work done for them.
pub fn is_of_use(claim: &wire::Claim) -> bool {
    const USE: [&str; 4] = ["tokens", "tokens_per_week", "users", "users_per_day"];
    claim.unit.as_deref().is_some_and(|unit| USE.contains(&unit))
}

/// The claims about a registration: those of its use, and all others.
pub fn claims(claims: &[wire::Claim], id: SubnetId) -> [Vec<&wire::Claim>; 2] {
    let about = claims.iter().filter(|claim| {
        let subject: Option<SubnetRef> = claim.subnet.as_deref().and_then(|subnet| subnet.parse().ok());
        subject.is_some_and(|subject| subject.means(id))
    });
    let (of_use, others) = about.partition(|claim| is_of_use(claim));
    [of_use, others]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::evidence_from_wire;

    fn profile(evidence: serde_json::Value) -> wire::Profile {
        serde_json::from_value(serde_json::json!({
            "id": "64.r1", "identity": {}, "generations": [], "evidence": evidence, "rungs": [
                { "rung": "outside_use", "state": "claimed", "why": "Use is claimed." },
            ],
        }))
        .unwrap()
    }

    fn told(profile: &wire::Profile, letters: &str) -> String {
        let (evidence, _) = evidence_from_wire(profile.evidence.clone(), &[]);
        known(Some(profile), &evidence, Ladder::from_letters(letters).unwrap())
    }

    #[test]
    fn what_answers_is_not_said_to_be_used() {
        let answer = serde_json::json!({
            "rung": "reachable_product", "what": "Official API: answered 99 % of 7 probes.",
            "day": "2026-08-02", "grade": "probe", "source": "x",
        });
        let one = profile(serde_json::json!([answer]));
        assert_eq!(
            told(&one, "snsc-"),
            "Official API: answered 99 % of 7 probes. That something answers shows that it can be used, not that \
             anybody uses it. Use is claimed. Nobody has searched for payments from outside."
        );
        let two = profile(serde_json::json!([answer, answer]));
        assert!(told(&two, "snsc-").starts_with("2 official surfaces answered a prober by 2 Aug 2026."));
        let listed = serde_json::json!([{
            "rung": "reachable_product", "what": "Official dashboard, listed.", "grade": "third_party_says", "source": "x",
        }]);
        let said = told(&profile(listed), "ssc--");
        assert!(said.starts_with("A product is claimed; no probe shows that it answers."), "{said}");
        assert_eq!(
            known(None, &[], Ladder::NOT_SEARCHED),
            "Nobody has searched for a product that answers. Nobody has searched for an independent reading of its \
             use. Nobody has searched for payments from outside."
        );
    }

    #[test]
    fn every_claim_about_a_registration_is_listed_once() {
        let claim = |id: &str, subnet: &str, unit: &str| -> wire::Claim {
            serde_json::from_value(serde_json::json!({
                "id": id, "subnet": subnet, "unit": unit, "statement": "It is large.", "said_by": "A",
                "said_in": "B", "said_on": "2026-02-27",
            }))
            .unwrap()
        };
        let all = [
            claim("a", "64.r1", "users"),
            claim("b", "64.r1", "usd"),
            claim("c", "4.r1", "users"),
            claim("d", "64", "tokens_per_week"),
        ];
        let ids = claims(&all, SubnetId::new(64, 1).unwrap());
        let ids = ids.map(|claims| claims.iter().map(|claim| claim.id.as_str()).collect::<Vec<_>>());
        assert_eq!(ids, [vec!["a", "d"], vec!["b"]]);
    }
}
