//! A metric worked out for one subnet, with the numbers of a snapshot.

use super::card::Card;
use super::ranked;
use crate::format::Locale;
use crate::registry::Metric;
use crate::snapshot::Snapshot;

/// The heading over an example.
pub const TITLE: &str = "Worked example";
/// Whose numbers it has.
pub const WHOSE: &str = "The subnet where it is largest in this snapshot.";
/// What is said where there can be none.
pub const NONE: &str = "This snapshot has no value of it, so there is no example.";

/// The row where a metric is largest and, of a metric with a formula, the formula in words and with the
/// numbers of that row, up to the last equals sign; `None` where no row has a number.
pub fn of(snapshot: &Snapshot, metric: &'static Metric, locale: &Locale) -> Option<(usize, String)> {
    let all: Vec<usize> = (0..snapshot.subnets.len()).collect();
    let row = *ranked(snapshot, &all, metric).first()?;
    let worked = Card::of_row(snapshot, metric, row, locale).worked;
    let worked = worked.map(|worked| format!("{} = {} = ", worked.words, worked.numbers));
    Some((row, worked.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;
    use crate::snapshot::fixture;

    #[test]
    fn an_example_is_of_the_largest_and_filled_in() {
        let snapshot = fixture::snapshot();
        let of = |id| of(&snapshot, registry::known(id), &Locale::default());
        assert_eq!(of("emission_tao_day"), Some((3, String::new())), "published, not computed");
        // Chutes, with 450 of the 478 τ that were measured.
        let (row, worked) = of("emission_share").unwrap();
        assert_eq!(row, 3);
        assert!(worked.contains("450") && worked.contains("478") && worked.ends_with(" = "), "{worked}");
        assert_eq!(of("stars"), None, "nobody counted");
    }
}
