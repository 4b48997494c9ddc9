//! Text on its way into markup.

/// Text made safe between the tags of HTML, SVG and XML and inside quoted attributes, added to
/// `out`. The only function that escapes.
pub fn escape(text: &str, out: &mut String) {
    let whole = isolates_end(text);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Not allowed in XML 1.0, not even escaped: one would make the whole file unreadable.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            // These turn around whatever follows them, to the end of the line and beyond the element.
            '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' => {}
            '\u{2068}' | '\u{2069}' if !whole => {}
            letter => out.push(letter),
        }
    }
}

/// Whether every isolation of a part of the text ends in it, and none that is not its own.
fn isolates_end(text: &str) -> bool {
    let depth = text.chars().try_fold(0u32, |depth, letter| match letter {
        '\u{2068}' => Some(depth + 1),
        '\u{2069}' => depth.checked_sub(1),
        _ => Some(depth),
    });
    depth == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_turns_around_what_follows_it() {
        for (text, safe) in [
            ("\u{202e}a\u{202c}", "a"),
            ("\u{2067}a\u{2069}", "a"),
            ("\u{2068}a\u{2069} b", "\u{2068}a\u{2069} b"),
            ("\u{2068}a", "a"),
            ("a\u{2069} \u{2068}b", "a b"),
        ] {
            let mut out = String::new();
            escape(text, &mut out);
            assert_eq!(out, safe);
        }
    }
}
