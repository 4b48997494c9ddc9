//! Numbers in links.

use crate::model;

/// A number as links write it.
///
/// # Errors
/// When it is none, or not finite.
pub(super) fn finite(text: &str) -> Result<f64, String> {
    // A link says 0 in one way.
    let number = model::finite(text).map(|number| number + 0.0);
    number.ok_or_else(|| "a limit is a number such as 0.5".to_owned())
}

/// The shortest text that reads as the same number, without a long tail of zeros.
pub(super) fn plain(number: f64) -> String {
    if number != 0.0 && !(1e-9..1e15).contains(&number.abs()) {
        format!("{number:e}")
    } else {
        format!("{}", number + 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_one_way() {
        for (read, printed) in
            [("-0", "0"), ("1.50", "1.5"), (".5", "0.5"), ("1e-12", "1e-12"), ("3e20", "3e20")]
        {
            assert_eq!(finite(read).map(plain), Ok(printed.to_owned()), "{read}");
        }
        assert!(finite("ten").is_err() && finite("inf").is_err());
    }
}
