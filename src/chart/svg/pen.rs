//! Writes SVG text. Whatever comes from data goes through [`escape`].

use crate::format::escape;

/// An SVG document as it is written.
pub struct Pen {
    out: String,
}

impl Pen {
    /// Nothing written yet.
    pub fn new() -> Self {
        Self { out: String::with_capacity(8 * 1024) }
    }

    /// Everything written.
    pub fn finish(self) -> String {
        self.out
    }

    /// Markup of this program's own. Never text from data.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Text, made safe between tags and inside quoted attributes.
    pub fn text(&mut self, text: &str) -> &mut Self {
        escape(text, &mut self.out);
        self
    }

    /// A number with at most one decimal.
    pub fn number(&mut self, number: f64) -> &mut Self {
        push_tenths(&mut self.out, tenths(number));
        self
    }

    /// ` name="number"`.
    pub fn at(&mut self, name: &str, number: f64) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").number(number).raw("\"")
    }

    /// ` name="text"`, escaped.
    pub fn attribute(&mut self, name: &str, text: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(text).raw("\"")
    }
}

/// Position in tenths of a pixel. What is not finite stands at the edge, never in the markup.
pub fn tenths(number: f64) -> i32 {
    // A cast limits what is too large and turns NaN to 0. Halves go up: `round`, which sends them away from
    // zero, is no instruction of wasm and was most of what a point cost.
    (number * 10.0 + 0.5).floor() as i32
}

/// Writes tenths as a decimal number.
fn push_tenths(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let size = tenths.unsigned_abs();
    push_digits(out, size / 10);
    if !size.is_multiple_of(10) {
        out.push('.');
        push_digits(out, size % 10);
    }
}

/// Writes a whole number. Ten thousand of these make a chart, and the standard formatter is
/// several times slower.
pub fn push_whole(out: &mut String, number: i32) {
    if number < 0 {
        out.push('-');
    }
    push_digits(out, number.unsigned_abs());
}

fn push_digits(out: &mut String, mut number: u32) {
    let mut digits = [0u8; 10];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    for digit in &digits[start..] {
        out.push(char::from(*digit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_short() {
        let mut pen = Pen::new();
        for number in [0.0, -0.04, 12.0, 12.34, -0.55, 1e12, f64::NAN] {
            pen.number(number).raw(" ");
        }
        assert_eq!(pen.finish(), "0 0 12 12.3 -0.5 214748364.7 0 ");
    }

    proptest! {
        #[test]
        fn no_text_leaves_its_place(text in any::<String>()) {
            let mut pen = Pen::new();
            pen.text(&text);
            let safe = pen.finish();
            prop_assert!(!safe.contains(['<', '>', '"', '\'', '\0']));
        }
    }
}
