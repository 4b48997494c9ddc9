//! How wide a text will be. Fonts differ between machines and charts must not, so widths come
//! from a table that is on the wide side of the common sans-serif faces: what fits here fits there.

use unicode_segmentation::UnicodeSegmentation;

/// Width in pixels of a text in the chart's sans-serif at `size` pixels.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// Width of a text in semibold.
pub fn bold_width(text: &str, size: f64) -> f64 {
    width(text, size) * 1.1
}

/// A label: the text, cut with an ellipsis so that it is at most `room` pixels wide by `width_of`
/// and at most 48 letters long, however narrow they are.
pub fn fitted(text: &str, room: f64, width_of: impl Fn(&str) -> f64) -> String {
    const MOST: usize = 48;
    // Nothing has more graphemes than bytes.
    let long = (text.len() > MOST).then(|| text.grapheme_indices(true).nth(MOST)).flatten();
    match long {
        Some((end, _)) => cut(&format!("{}…", &text[..end]), room, width_of),
        None => cut(text, room, width_of),
    }
}

/// The text, cut with an ellipsis between letters where it is wider than `room`.
pub fn cut(text: &str, room: f64, width_of: impl Fn(&str) -> f64) -> String {
    if width_of(text) <= room {
        return text.to_owned();
    }
    let mut ends: Vec<usize> = text.grapheme_indices(true).map(|(start, _)| start).collect();
    while let Some(end) = ends.pop() {
        let shorter = format!("{}…", text[..end].trim_end());
        if width_of(&shorter) <= room {
            return shorter;
        }
    }
    "…".to_owned()
}

/// Advance width of one letter as a part of the font size.
fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '|' | '\'' | '’' | '.' | ',' | ':' | ';' | '!' => 0.32,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' | ' ' | '\u{a0}' | '"' | '·' => 0.40,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.96,
        '0'..='9' | '$' | '#' | '?' | '+' => 0.64,
        'A'..='Z' => 0.72,
        // Controls, combining marks, joiners and direction marks have no width of their own.
        '\0'..='\u{1f}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' => 0.0,
        '\u{2026}' | '\u{1100}'.. => 1.0,
        _ => 0.62,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_letters() {
        let by = |text: &str| width(text, 12.0);
        assert_eq!(fitted("Chutes", 80.0, by), "Chutes");
        assert_eq!(fitted("lium.io", 1000.0, by), "lium.io");
        let cut = fitted("Proprietary Trading Network", 80.0, by);
        assert!(cut.ends_with('…') && by(&cut) <= 80.0, "{cut}");
        assert!(fitted(&"e\u{301}".repeat(5_000), 120.0, by).ends_with("e\u{301}…"));
        assert!(fitted(&"\u{200b}".repeat(10_000), 120.0, by).len() < 300);
        assert_eq!(fitted("Chutes", 0.0, by), "…");
    }
}
