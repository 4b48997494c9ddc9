//! Remarks on names that imitate others, mix scripts or hide characters.

use std::collections::BTreeMap;

use unicode_security::MixedScript;
use unicode_security::confusable_detection::skeleton;

use crate::format::shown_name;

/// Sentences by row, for the names of the given netuids.
pub fn flags(names: &[(u16, &str)]) -> BTreeMap<usize, Vec<String>> {
    let shown: Vec<String> = names.iter().map(|(netuid, name)| shown_name(name, *netuid)).collect();
    let shapes: Vec<String> = shown.iter().map(|name| skeleton(&name.to_lowercase()).collect()).collect();
    let mut flags = BTreeMap::new();
    for (row, (_, raw)) in names.iter().enumerate() {
        let mut remarks = Vec::new();
        if !shown[row].as_str().is_single_script() {
            remarks.push("The name mixes letters of several scripts.".to_owned());
        }
        if hides(raw) {
            remarks.push("The name as written on chain holds characters that cannot be seen.".to_owned());
        }
        let twins = (0..names.len()).filter(|other| *other != row && shapes[*other] == shapes[row]);
        let twins: Vec<_> = twins.map(|other| names[other].0.to_string()).collect();
        if !twins.is_empty() && !shown[row].is_empty() {
            remarks.push(format!("The name looks like that of subnet {}.", twins.join(", ")));
        }
        if !remarks.is_empty() {
            flags.insert(row, remarks);
        }
    }
    flags
}

/// Whether anything but plain spaces is lost when a name is shown.
fn hides(raw: &str) -> bool {
    raw.chars().any(|character| {
        let shown = shown_name(&format!("a{character}b"), 0);
        shown == "ab" || (character != ' ' && shown == "a b")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imitations_mixtures_and_hidden_characters_are_told() {
        let names = [
            (1, "Chutes"),
            (2, "\u{421}hutes"),
            (3, "ho\u{3c4}floa\u{3c4}"),
            (4, "Two\u{202f}words"),
            (5, "Plain words"),
            (6, "\u{202e}evil"),
        ];
        let flags = flags(&names);
        assert_eq!(flags[&0], ["The name looks like that of subnet 2."]);
        assert_eq!(flags[&1].len(), 2, "{:?}", flags[&1]);
        assert!(flags[&2][0].contains("several scripts"));
        assert!(flags[&3][0].contains("cannot be seen"));
        assert!(!flags.contains_key(&4));
        assert!(flags[&5][0].contains("cannot be seen"));
    }
}
