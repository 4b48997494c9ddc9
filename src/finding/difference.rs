//! What numbers did between two snapshots.

use crate::compute::select;
use crate::format::{Locale, number};
use crate::model::Value;
use crate::model::value::Direction;
use crate::registry::{Metric, Style};
use crate::snapshot::Snapshot;

/// The value in an earlier snapshot of the registration in a row of this one; not applicable to one
/// that did not hold the slot then.
pub fn earlier(before: &Snapshot, after: &Snapshot, metric: &'static Metric, row: usize) -> Value {
    match before.row(after.subnets[row].id.into()) {
        Some(then) => before.value(metric, then),
        None => Value::NOT_APPLICABLE,
    }
}

/// By how much a number changed, as a part of what it was; where it was zero, or is a part of a
/// whole itself, the difference in its own unit. Nothing where the metric has no [change](Metric::changes).
pub fn moved(metric: &Metric, before: Value, after: Value, locale: &Locale) -> Option<String> {
    let (then, now) = (before.number()?, after.number()?);
    if !metric.changes() {
        return None;
    }
    let difference = now - then;
    if difference == 0.0 {
        return Some("no change".to_owned());
    }
    let sign = if difference > 0.0 { "+" } else { "−" };
    let size = match metric.style {
        Style::YesNo => return Some(format!("now {}", number(now, metric.style, locale))),
        // Two lower bounds have no difference.
        Style::Capped(most) if then.max(now) >= f64::from(most) => return None,
        Style::Percent(_) => {
            format!("{} points", number(difference.abs() * 100.0, Style::Decimals(2), locale))
        }
        _ if then == 0.0 => number(difference.abs(), metric.style, locale),
        // A thousandfold rise is easier to read as a factor.
        _ if now / then >= 10.0 => {
            return Some(format!("× {}", number(now / then, Style::Significant(2), locale)));
        }
        _ => number((difference / then).abs(), Style::Percent(1), locale),
    };
    Some(format!("{sign}{size}"))
}

/// The rows whose number is in both snapshots and differs, largest relative change first; equal
/// changes stay in order of netuid.
pub fn movers(before: &Snapshot, after: &Snapshot, metric: &'static Metric) -> Vec<usize> {
    let change = |row: usize| {
        let then = earlier(before, after, metric, row).number()?;
        let now = after.value(metric, row).number()?;
        // From zero there is no ratio; such a rise is above every other.
        let ratio = if then == 0.0 { f64::MAX } else { ((now - then) / then).abs() };
        (now != then && metric.changes()).then_some(ratio)
    };
    let changes: Vec<Value> = (0..after.subnets.len()).map(|row| Value::from(change(row))).collect();
    let mut rows: Vec<usize> = (0..changes.len()).filter(|row| changes[*row].number().is_some()).collect();
    select::sort(&mut rows, &[select::by_value(|row| changes[row], Direction::Descending)]);
    rows
}

/// Why nothing of a metric moved from one snapshot to a later one: it was measured in one of them, in
/// neither, has no change, or is what it was.
pub fn unmoved(before: &Snapshot, after: &Snapshot, metric: &Metric) -> String {
    let (then, now) = (before.measured(metric) > 0, after.measured(metric) > 0);
    let label = metric.label;
    match (then, now) {
        (false, false) => format!("{label}: measured in neither snapshot."),
        (false, true) => format!("{label}: not measured in the earlier snapshot, {}.", before.id),
        (true, false) => format!("{label}: not measured in the later snapshot, {}.", after.id),
        (true, true) if !metric.changes() => format!(
            "{label}: more days are known in the later snapshot, so the difference is no payment between the two."
        ),
        (true, true) => format!("{label}: nowhere other than before, where both snapshots have it."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SubnetId;
    use crate::registry;
    use crate::snapshot::fixture;

    #[test]
    fn the_same_numbers_have_not_moved() {
        let (before, after) = (fixture::snapshot(), fixture::snapshot());
        assert!(movers(&before, &after, registry::known("emission_tao_day")).is_empty());
        let why = |metric: &str| unmoved(&before, &after, registry::known(metric));
        assert_eq!(
            why("emission_tao_day"),
            "Emission: nowhere other than before, where both snapshots have it."
        );
        assert_eq!(why("slots_max"), "Slots in all: measured in neither snapshot.");
    }

    #[test]
    fn a_number_from_before_is_of_the_same_registration() {
        let (before, mut after) = (fixture::snapshot(), fixture::snapshot());
        after.subnets[0].id = SubnetId::new(after.subnets[0].id.netuid(), 7).unwrap();
        let metric = registry::known("tao_in_pool");
        assert_eq!(earlier(&before, &after, metric, 0), Value::NOT_APPLICABLE);
        assert_eq!(earlier(&before, &after, metric, 1), before.value(metric, 1));
    }

    #[test]
    fn what_one_snapshot_alone_has_did_not_move_and_says_which() {
        let with = fixture::snapshot();
        let (root, mut summary) = fixture::wire();
        summary.metrics.clear();
        let (mut without, _) = crate::snapshot::snapshot_from_wire(root, summary).unwrap();
        without.id = "2026-07-09-8583075".to_owned();
        let emission = registry::known("emission_tao_day");
        assert_eq!(
            unmoved(&without, &with, emission),
            "Emission: not measured in the earlier snapshot, 2026-07-09-8583075."
        );
        assert_eq!(
            unmoved(&with, &without, emission),
            "Emission: not measured in the later snapshot, 2026-07-09-8583075."
        );
    }

    #[test]
    fn a_sum_over_known_days_has_no_change_and_the_sentence_says_why() {
        for id in ["earned_tao_cum", "received_rebuilt_tao", "received_captured_tao"] {
            let metric = registry::known(id);
            let [before, after] =
                [[230_037.0; 4], [230_487.0; 4]].map(|values| fixture::with_values(id, values));
            assert!(movers(&before, &after, metric).is_empty(), "{id}");
            let of = |snapshot: &Snapshot| snapshot.value(metric, 0);
            assert_eq!(moved(metric, of(&before), of(&after), &Locale::default()), None, "{id}");
            let why =
                "more days are known in the later snapshot, so the difference is no payment between the two.";
            assert_eq!(unmoved(&before, &after, metric), format!("{}: {why}", metric.label));
        }
        let [before, after] = [[1.0; 4], [2.0; 4]].map(|values| fixture::with_values("stars", values));
        assert_eq!(movers(&before, &after, registry::known("stars")).len(), 4);
    }

    #[test]
    fn a_change_is_told_in_the_terms_of_its_metric() {
        let told = |id: &str, before: f64, after: f64| {
            let value = |number| Value::from(Some(number));
            moved(registry::known(id), value(before), value(after), &Locale::default())
        };
        assert_eq!(told("market_cap_tao", 100.0, 88.0).as_deref(), Some("−12.0\u{a0}%"));
        assert_eq!(told("market_cap_tao", 100.0, 112.5).as_deref(), Some("+12.5\u{a0}%"));
        assert_eq!(told("market_cap_tao", 100.0, 100.0).as_deref(), Some("no change"));
        assert_eq!(told("market_cap_tao", 0.0, 5.0).as_deref(), Some("+5"));
        assert_eq!(told("market_cap_tao", 2.0, 5000.0).as_deref(), Some("× 2,500"));
        assert_eq!(told("slots_filled", 0.5, 0.75).as_deref(), Some("+25.00 points"));
        assert_eq!(told("emission_enabled", 1.0, 0.0).as_deref(), Some("now no"));
        assert_eq!(told("releases_365d", 8.0, 12.0), None, "how many more is not known");
        assert_eq!(told("releases_365d", 4.0, 6.0).as_deref(), Some("+50.0\u{a0}%"));
        let metric = registry::known("market_cap_tao");
        let one = Value::from(Some(1.0));
        assert_eq!(moved(metric, Value::NOT_MEASURED, one, &Locale::default()), None);
    }
}
