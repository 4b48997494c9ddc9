//! What a subnet does, in plain words.

use super::registered_day;
use crate::format;
use crate::model::SubnetId;
use crate::snapshot::wire;

/// What a subnet does, in the publisher's words, or why nobody can say: the facts do not tell, or they are of
/// those who held the slot before.
pub fn described(profile: Option<&wire::Profile>) -> String {
    let about = profile.and_then(|profile| profile.about.clone());
    about
        .or_else(|| profile.filter(|profile| profile.evidence.is_empty()).and_then(of_another))
        .unwrap_or_else(|| "Not described: the public facts do not say what this subnet does.".to_owned())
}

/// That what is known of a slot is of the holder before; `None` where there was none.
fn of_another(profile: &wire::Profile) -> Option<String> {
    let at = profile.generations.iter().position(|generation| generation.id == profile.id)?;
    let (own, before) = (profile.generations.get(at)?, profile.generations.get(at.checked_sub(1)?)?);
    let since = registered_day(own);
    let netuid = own.id.parse::<SubnetId>().ok()?.netuid();
    Some(format!(
        "Not described: this registration took the slot on {since}, and what the captured facts say of the slot is \
         about the holder before it, {}. Nothing captured says what this one does.",
        format::shown_name(&before.name, netuid)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_that_changed_hands_is_not_described_by_its_former_holder() {
        let mut profile: wire::Profile = serde_json::from_value(serde_json::json!({
            "id": "103.r2", "identity": {}, "generations": [
                { "id": "103.r1", "registered_at_block": 1, "registered_on": "2025-05-07", "name": "Djinn" },
                { "id": "103.r2", "registered_at_block": 2, "registered_on": "2026-08-03", "name": "ayp" },
            ],
        }))
        .unwrap();
        assert_eq!(
            described(Some(&profile)),
            "Not described: this registration took the slot on 3 Aug 2026, and what the captured facts say of the \
             slot is about the holder before it, Djinn. Nothing captured says what this one does."
        );
        let seen = serde_json::json!({ "rung": "public_code", "what": "Public repository.", "grade": "public_record", "source": "x" });
        let known =
            wire::Profile { evidence: vec![serde_json::from_value(seen).unwrap()], ..profile.clone() };
        assert!(
            described(Some(&known)).starts_with("Not described: the public facts"),
            "something is known of it"
        );
        profile.id = "103.r1".to_owned();
        assert!(described(Some(&profile)).starts_with("Not described: the public facts"));
        profile.about = Some("It does something.".to_owned());
        assert_eq!(described(Some(&profile)), "It does something.");
    }
}
