//! Any text within the grammar of links.
//!
//! What a reader types into a search box has to survive the address bar, which holds only
//! `A-Z a-z 0-9 ~ . - _`. Letters, digits, `.` and `-` stand for themselves, `_` for a space, and
//! everything else is `~` with its number in hexadecimal and a full stop: `a+b` is `a~2b.b`.

/// Longest text that is kept, in characters.
pub(super) const MAX_CHARACTERS: usize = 64;

/// The text within the grammar. Control characters are left out: nobody types them.
pub(super) fn escaped(text: &str) -> String {
    let mut link = String::with_capacity(text.len());
    for character in text.chars().filter(|character| !character.is_control()).take(MAX_CHARACTERS) {
        match character {
            ' ' => link.push('_'),
            'A'..='Z' | 'a'..='z' | '0'..='9' | '.' | '-' => link.push(character),
            other => link.push_str(&format!("~{:x}.", u32::from(other))),
        }
    }
    link
}

/// The text that [`escaped`] wrote.
///
/// # Errors
/// When it wrote no such thing.
pub(super) fn unescaped(link: &str) -> Result<String, String> {
    let mut text = String::with_capacity(link.len());
    let mut rest = link;
    while let Some(character) = rest.chars().next() {
        rest = &rest[character.len_utf8()..];
        text.push(match character {
            '_' => ' ',
            '~' => {
                let (number, tail) = rest.split_once('.').ok_or("~ wants a number and a full stop")?;
                rest = tail;
                escape(number).ok_or("~ wants the number of a letter")?
            }
            plain => plain,
        });
    }
    if text.chars().count() > MAX_CHARACTERS {
        return Err(format!("at most {MAX_CHARACTERS} letters are searched for"));
    }
    Ok(text)
}

/// Only the spelling that [`escaped`] uses, so that each text has one link.
fn escape(number: &str) -> Option<char> {
    let character = char::from_u32(u32::from_str_radix(number, 16).ok()?)?;
    let spelled = number.len() <= 6 && format!("{:x}", u32::from(character)) == number;
    let needed = !matches!(character, ' ' | 'A'..='Z' | 'a'..='z' | '0'..='9' | '.' | '-');
    (spelled && needed && !character.is_control()).then_some(character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::query::in_grammar;
    use proptest::prelude::*;

    #[test]
    fn texts_have_one_spelling() {
        assert_eq!(escaped("two words_ش"), "two_words~5f.~634.");
        assert_eq!(unescaped("two_words~5f.~634."), Ok("two words_ش".to_owned()));
        for bad in ["~", "~5f", "~.", "~61.", "~5F.", "~05f.", "~110000.", "~d800.", "~7.", "~+5f."] {
            assert!(unescaped(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_text_survives_the_address_bar(text in "\\PC{0,64}") {
            let link = escaped(&text);
            prop_assert!(in_grammar(&link));
            prop_assert_eq!(unescaped(&link), Ok(text));
        }

        #[test]
        fn what_reads_prints_the_same(link in "[a-z_~0-9.]{0,20}") {
            if let Ok(text) = unescaped(&link) {
                prop_assert_eq!(escaped(&text), link);
            }
        }
    }
}
