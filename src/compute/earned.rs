//! What a subnet has received over a span of days, and how much of that is known how well.

use crate::model::{Day, Series};

/// TAO received over a span of days. Captured and rebuilt days are kept apart; days without a value
/// add nothing, so with any of them the sum is a lower bound.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Total {
    /// TAO of the days that were captured.
    pub captured_tao: f64,
    /// How many those are.
    pub captured_days: usize,
    /// TAO of the days that were rebuilt by a model.
    pub reconstructed_tao: f64,
    /// How many those are.
    pub reconstructed_days: usize,
    /// Days of the span without a value.
    pub missing_days: usize,
}

impl Total {
    /// Adds up an emission in TAO a day over a span, both ends inside:
    /// `Σ emission_tao_day` over the days that have one.
    pub fn between(emission: &Series, from: Day, to: Day) -> Self {
        let mut total = Self::default();
        for (day, tao) in emission.points().filter(|(day, _)| (from..=to).contains(day)) {
            if emission.is_reconstructed(day) {
                total.reconstructed_tao += tao;
                total.reconstructed_days += 1;
            } else {
                total.captured_tao += tao;
                total.captured_days += 1;
            }
        }
        let days = usize::try_from(to.since(from) + 1).unwrap_or(0);
        total.missing_days = days - total.captured_days - total.reconstructed_days;
        total
    }

    /// Everything from the first value to the last; `None` when there is none.
    pub fn of(emission: &Series) -> Option<Self> {
        emission.extent().map(|(first, last)| Self::between(emission, first, last))
    }

    /// What was received after the day of a ship, up to and including `today`: the day itself
    /// counts for the ship.
    pub fn since_ship(emission: &Series, shipped: Day, today: Day) -> Self {
        Self::between(emission, shipped.plus(1), today)
    }

    /// Both parts together, TAO.
    pub fn tao(&self) -> f64 {
        self.captured_tao + self.reconstructed_tao
    }

    /// TAO, and how many days it is of: those alone that a model made, or those alone that were captured;
    /// `None` is both.
    pub fn part(&self, rebuilt: Option<bool>) -> (f64, usize) {
        match rebuilt {
            Some(true) => (self.reconstructed_tao, self.reconstructed_days),
            Some(false) => (self.captured_tao, self.captured_days),
            None => (self.tao(), self.reconstructed_days + self.captured_days),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Grade;

    fn day(number: i32) -> Day {
        Day::from_epoch_days(20_000 + number)
    }

    /// Three rebuilt days with a gap between, two missing, one captured.
    fn emission() -> Series {
        let rebuilt = vec![Some(10.0), None, Some(20.0), Some(30.0)];
        let rebuilt = Series::of(day(0), rebuilt, Grade::Reconstructed, None);
        rebuilt.over(&Series::of(day(6), vec![Some(450.0)], Grade::Chain, None))
    }

    #[test]
    fn captured_and_rebuilt_days_are_kept_apart() {
        let total = Total::of(&emission()).unwrap();
        let expected = Total {
            captured_tao: 450.0,
            captured_days: 1,
            reconstructed_tao: 60.0,
            reconstructed_days: 3,
            missing_days: 3,
        };
        assert_eq!(total, expected);
        assert_eq!(total.tao(), 510.0);
        assert_eq!(Total::of(&emission().with_values(vec![None])), None);
    }

    #[test]
    fn since_a_ship_counts_the_days_after_it() {
        let since = |shipped: i32, today: i32| Total::since_ship(&emission(), day(shipped), day(today));
        assert_eq!((since(2, 6).tao(), since(2, 6).missing_days), (480.0, 2));
        assert_eq!((since(3, 9).captured_days, since(3, 9).missing_days), (1, 5));
        assert_eq!(since(9, 9), Total::default());
        assert_eq!(since(9, 4), Total::default());
        assert_eq!(
            since(-5, 0),
            Total { reconstructed_tao: 10.0, reconstructed_days: 1, missing_days: 4, ..Total::default() }
        );
    }
}
