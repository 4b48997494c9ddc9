//! How much of a stock or flow lies with how few. What is missing is left out and counted.

use super::order;
use crate::model::Value;

/// The concentration of one metric over a set of subnets.
#[derive(Debug, Clone, PartialEq)]
pub struct Concentration {
    /// Subnets without a value, which are in none of the figures.
    pub missing: usize,
    /// The sum of all values, in the unit of the metric; above zero.
    pub total: f64,
    /// The values, largest first.
    descending: Vec<f64>,
}

/// Why there is no concentration to speak of, as a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotConcentrated {
    /// No subnet has a value.
    #[error("None of these subnets has a value.")]
    NothingMeasured,
    /// All values are zero.
    #[error("All values are zero, so there are no parts to compare.")]
    AllZero,
    /// A value below zero: parts of a whole cannot be negative.
    #[error("A value is below zero, so the values are not parts of a whole.")]
    Negative,
}

/// The lead of the largest over the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// The largest value.
    pub first: f64,
    /// The one after it.
    pub second: f64,
}

impl Gap {
    /// How much larger the first is.
    pub fn difference(self) -> f64 {
        self.first - self.second
    }

    /// How many times as large the first is; `None` when the second is zero.
    pub fn ratio(self) -> Option<f64> {
        (self.second > 0.0).then(|| self.first / self.second)
    }
}

impl Concentration {
    /// The concentration of a column whose unit can be added over subnets.
    ///
    /// # Errors
    /// When the values are no parts of a whole.
    pub fn of(column: impl IntoIterator<Item = Value>) -> Result<Self, NotConcentrated> {
        let mut missing = 0;
        let mut numbers: Vec<f64> = Vec::new();
        for value in column {
            match value.number() {
                Some(number) => numbers.push(number),
                None => missing += 1,
            }
        }
        let order = order::sorted(numbers.len(), &|a, b| numbers[b].total_cmp(&numbers[a]));
        let descending: Vec<f64> = order.into_iter().map(|at| numbers[at]).collect();
        let total: f64 = descending.iter().sum();
        match descending.last() {
            None => Err(NotConcentrated::NothingMeasured),
            Some(smallest) if *smallest < 0.0 => Err(NotConcentrated::Negative),
            Some(_) if total == 0.0 => Err(NotConcentrated::AllZero),
            Some(_) => Ok(Self { missing, total, descending }),
        }
    }

    /// Subnets with a value.
    pub fn counted(&self) -> usize {
        self.descending.len()
    }

    /// The part of the `k` largest together, 0 to 1.
    pub fn top_share(&self, k: usize) -> f64 {
        self.descending.iter().take(k).sum::<f64>() / self.total
    }

    /// The Herfindahl–Hirschman index, the sum of the squares of all parts: 1 when one has all,
    /// 1/n when n have the same.
    pub fn hhi(&self) -> f64 {
        self.descending.iter().map(|value| (value / self.total).powi(2)).sum()
    }

    /// The Nakamoto coefficient: how few together have more than half.
    pub fn nakamoto(&self) -> usize {
        let mut sum = 0.0;
        let within_half = self.descending.iter().take_while(|value| {
            sum += **value;
            sum * 2.0 <= self.total
        });
        within_half.count() + 1
    }

    /// The Gini coefficient: 0 when all have the same, 1 − 1/n when one of n has all. It is
    /// `Σ (2i − n − 1) xᵢ ÷ (n Σ xᵢ)` with the values in rising order and `i` from 1.
    pub fn gini(&self) -> f64 {
        let count = self.descending.len() as f64;
        let rising = self.descending.iter().rev().enumerate();
        let weighted: f64 = rising.map(|(i, value)| (2.0 * (i as f64 + 1.0) - count - 1.0) * value).sum();
        weighted / (count * self.total)
    }

    /// The Lorenz curve: the part of subnets, smallest first, and the part of the total they have
    /// together; from (0, 0) to (1, 1).
    pub fn lorenz(&self) -> Vec<(f64, f64)> {
        let count = self.descending.len();
        let mut points = vec![(0.0, 0.0)];
        let mut sum = 0.0;
        for (i, value) in self.descending.iter().rev().enumerate() {
            sum += value;
            // The last point is exactly the corner, whatever the additions lost.
            let part = if i + 1 == count { 1.0 } else { sum / self.total };
            points.push(((i + 1) as f64 / count as f64, part));
        }
        points
    }

    /// The lead of the largest; `None` with fewer than two values.
    pub fn gap(&self) -> Option<Gap> {
        match self.descending[..] {
            [first, second, ..] => Some(Gap { first, second }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(values: &[f64]) -> Result<Concentration, NotConcentrated> {
        Concentration::of(values.iter().map(|value| Value::Number(*value)))
    }

    #[test]
    fn computed_by_hand() {
        let column = [
            Value::Number(1.0),
            Value::NOT_MEASURED,
            Value::Number(5.0),
            Value::Number(0.0),
            Value::Number(4.0),
        ];
        let found = Concentration::of(column).unwrap();
        assert_eq!((found.total, found.missing, found.counted()), (10.0, 1, 4));
        assert_eq!((found.top_share(1), found.top_share(2), found.top_share(9)), (0.5, 0.9, 1.0));
        assert!((found.hhi() - 0.42).abs() < 1e-12);
        // Half is not more than half.
        assert_eq!(found.nakamoto(), 2);
        // (−3·0 − 1·1 + 1·4 + 3·5) ÷ (4·10)
        assert!((found.gini() - 0.45).abs() < 1e-12);
        assert_eq!(found.lorenz(), [(0.0, 0.0), (0.25, 0.0), (0.5, 0.1), (0.75, 0.5), (1.0, 1.0)]);
        let gap = found.gap().unwrap();
        assert_eq!((gap.difference(), gap.ratio()), (1.0, Some(1.25)));
    }

    #[test]
    fn the_ends_of_the_scale() {
        let equal = of(&[2.0; 4]).unwrap();
        assert_eq!((equal.hhi(), equal.nakamoto(), equal.gini()), (0.25, 3, 0.0));
        let one = of(&[3.0, 0.0]).unwrap();
        assert_eq!((one.hhi(), one.nakamoto(), one.gini()), (1.0, 1, 0.5));
        assert_eq!(one.gap().and_then(Gap::ratio), None);
        assert_eq!(of(&[3.0]).unwrap().gap(), None);
    }

    #[test]
    fn what_is_no_part_of_a_whole_is_refused() {
        assert_eq!(of(&[]), Err(NotConcentrated::NothingMeasured));
        assert_eq!(Concentration::of([Value::NOT_MEASURED]), Err(NotConcentrated::NothingMeasured));
        assert_eq!(of(&[0.0, 0.0]), Err(NotConcentrated::AllZero));
        assert_eq!(of(&[1.0, -1.0]), Err(NotConcentrated::Negative));
    }

    proptest! {
        #[test]
        fn figures_stay_within_their_bounds(values in proptest::collection::vec(0.0f64..1e9, 1..200)) {
            let Ok(found) = of(&values) else { return Ok(()) };
            let count = values.len() as f64;
            prop_assert!(found.hhi() >= 1.0 / count - 1e-9 && found.hhi() <= 1.0 + 1e-9);
            prop_assert!(found.gini() >= -1e-9 && found.gini() <= 1.0 - 1.0 / count + 1e-9);
            prop_assert!((1..=values.len()).contains(&found.nakamoto()));
            prop_assert!(found.top_share(found.nakamoto()) > 0.5 - 1e-9);
            // The Gini coefficient is twice the area between the curve and the diagonal.
            let lorenz = found.lorenz();
            let below: f64 = lorenz.windows(2).map(|pair| (pair[1].0 - pair[0].0) * (pair[0].1 + pair[1].1)).sum();
            prop_assert!((1.0 - below - found.gini()).abs() < 1e-6);
        }
    }
}
