//! Names and texts from the chain and from files: anybody can write anything there.

use unicode_segmentation::UnicodeSegmentation;

/// Longest name that is shown, in graphemes.
const NAME_LENGTH: usize = 32;
/// Marks above and below one letter that are kept; real spelling needs two.
const MARKS_PER_LETTER: usize = 2;
/// Names that say there is none.
const NO_NAME: [&str; 9] = ["none", "-", "~", "unknown", "null", "nil", "n/a", "undefined", "unnamed"];

/// A subnet's name fit to be shown: cleaned as by [`shown_text`], at most 32 graphemes; `Subnet 64`
/// when nothing readable is left or the name says that there is none.
pub fn shown_name(raw: &str, netuid: u16) -> String {
    let name = shown_text(raw, NAME_LENGTH);
    if name.is_empty() || NO_NAME.iter().any(|no_name| name.eq_ignore_ascii_case(no_name)) {
        return format!("Subnet {netuid}");
    }
    name
}

/// Whether a subnet's name is one, and does not only say that there is none.
pub fn named(raw: &str, netuid: u16) -> bool {
    shown_name(raw, netuid) != format!("Subnet {netuid}")
}

/// Text on one line without anything that hides, reorders or overflows: no controls, bidirectional
/// or zero-width characters, variation selectors, tags or private characters; any white space
/// becomes one space; at most two marks a letter; at most `max_graphemes`, the last one `…` when
/// something was cut off.
pub fn shown_text(raw: &str, max_graphemes: usize) -> String {
    // A grapheme can be endless (a run of Hangul initials is one), so characters are limited too.
    let limit = max_graphemes.saturating_mul(4);
    let mut text = String::new();
    let mut length = 0;
    let mut marks = MARKS_PER_LETTER;
    for character in raw.chars().take(limit.saturating_mul(4)) {
        if length > limit {
            break;
        }
        if is_blank(character) {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
                length += 1;
            }
            marks = MARKS_PER_LETTER;
            continue;
        }
        if is_hidden(character) {
            continue;
        }
        marks = if is_mark(character) { marks + 1 } else { 0 };
        if marks <= MARKS_PER_LETTER {
            text.push(character);
            length += 1;
        }
    }
    clamped(text.trim_end(), max_graphemes)
}

/// Our own words at the start of a sentence.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().map(|first| first.to_ascii_uppercase()).chain(letters).collect()
}

/// Our own words inside a sentence: `market cap`, but `TAO in the pool`.
pub fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_ascii_lowercase() => {
            std::iter::once(first.to_ascii_lowercase()).chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}

fn clamped(text: &str, max_graphemes: usize) -> String {
    // Nothing has more graphemes than bytes, and most names are short: segmenting a thousand of them for
    // every letter that is typed is what a reader would wait for.
    if text.len() <= max_graphemes || text.graphemes(true).nth(max_graphemes).is_none() {
        return text.to_owned();
    }
    let kept: String = text.graphemes(true).take(max_graphemes.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// White space, and letters that look like it.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{115f}' | '\u{1160}')
}

/// Characters without a shape of their own, which only change or hide what is around them.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}'
        )
}

/// Whether a character joins the letter before it. The segmentation tables already know, so no
/// table of marks has to be carried.
fn is_mark(character: char) -> bool {
    if character < '\u{300}' {
        return false;
    }
    let mut bytes = [b'a'; 5];
    let length = character.encode_utf8(&mut bytes[1..]).len();
    std::str::from_utf8(&bytes[..=length]).is_ok_and(|pair| pair.graphemes(true).nth(1).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_says_that_there_is_no_name_is_none() {
        assert!(
            ["", "Unknown", "unknown", "none", "\u{200b}", "Subnet 87"].iter().all(|raw| !named(raw, 87))
        );
        assert!(["Provenonce", "Subnet 88", "deprecated"].iter().all(|raw| named(raw, 87)));
    }

    #[test]
    fn names_are_cleaned() {
        let cases = [
            ("Chutes", "Chutes"),
            ("  Two\u{202f}\t\nwords\u{3000} ", "Two words"),
            ("\u{202e}evil\u{202c}", "evil"),
            ("a\u{200b}b\u{feff}c\u{200d}d\u{ad}e", "abcde"),
            ("\u{2066}x\u{2069}\u{200f}\u{61c}", "x"),
            ("flag\u{e0067}\u{e0062}\u{e007f}", "flag"),
            ("heart\u{2764}\u{fe0f}", "heart\u{2764}"),
            ("e\u{301}\u{302}\u{303}\u{304}\u{305}x", "e\u{301}\u{302}x"),
            ("\u{301}\u{301}a", "a"),
            ("ส็็็็", "ส็็"),
            ("क्षत्रिय", "क्षत्रिय"),
            ("한국어", "한국어"),
            ("a\u{0}\u{1b}[31mb", "a[31mb"),
            ("ش", "ش"),
        ];
        for (raw, shown) in cases {
            assert_eq!(shown_name(raw, 1), shown, "{raw:?}");
        }
    }

    #[test]
    fn a_name_that_is_none_gives_way_to_the_number() {
        for raw in
            ["", " ", "None", "-", "~", "unknown", "UNKNOWN ", "\u{200b}\u{202e}", "\u{3164}", "\u{301}"]
        {
            assert_eq!(shown_name(raw, 70), "Subnet 70", "{raw:?}");
        }
    }

    #[test]
    fn long_names_are_cut_between_letters() {
        let long = "n\u{303}".repeat(40);
        let shown = shown_name(&long, 1);
        assert_eq!(shown.graphemes(true).count(), NAME_LENGTH);
        assert!(shown.ends_with("n\u{303}…"));
        assert_eq!(shown_text("12345", 5), "12345");
        assert_eq!(shown_text("123456", 5), "1234…");
        assert_eq!(shown_text("123 456", 5), "123…");
        assert!(shown_text(&"ᄀ".repeat(100_000), 32).chars().count() <= 130);
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_shown_short_and_on_one_line(raw in "\\PC{0,60}|.{0,200}|[\u{300}-\u{36f}\u{200b}-\u{206f} a]{0,200}") {
            let shown = shown_name(&raw, 7);
            prop_assert!(shown.graphemes(true).count() <= NAME_LENGTH);
            prop_assert!(!shown.is_empty() && shown.trim() == shown);
            prop_assert!(!shown.chars().any(|c| is_hidden(c) || (is_blank(c) && c != ' ')));
            prop_assert_eq!(shown_name(&shown, 7), shown);
        }
    }
}
