//! What is done to a series before it is drawn. A gap stays a gap in all of them.

use std::collections::BTreeMap;

use crate::model::{Day, Series};

/// The part of a series from one day to another, both inside; empty when it has none of them.
pub fn window(series: &Series, from: Day, to: Day) -> Series {
    let length = series.values.len();
    let position = |day: Day| usize::try_from(day.since(series.start)).unwrap_or(0).min(length);
    let values = series.values.get(position(from)..position(to.plus(1))).unwrap_or_default();
    let spans = series.reconstructed.iter().map(|(first, last)| (from.max(*first), to.min(*last)));
    Series {
        start: series.start.max(from),
        values: values.to_vec(),
        reconstructed: spans.filter(|(first, last)| first <= last).collect(),
        ..*series
    }
}

/// The series with 100 at its first measured positive value, and the day of that value; `None`
/// when it has none. Days before it keep their value on the same scale.
pub fn index(series: &Series) -> Option<(Series, Day)> {
    let (day, base) = series.points().find(|(_, value)| *value > 0.0)?;
    Some((map(series, |value| value / base * 100.0), day))
}

/// A running sum, and on how many days between its first and last value nothing was captured. Such
/// days add nothing and stay a gap, so with any of them the sum is a lower bound.
///
/// Only for flows per day.
pub fn cumulative(series: &Series) -> (Series, usize) {
    let mut sum = 0.0;
    let summed = map(series, |value| {
        sum += value;
        sum
    });
    let gaps = series.extent().map_or(0, |(first, last)| {
        let days = usize::try_from(last.since(first)).unwrap_or(0) + 1;
        days - series.points().count()
    });
    (summed, gaps)
}

/// What all series come to on each day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Totals(BTreeMap<Day, Total>);

/// The sum of a day.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Total {
    /// The sum of what was captured.
    pub sum: f64,
    /// How many series had a value. A sum over few of them makes every share too large.
    pub count: usize,
}

impl Totals {
    /// Adds up series of one metric whose unit can be added over subnets.
    pub fn of<'a>(series: impl IntoIterator<Item = &'a Series>) -> Self {
        let mut totals: BTreeMap<Day, Total> = BTreeMap::new();
        for (day, value) in series.into_iter().flat_map(Series::points) {
            let total = totals.entry(day).or_default();
            total.sum += value;
            total.count += 1;
        }
        Self(totals)
    }

    /// The total of a day; `None` when nothing was captured.
    pub fn at(&self, day: Day) -> Option<Total> {
        self.0.get(&day).copied()
    }

    /// The fewest and the most series that any day has.
    pub fn counts(&self) -> Option<(usize, usize)> {
        let counts = || self.0.values().map(|total| total.count);
        Some((counts().min()?, counts().max()?))
    }
}

/// The series as a part of the total of each day, 0 to 1; a gap where there is no positive total.
pub fn share(series: &Series, totals: &Totals) -> Series {
    let part = |(offset, value): (usize, &Option<f64>)| {
        let total = totals.at(series.start.plus(offset as i32))?;
        let value = (*value)?;
        (total.sum > 0.0).then(|| value / total.sum)
    };
    let values = series.values.iter().enumerate().map(part).collect();
    Series { values, reconstructed: series.reconstructed.clone(), ..*series }
}

/// Each value × the factor of its day, such as the price of TAO; a gap where either has one.
pub fn product(series: &Series, factors: &Series) -> Series {
    let times = |(offset, value): (usize, &Option<f64>)| {
        let factor = factors.at(series.start.plus(offset as i32))?;
        Some((*value)? * factor).filter(|product| product.is_finite())
    };
    let values = series.values.iter().enumerate().map(times).collect();
    let grade = series.grade.max(factors.grade);
    Series { values, grade, reconstructed: series.reconstructed.clone(), ..*series }
}

/// A series by days since a registration.
#[derive(Debug, Clone, PartialEq)]
pub struct Aged {
    /// Age on the first day, in days; 0 is the day of the registration.
    pub start: i32,
    /// One entry a day.
    pub values: Vec<Option<f64>>,
}

impl Aged {
    /// The ages that have a value, in order.
    pub fn points(&self) -> impl Iterator<Item = (i32, f64)> + '_ {
        self.values.iter().enumerate().filter_map(|(day, value)| Some((self.start + day as i32, (*value)?)))
    }
}

/// The series by age. What lies before the registration belongs to another subnet and is left out.
pub fn by_age(series: &Series, registered: Day) -> Aged {
    let since = window(series, registered, series.start.plus(series.values.len() as i32));
    Aged { start: since.start.since(registered), values: since.values }
}

fn map(series: &Series, mut operation: impl FnMut(f64) -> f64) -> Series {
    let values =
        series.values.iter().map(|value| value.map(&mut operation).filter(|value| value.is_finite()));
    Series { values: values.collect(), reconstructed: series.reconstructed.clone(), ..*series }
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
        let values = values.to_vec();
        Series { start: day(start), values, grade: Grade::Chain, reconstructed: Vec::new(), source: None }
    }

    #[test]
    fn what_a_model_made_stays_marked() {
        let whole = Series {
            reconstructed: vec![(day(10), day(11)), (day(13), day(13))],
            ..series(10, &[Some(1.0); 4])
        };
        assert_eq!(window(&whole, day(11), day(12)).reconstructed, [(day(11), day(11))]);
        assert_eq!(cumulative(&whole).0.reconstructed, whole.reconstructed);
        assert!(whole.is_reconstructed(day(11)) && !whole.is_reconstructed(day(12)));
    }

    #[test]
    fn a_window_keeps_the_days_inside() {
        let whole = series(10, &[Some(1.0), None, Some(3.0), Some(4.0)]);
        assert_eq!(window(&whole, day(11), day(12)), series(11, &[None, Some(3.0)]));
        assert_eq!(window(&whole, day(0), day(10)), series(10, &[Some(1.0)]));
        assert_eq!(window(&whole, day(13), day(99)), series(13, &[Some(4.0)]));
        for (from, to) in [(0, 9), (14, 20), (12, 11)] {
            assert_eq!(window(&whole, day(from), day(to)).values, [], "{from} {to}");
        }
    }

    #[test]
    fn the_index_is_100_at_the_first_measured_positive_value() {
        let raw = series(0, &[None, Some(0.0), Some(4.0), None, Some(6.0)]);
        let (indexed, base) = index(&raw).unwrap();
        assert_eq!(base, day(2));
        assert_eq!(indexed, series(0, &[None, Some(0.0), Some(100.0), None, Some(150.0)]));
        assert_eq!(index(&series(0, &[None, Some(0.0), Some(-1.0)])), None);
    }

    #[test]
    fn sums_run_on_over_gaps_and_count_them() {
        let raw = series(0, &[None, Some(1.0), None, None, Some(2.0), Some(3.0), None]);
        let expected = series(0, &[None, Some(1.0), None, None, Some(3.0), Some(6.0), None]);
        assert_eq!(cumulative(&raw), (expected, 2));
        assert_eq!(cumulative(&series(0, &[None])), (series(0, &[None]), 0));
    }

    #[test]
    fn shares_are_of_what_was_captured_that_day() {
        let a = series(0, &[Some(1.0), None, Some(0.0)]);
        let b = series(0, &[Some(3.0), Some(5.0), Some(0.0)]);
        let totals = Totals::of([&a, &b]);
        assert_eq!(totals.at(day(0)), Some(Total { sum: 4.0, count: 2 }));
        assert_eq!(totals.counts(), Some((1, 2)));
        assert_eq!(share(&a, &totals), series(0, &[Some(0.25), None, None]));
        assert_eq!(share(&b, &totals), series(0, &[Some(0.75), Some(1.0), None]));
    }

    #[test]
    fn a_product_has_the_days_of_both() {
        let raw = series(0, &[Some(1.0), Some(2.0), None, Some(4.0), Some(0.0)]);
        let prices = Series {
            grade: Grade::ThirdPartySays,
            ..series(1, &[Some(300.0), Some(310.0), None, Some(5.0)])
        };
        let expected =
            Series { grade: Grade::ThirdPartySays, ..series(0, &[None, Some(600.0), None, None, Some(0.0)]) };
        assert_eq!(product(&raw, &prices), expected);
    }

    #[test]
    fn age_counts_from_the_registration() {
        let raw = series(10, &[Some(1.0), Some(2.0), None, Some(4.0)]);
        let aged = by_age(&raw, day(11));
        assert_eq!(aged, Aged { start: 0, values: vec![Some(2.0), None, Some(4.0)] });
        assert_eq!(by_age(&raw, day(4)).points().next(), Some((6, 1.0)));
        assert_eq!(by_age(&raw, day(99)).values, []);
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
