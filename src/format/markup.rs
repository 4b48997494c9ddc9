//! Text on its way into markup.

/// Text made safe between the tags of HTML, SVG and XML and inside quoted attributes, added to
/// `out`. The only function that escapes.
pub fn escape(text: &str, out: &mut String) {
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
            '\u{202a}'..='\u{202e}' => {}
            letter => out.push(letter),
        }
    }
}
