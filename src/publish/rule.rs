//! Which rule divided the emission when, as far as it is known.

use crate::model::Day;

/// Spans in which one rule is known to have been live: first day, last day, name. Days between
/// spans saw changes whose moment is not known, and are left without a name.
const SPANS: [(&str, &str, &str); 3] = [
    ("2025-02-14", "2025-10-31", "moving_price"),
    // The flow average stopped at block 8,466,530 of 23 June 2026; until then it was in use.
    ("2025-12-01", "2026-06-21", "tao_flow"),
    ("2026-07-27", "2026-08-13", "hill_gate"),
];

/// The rule of a day.
pub fn rule_on(day: Day) -> Option<&'static str> {
    let within = |first: &str, last: &str| {
        first.parse().is_ok_and(|first: Day| first <= day) && last.parse().is_ok_and(|last: Day| day <= last)
    };
    SPANS.iter().find(|(first, last, _)| within(first, last)).map(|(_, _, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_between_known_rules_has_none() {
        let rule = |day: &str| rule_on(day.parse().unwrap());
        assert_eq!(rule("2026-08-07"), Some("hill_gate"));
        assert_eq!(rule("2026-07-09"), None);
        assert_eq!(rule("2026-06-14"), Some("tao_flow"));
        assert_eq!(rule("2025-11-10"), None);
        assert_eq!(rule("2025-10-29"), Some("moving_price"));
    }
}
