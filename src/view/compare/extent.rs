//! Parts of an axis of numbers, in links.

use crate::view::number::{finite, plain};

/// Reads `all` or `0.5..20`, in the unit that is shown.
///
/// # Errors
/// Why it is no part of an axis, as a clause for the reader.
pub(super) fn from_link(text: &str) -> Result<Option<(f64, f64)>, String> {
    if text == "all" {
        return Ok(None);
    }
    let ends = text.split_once("..").and_then(|(from, to)| Some((finite(from).ok()?, finite(to).ok()?)));
    match ends {
        Some((from, to)) if from < to => Ok(Some((from, to))),
        Some(_) => Err("it ends before it starts".to_owned()),
        None => Err("numbers from one to another are written 0.5..20".to_owned()),
    }
}

/// The part in links.
pub(super) fn to_link(part: Option<(f64, f64)>) -> String {
    part.map_or_else(|| "all".to_owned(), |(from, to)| format!("{}..{}", plain(from), plain(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_read_and_print() {
        for link in ["all", "0.5..20", "-3..0", "-20..-0.25", "1e-12..3e20"] {
            assert_eq!(from_link(link).map(to_link), Ok(link.to_owned()));
        }
        assert_eq!(from_link("-0..1.50").map(to_link), Ok("0..1.5".to_owned()), "one number, one spelling");
        for bad in ["", "..", "1..", "..1", "1", "1..1", "2..1", "a..b", "1..inf", "NaN..1", "1..2..3", "1-2"]
        {
            assert!(from_link(bad).is_err(), "{bad}");
        }
    }
}
