//! What the ladder of a subnet says.

use crate::format;
use crate::model::{Ladder, Rung};
use crate::snapshot::wire;

/// “Shipped: release”, and what it says where nothing was found, or nobody has looked.
pub fn headline(ladder: Ladder) -> String {
    match ladder.highest() {
        Some(rung) => format!("Shipped: {}", rung.name()),
        None if ladder.searched() => "Shipped: nothing found".to_owned(),
        None => "Shipped: not searched".to_owned(),
    }
}

/// Every rung with its state, as one line of words.
pub fn in_words(ladder: Ladder) -> String {
    Rung::ALL.map(|rung| format!("{}: {}", rung.name(), ladder.state(rung).words())).join("; ")
}

/// What the publisher says of a rung, and when it was searched; empty where there is nothing to say.
pub fn note(profile: &wire::Profile, rung: Rung) -> String {
    let note = profile.rungs.iter().find(|note| note.rung == rung.id());
    let searched = note
        .and_then(|note| note.searched_on.as_deref()?.parse().ok())
        .map(|day| format!("searched {}", format::day(day)));
    let why = note.and_then(|note| note.why.clone());
    [why, searched].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a subnet does, in the publisher's words, or that the facts do not say.
pub fn described(profile: Option<&wire::Profile>) -> String {
    profile
        .and_then(|profile| profile.about.clone())
        .unwrap_or_else(|| "Not described: the public facts do not say what this subnet does.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_found_is_not_the_same_as_nobody_looked() {
        let says = |letters: &str| headline(Ladder::from_letters(letters).unwrap());
        assert_eq!(says("sn-cc"), "Shipped: public code");
        assert_eq!(says("nnncc"), "Shipped: nothing found");
        assert_eq!(says("---cc"), "Shipped: not searched");
        assert!(in_words(Ladder::NOT_SEARCHED).starts_with("public code: not searched; release: "));
    }
}
