//! What is done to a series before it is drawn. A gap stays a gap in all of them.

use std::collections::BTreeMap;

use crate::model::{Day, Known, Series};

/// The series with 100 at its first measured positive value, and the day of that value; `None`
/// when it has none. Days before it keep their value on the same scale.
pub fn index(series: &Series) -> Option<(Series, Day)> {
    let (day, base) = series.points().find(|(_, value)| *value > 0.0)?;
    Some((map(series, |value| value / base * 100.0), day))
}

/// A running sum. Days without a value add nothing and stay a gap, so with any of them the sum is a
/// lower bound.
///
/// Only for flows per day.
pub fn cumulative(series: &Series) -> Series {
    let mut sum = 0.0;
    map(series, |value| {
        sum += value;
        sum
    })
}

/// What all series come to on each day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Totals {
    sums: BTreeMap<Day, f64>,
    /// How the sums were made, where the publisher made them.
    pub note: Option<String>,
}

impl Totals {
    /// Adds up series of one metric whose unit can be added over subnets.
    pub fn of<'a>(series: impl IntoIterator<Item = &'a Series>) -> Self {
        let mut sums: BTreeMap<Day, f64> = BTreeMap::new();
        for (day, value) in series.into_iter().flat_map(Series::points) {
            *sums.entry(day).or_default() += value;
        }
        Self { sums, note: None }
    }

    /// These sums, and the sum of a day that they do not have.
    pub fn with_day(mut self, day: Day, sum: f64) -> Self {
        self.sums.entry(day).or_insert(sum);
        self
    }

    /// The sum of a day; `None` when nothing was captured.
    pub fn at(&self, day: Day) -> Option<f64> {
        self.sums.get(&day).copied()
    }

    /// The days that have a sum, in order.
    pub fn days(&self) -> impl Iterator<Item = (Day, f64)> + '_ {
        self.sums.iter().map(|(day, sum)| (*day, *sum))
    }
}

/// The series as a part of the total of each day, 0 to 1; a gap where there is no positive total.
pub fn share(series: &Series, totals: &Totals) -> Series {
    let part = |(offset, value): (usize, &Option<f64>)| {
        let total = totals.at(series.start.plus(offset as i32))?;
        let value = (*value)?;
        (total > 0.0).then(|| value / total)
    };
    series.with_values(series.values.iter().enumerate().map(part).collect())
}

/// Each value × the factor of its day, such as the price of TAO; a gap where either has one.
pub fn product(series: &Series, factors: &Series) -> Series {
    let times = |(offset, value): (usize, &Option<f64>)| {
        let factor = factors.at(series.start.plus(offset as i32))?;
        Some((*value)? * factor).filter(|product| product.is_finite())
    };
    let values = series.values.iter().enumerate().map(times).collect();
    let known = |day: Day| [series.known_on(day), factors.known_on(day)];
    Series::known_by(series.start, values, known, |both| Known::of_all(both.iter().flatten().copied()))
}

fn map(series: &Series, mut operation: impl FnMut(f64) -> f64) -> Series {
    let values =
        series.values.iter().map(|value| value.map(&mut operation).filter(|value| value.is_finite()));
    series.with_values(values.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Grade;
    use proptest::prelude::*;

    fn day(number: i32) -> Day {
        Day::from_epoch_days(20_000 + number)
    }

    fn series(start: i32, values: &[Option<f64>]) -> Series {
        Series::of(day(start), values.to_vec(), Grade::Chain, None)
    }

    /// The same however it is known.
    fn same(a: &Series, b: &Series) -> bool {
        (a.start, &a.values) == (b.start, &b.values)
    }

    #[test]
    fn what_a_model_made_stays_marked() {
        let made = |from: i32, count: usize| {
            Series::of(day(from), vec![Some(1.0); count], Grade::Reconstructed, None)
        };
        let whole = made(10, 2).over(&made(13, 1)).over(&series(10, &[Some(1.0); 4]));
        assert_eq!(whole.reconstructed(), [(day(10), day(11)), (day(13), day(13))]);
        assert_eq!(whole.window(day(11), day(12)).reconstructed(), [(day(11), day(11))]);
        assert_eq!(cumulative(&whole).reconstructed(), whole.reconstructed());
        assert!(whole.is_reconstructed(day(11)) && !whole.is_reconstructed(day(12)));
    }

    #[test]
    fn a_window_keeps_the_days_inside() {
        let whole = series(10, &[Some(1.0), None, Some(3.0), Some(4.0)]);
        assert!(same(&whole.window(day(11), day(12)), &series(11, &[None, Some(3.0)])));
        assert!(same(&whole.window(day(0), day(10)), &series(10, &[Some(1.0)])));
        assert!(same(&whole.window(day(13), day(99)), &series(13, &[Some(4.0)])));
        for (from, to) in [(0, 9), (14, 20), (12, 11)] {
            assert_eq!(whole.window(day(from), day(to)).values, [], "{from} {to}");
        }
    }

    #[test]
    fn the_index_is_100_at_the_first_measured_positive_value() {
        let raw = series(0, &[None, Some(0.0), Some(4.0), None, Some(6.0)]);
        let (indexed, base) = index(&raw).unwrap();
        assert_eq!(base, day(2));
        assert_eq!(indexed.values, [None, Some(0.0), Some(100.0), None, Some(150.0)]);
        assert_eq!(index(&series(0, &[None, Some(0.0), Some(-1.0)])), None);
    }

    #[test]
    fn sums_run_on_over_gaps() {
        let raw = series(0, &[None, Some(1.0), None, None, Some(2.0), Some(3.0), None]);
        let expected = series(0, &[None, Some(1.0), None, None, Some(3.0), Some(6.0), None]);
        assert!(same(&cumulative(&raw), &expected));
        assert_eq!(cumulative(&series(0, &[None])), series(0, &[None]));
    }

    #[test]
    fn shares_are_of_what_was_captured_that_day() {
        let a = series(0, &[Some(1.0), None, Some(0.0)]);
        let b = series(0, &[Some(3.0), Some(5.0), Some(0.0)]);
        let totals = Totals::of([&a, &b]);
        assert_eq!(totals.at(day(0)), Some(4.0));
        assert_eq!(share(&a, &totals).values, [Some(0.25), None, None]);
        assert_eq!(share(&b, &totals).values, [Some(0.75), Some(1.0), None]);
        let more = totals.with_day(day(0), 9.0).with_day(day(4), 7.0);
        assert_eq!((more.at(day(0)), more.at(day(4))), (Some(4.0), Some(7.0)), "a sum that is known stays");
    }

    #[test]
    fn a_product_has_the_days_of_both() {
        let raw = series(0, &[Some(1.0), Some(2.0), None, Some(4.0), Some(0.0)]);
        let prices = vec![Some(300.0), Some(310.0), None, Some(5.0)];
        let prices = Series::of(day(1), prices, Grade::ThirdPartySays, None);
        let found = product(&raw, &prices);
        assert_eq!(found.values, [None, Some(600.0), None, None, Some(0.0)]);
        assert_eq!(found.grade(), Some(Grade::ThirdPartySays));
    }

    proptest! {
        #[test]
        fn shares_of_a_day_add_up_to_one(rows in proptest::collection::vec(proptest::collection::vec(proptest::option::of(0.0f64..1e9), 5), 1..8)) {
            let all: Vec<Series> = rows.iter().map(|values| series(0, values)).collect();
            let totals = Totals::of(&all);
            for offset in 0..5 {
                let parts: Vec<f64> = all.iter().filter_map(|one| share(one, &totals).at(day(offset))).collect();
                prop_assert!(parts.is_empty() || (parts.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            }
        }
    }
}
