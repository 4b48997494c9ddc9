//! What became of numbers that somebody quoted.

use super::changes::{between, sentence};
use super::difference::moved;
use crate::format::{self, Locale, shown_name};
use crate::model::{Day, Value};
use crate::registry::Metric;
use crate::snapshot::Snapshot;

/// How each row of the earlier snapshot moved until the newest: what it was, what it is, and by how much
/// that is more or less. Where the view is of all subnets and names no rows, what happened to subnets.
pub fn since_quoted(
    quoted: &Snapshot,
    newest: &Snapshot,
    metric: &'static Metric,
    rows: &[usize],
    locale: &Locale,
) -> String {
    let span = span(quoted.as_of.day, newest.as_of.day);
    if rows.is_empty() {
        return format!("{span}: {}", sentence(quoted, &between(quoted, newest)));
    }
    let moves = rows.iter().map(|row| {
        let subnet = &quoted.subnets[*row];
        let name = shown_name(&subnet.name, subnet.id.netuid());
        let Some(now) = newest.row(subnet.id.into()) else {
            return format!("{name} has lost its slot");
        };
        let (then, now) = (quoted.value(metric, *row), newest.value(metric, now));
        format!("{name} {}", from_to(metric, then, now, locale))
    });
    let moves: Vec<String> = moves.collect();
    format!("{}, {span}: {}.", metric.label, moves.join("; "))
}

/// `0.0653 → 0.0870 τ/α, 33.2 % higher`; what was or is not measured is said so.
fn from_to(metric: &'static Metric, then: Value, now: Value, locale: &Locale) -> String {
    let whole = |value| format::with_unit(value, metric, locale);
    let change = moved(metric, then, now, locale);
    if change.as_deref() == Some("no change") {
        return format!("{}, no change", whole(now));
    }
    // The unit once, where it stands behind the number.
    let (bare, full) = (format::value(then, metric, locale), whole(then));
    let then = if full.starts_with(&bare) && now.number().is_some() { bare } else { full };
    let change = change.map(|change| format!(", {}", in_words(&change)));
    format!("{then} → {}{}", whole(now), change.unwrap_or_default())
}

/// A change with words in the place of its sign: `12.0 % lower`.
fn in_words(change: &str) -> String {
    let signs = [("+", "higher"), ("−", "lower")];
    let worded = signs.into_iter().find_map(|(sign, word)| Some((change.strip_prefix(sign)?, word)));
    worded.map_or_else(|| change.to_owned(), |(size, word)| format!("{size} {word}"))
}

/// `14 Jun to 7 Aug 2026`; of the two days only what is known.
fn span(first: Option<Day>, last: Option<Day>) -> String {
    match (first, last) {
        (Some(first), Some(last)) => format::span(first, last),
        (first, last) => first.or(last).map(format::day).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SubnetId;
    use crate::registry;
    use crate::snapshot::fixture;

    #[test]
    fn a_quote_says_what_became_of_its_numbers() {
        let (mut before, mut after) = (fixture::snapshot(), fixture::snapshot());
        before.as_of.day = "2026-06-14".parse().ok();
        let metric = registry::known("emission_tao_day");
        let told =
            |after: &Snapshot, rows: &[usize]| since_quoted(&before, after, metric, rows, &Locale::default());
        let name = shown_name(&before.subnets[0].name, before.subnets[0].id.netuid());
        let value = format::with_unit(before.value(metric, 0), metric, &Locale::default());
        assert!(before.value(metric, 0).number().is_some());
        assert_eq!(told(&after, &[0]), format!("Emission, 14 Jun to 7 Aug 2026: {name} {value}, no change."));
        assert_eq!(told(&after, &[]), "14 Jun to 7 Aug 2026: No subnet came, went, or changed its name.");
        after.subnets[0].id = SubnetId::new(after.subnets[0].id.netuid(), 7).unwrap();
        assert_eq!(told(&after, &[0]), format!("Emission, 14 Jun to 7 Aug 2026: {name} has lost its slot."));
    }

    #[test]
    fn both_numbers_are_named() {
        let told = |id: &str, then: f64, now: f64| {
            from_to(registry::known(id), Value::from(Some(then)), Value::from(Some(now)), &Locale::default())
        };
        assert_eq!(told("price_tao", 0.0653, 0.087), "0.0653 → 0.087\u{a0}τ/α, 33.2\u{a0}% higher");
        assert_eq!(told("emission_usd_day", 100.0, 88.0), "$100/day → $88/day, 12.0\u{a0}% lower");
        assert_eq!(told("slots_filled", 0.5, 0.75), "50\u{a0}% → 75\u{a0}%, 25.00 points higher");
        assert_eq!(told("price_tao", 0.0001, 0.25), "0.0001 → 0.25\u{a0}τ/α, × 2,500");
        let price = registry::known("price_tao");
        let (none, one) = (Value::NOT_MEASURED, Value::from(Some(1.0)));
        assert_eq!(from_to(price, none, one, &Locale::default()), "not measured → 1\u{a0}τ/α");
        assert_eq!(from_to(price, one, none, &Locale::default()), "1\u{a0}τ/α → not measured");
    }

    #[test]
    fn a_change_is_told_in_words() {
        for (change, words) in [
            ("−12.0\u{a0}%", "12.0\u{a0}% lower"),
            ("+3.1\u{a0}%", "3.1\u{a0}% higher"),
            ("× 2,500", "× 2,500"),
        ] {
            assert_eq!(in_words(change), words);
        }
    }
}
