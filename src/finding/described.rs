//! What a subnet does, in plain words.

use super::registered_day;
use crate::format;
use crate::model::SubnetId;
use crate::snapshot::wire;

/// What a subnet does, in the publisher's words, or that the facts do not say, with what could be taken for
/// a description: words about those who held the slot before.
pub fn described(profile: Option<&wire::Profile>) -> String {
    let about = profile.and_then(|profile| profile.about.clone());
    about
        .or_else(|| profile.and_then(of_another))
        .unwrap_or_else(|| "Not described: the public facts do not say what this subnet does.".to_owned())
}

/// That what is known of a slot is of the holder before; `None` where there was none.
fn of_another(profile: &wire::Profile) -> Option<String> {
    let at = profile.generations.iter().position(|generation| generation.id == profile.id)?;
    let (own, before) = (profile.generations.get(at)?, profile.generations.get(at.checked_sub(1)?)?);
    let since = registered_day(own);
    let netuid = own.id.parse::<SubnetId>().ok()?.netuid();
    Some(format!(
        "Not described: the public facts do not say what this registration does. It took the slot on {since}; what \
         was said of the slot before is about another holder, {}.",
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
            "Not described: the public facts do not say what this registration does. It took the slot on 3 Aug 2026; \
             what was said of the slot before is about another holder, Djinn."
        );
        profile.id = "103.r1".to_owned();
        assert!(
            described(Some(&profile))
                .starts_with("Not described: the public facts do not say what this subnet")
        );
        profile.about = Some("It does something.".to_owned());
        assert_eq!(described(Some(&profile)), "It does something.");
    }
}
