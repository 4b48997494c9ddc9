//! Filtering and sorting rows.

use std::cmp::Ordering;

use super::order;
use crate::model::Value;
use crate::model::value::Direction;

/// A comparison with a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// More than the limit.
    Above,
    /// The limit or more.
    AtLeast,
    /// Less than the limit.
    Below,
    /// The limit or less.
    AtMost,
}

impl Comparison {
    /// Every comparison.
    pub const ALL: [Comparison; 4] =
        [Comparison::Above, Comparison::AtLeast, Comparison::Below, Comparison::AtMost];

    /// Whether it holds. What is missing is neither above nor below anything.
    pub fn holds(self, value: Value, limit: f64) -> bool {
        value.number().is_some_and(|number| match self {
            Comparison::Above => number > limit,
            Comparison::AtLeast => number >= limit,
            Comparison::Below => number < limit,
            Comparison::AtMost => number <= limit,
        })
    }

    /// The words a reader sees before the limit.
    pub fn words(self) -> &'static str {
        match self {
            Comparison::Above => "above",
            Comparison::AtLeast => "at least",
            Comparison::Below => "below",
            Comparison::AtMost => "at most",
        }
    }
}

/// How two rows stand to each other in one column.
pub type Key<'a> = Box<dyn Fn(usize, usize) -> Ordering + 'a>;

/// Orders rows by numbers; what is missing comes last in both directions.
pub fn by_value<'a>(column: impl Fn(usize) -> Value + 'a, direction: Direction) -> Key<'a> {
    Box::new(move |a, b| column(a).compare(column(b), direction))
}

/// Orders rows by anything that can be compared; `None` comes last in both directions.
pub fn by<'a, T: Ord>(column: impl Fn(usize) -> Option<T> + 'a, direction: Direction) -> Key<'a> {
    Box::new(move |a, b| match (column(a), column(b)) {
        (Some(a), Some(b)) => match direction {
            Direction::Ascending => a.cmp(&b),
            Direction::Descending => b.cmp(&a),
        },
        (a, b) => b.is_some().cmp(&a.is_some()),
    })
}

/// Sorts rows by the first key, rows that are equal in it by the second, and so on. Rows that are
/// equal in all keep their order.
pub fn sort(rows: &mut [usize], keys: &[Key]) {
    order::sort(rows, &|a, b| {
        keys.iter().map(|key| key(a, b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Absence;

    const NONE: Value = Value::Missing(Absence::NoneFound);

    #[test]
    fn missing_holds_no_comparison() {
        let cases = [
            (1.0, [false, false, true, true]),
            (2.0, [false, true, false, true]),
            (3.0, [true, true, false, false]),
        ];
        for (number, expected) in cases {
            let held = Comparison::ALL.map(|comparison| comparison.holds(Value::Number(number), 2.0));
            assert_eq!(held, expected, "{number}");
        }
        assert!(Comparison::ALL.iter().all(|comparison| !comparison.holds(NONE, 0.0)));
    }

    #[test]
    fn keys_follow_each_other_and_missing_is_last_in_both_directions() {
        let emission = [Value::Number(2.0), NONE, Value::Number(5.0), Value::Number(2.0), Value::Number(0.0)];
        let name = [Some("b"), Some("a"), None, Some("a"), Some("c")];
        let sorted = |keys: &[Key]| {
            let mut rows = [0, 1, 2, 3, 4];
            sort(&mut rows, keys);
            rows
        };
        let value = |direction| by_value(|row| emission[row], direction);
        let text = |direction| by(|row| name[row], direction);
        assert_eq!(sorted(&[value(Direction::Descending)]), [2, 0, 3, 4, 1]);
        assert_eq!(sorted(&[value(Direction::Ascending)]), [4, 0, 3, 2, 1]);
        assert_eq!(sorted(&[value(Direction::Descending), text(Direction::Ascending)]), [2, 3, 0, 4, 1]);
        assert_eq!(sorted(&[text(Direction::Ascending)]), [1, 3, 0, 4, 2]);
        assert_eq!(sorted(&[text(Direction::Descending)]), [4, 0, 1, 3, 2]);
        assert_eq!(sorted(&[]), [0, 1, 2, 3, 4]);
    }
}
