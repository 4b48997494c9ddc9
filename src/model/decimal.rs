//! Numbers that readers write, in links and in formulas.

/// The finite number that a text is, such as `12`, `-0.5`, `.5` or `1e-9`.
///
/// It is read as the numbers of snapshots are: a second way of reading, the standard library's, is ten
/// kilobytes of tables that every visitor would wait for.
pub fn finite(text: &str) -> Option<f64> {
    let (minus, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let begins = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.');
    // White space would be nothing to it.
    if !begins || !digits.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte)) {
        return None;
    }
    // JSON wants a digit on both sides of the point, and no zero before another digit.
    let digits =
        if digits.contains(['e', 'E']) { digits } else { digits.strip_suffix('.').unwrap_or(digits) };
    if digits.is_empty() {
        return None;
    }
    let digits = digits.trim_start_matches('0');
    let zero = if digits.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "0" };
    serde_json::from_str(&format!("{minus}{zero}{digits}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_by_rust(text: &str) -> Option<f64> {
        text.parse().ok().filter(|number: &f64| number.is_finite())
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "", ".", "-", "+", "-.", "e5", "0e", "1..2", "1.2.3", "--1", "+-1", "inf", "NaN", "1 ", "1\n",
            "1e5.", ".e1", "1_0", "0x1", "1e999", "[1]",
        ] {
            assert_eq!(finite(text), None, "{text}");
            assert_eq!(read_by_rust(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_by_the_standard_library(
            text in r"[+-]?([0-9]{1,24}\.?|[0-9]{0,20}\.[0-9]{1,20})",
            power in r"(e[+-]?[0-9]{1,3})?",
        ) {
            let text = if text.ends_with('.') { text } else { format!("{text}{power}") };
            prop_assert_eq!(finite(&text).map(f64::to_bits), read_by_rust(&text).map(f64::to_bits));
        }

        #[test]
        fn what_is_written_is_read_back(number in any::<f64>().prop_filter("finite", |number| number.is_finite())) {
            prop_assert_eq!(finite(&number.to_string()), Some(number));
            prop_assert_eq!(finite(&format!("{number:e}")), Some(number));
        }
    }
}
