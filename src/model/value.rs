//! One number that may be missing, and the reasons it can be.
//!
//! Missing is never zero. This module decides once how absence is read, carried through
//! arithmetic, ordered and named; nothing else in the program compares or prints it on its own.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

/// Why there is no number.
///
/// The order is how much was done to find one, most first; arithmetic on two missing values keeps
/// the one further down, because that is the one to explain first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Absence {
    /// The question makes no sense here, such as a miner's pay in a subnet that has not started.
    NotApplicable,
    /// It was looked for, and nothing was there.
    NoneFound,
    /// Nobody has looked for it yet.
    NotSearched,
    /// The source does not carry it.
    NotMeasured,
}

impl Absence {
    /// Every kind, in order.
    pub const ALL: [Absence; 4] =
        [Absence::NotApplicable, Absence::NoneFound, Absence::NotSearched, Absence::NotMeasured];

    /// The words a reader sees in place of the number.
    pub fn words(self) -> &'static str {
        match self {
            Absence::NotApplicable => "not applicable",
            Absence::NoneFound => "none found",
            Absence::NotSearched => "not searched",
            Absence::NotMeasured => "not measured",
        }
    }

    /// The name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            Absence::NotApplicable => "not_applicable",
            Absence::NoneFound => "none_found",
            Absence::NotSearched => "not_searched",
            Absence::NotMeasured => "not_measured",
        }
    }

    /// The kind with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|absence| absence.id() == id)
    }
}

/// A number, or the reason there is none. The number is finite, always.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A measured or computed number; zero is one of them.
    Number(f64),
    /// No number.
    Missing(Absence),
}

impl Value {
    /// What a source that says nothing means.
    pub const NOT_MEASURED: Value = Value::Missing(Absence::NotMeasured);
    /// There is nothing of the kind for this subnet.
    pub const NOT_APPLICABLE: Value = Value::Missing(Absence::NotApplicable);

    /// The number if it is finite; otherwise the result of a division that has no answer.
    pub fn finite(number: f64) -> Self {
        if number.is_finite() { Value::Number(number) } else { Value::Missing(Absence::NotApplicable) }
    }

    /// The number, when there is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(number),
            Value::Missing(_) => None,
        }
    }

    /// The reason there is none.
    pub fn absence(self) -> Option<Absence> {
        match self {
            Value::Number(_) => None,
            Value::Missing(absence) => Some(absence),
        }
    }

    /// Orders numbers by `direction` and everything missing after them, in both directions.
    pub fn compare(self, other: Self, direction: Direction) -> Ordering {
        match (self, other) {
            (Value::Number(a), Value::Number(b)) => match direction {
                Direction::Ascending => a.total_cmp(&b),
                Direction::Descending => b.total_cmp(&a),
            },
            (Value::Number(_), Value::Missing(_)) => Ordering::Less,
            (Value::Missing(_), Value::Number(_)) => Ordering::Greater,
            (Value::Missing(a), Value::Missing(b)) => a.cmp(&b),
        }
    }

    fn combine(self, other: Self, operation: impl FnOnce(f64, f64) -> f64) -> Self {
        match (self, other) {
            (Value::Number(a), Value::Number(b)) => Value::finite(operation(a, b)),
            (Value::Missing(a), Value::Missing(b)) => Value::Missing(a.max(b)),
            (Value::Missing(absence), _) | (_, Value::Missing(absence)) => Value::Missing(absence),
        }
    }
}

/// Which end of a sorted column comes first. Missing values are last either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

impl From<Option<f64>> for Value {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Value::NOT_MEASURED, Value::finite)
    }
}

impl Add for Value {
    type Output = Value;
    fn add(self, other: Self) -> Self {
        self.combine(other, |a, b| a + b)
    }
}

impl Sub for Value {
    type Output = Value;
    fn sub(self, other: Self) -> Self {
        self.combine(other, |a, b| a - b)
    }
}

impl Mul for Value {
    type Output = Value;
    fn mul(self, other: Self) -> Self {
        self.combine(other, |a, b| a * b)
    }
}

impl Div for Value {
    type Output = Value;
    fn div(self, other: Self) -> Self {
        self.combine(other, |a, b| a / b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_is_never_zero_and_sorts_last_in_both_directions() {
        let mut column =
            [Value::NOT_MEASURED, Value::Number(2.0), Value::Missing(Absence::NoneFound), Value::Number(0.0)];
        column.sort_by(|a, b| a.compare(*b, Direction::Descending));
        assert_eq!(column[..2], [Value::Number(2.0), Value::Number(0.0)]);
        column.sort_by(|a, b| a.compare(*b, Direction::Ascending));
        assert_eq!(column[..2], [Value::Number(0.0), Value::Number(2.0)]);
        assert_eq!(column[2..], [Value::Missing(Absence::NoneFound), Value::NOT_MEASURED]);
    }

    #[test]
    fn arithmetic_carries_absence_and_never_makes_infinity() {
        let missing = Value::Missing(Absence::NoneFound);
        assert_eq!(Value::Number(1.0) + missing, missing);
        assert_eq!(missing * Value::NOT_MEASURED, Value::NOT_MEASURED);
        assert_eq!(Value::Number(1.0) / Value::Number(0.0), Value::Missing(Absence::NotApplicable));
        assert_eq!(Value::from(Some(f64::NAN)), Value::Missing(Absence::NotApplicable));
        assert_eq!(Value::from(None), Value::NOT_MEASURED);
    }

    #[test]
    fn every_absence_has_its_own_name_and_words() {
        for absence in Absence::ALL {
            assert_eq!(Absence::from_id(absence.id()), Some(absence));
            assert_eq!(Absence::ALL.iter().filter(|other| other.words() == absence.words()).count(), 1);
        }
    }
}
