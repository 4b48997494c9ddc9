//! Where a series has values, and how far apart: one look at all of them.

use crate::model::{Day, Series};

/// A cadence in words.
pub(super) fn steps(days: i32) -> String {
    if days == 1 { "a value a day".to_owned() } else { format!("a value every {days} days") }
}

/// A series runs on while its values are at most so many days apart.
const APART: i32 = 7;

/// What one look at all values of a series finds.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// The stretches of days on which it runs, in order.
    runs: Vec<(Day, Day)>,
    /// How often two values are so many days apart.
    distances: Vec<(i32, usize)>,
    /// How many values there are.
    pub present: usize,
}

impl Walked {
    /// Looks at a series.
    pub(super) fn of(series: &Series) -> Self {
        let mut walked = Self::default();
        for (day, _) in series.points() {
            walked.present += 1;
            let Some((_, last)) = walked.runs.last_mut() else {
                walked.runs.push((day, day));
                continue;
            };
            let distance = day.since(*last);
            if distance > APART {
                walked.runs.push((day, day));
            } else {
                *last = day;
            }
            match walked.distances.iter_mut().find(|(other, _)| *other == distance) {
                Some((_, count)) => *count += 1,
                None => walked.distances.push((distance, 1)),
            }
        }
        walked
    }

    /// The first day and the last that have a value.
    pub(super) fn extent(&self) -> Option<(Day, Day)> {
        self.runs.first().zip(self.runs.last()).map(|(first, last)| (first.0, last.1))
    }

    /// The most frequent distance between two values, in days; the smaller of two that are equally
    /// frequent. `None` with fewer than two values.
    pub(super) fn cadence(&self) -> Option<i32> {
        let most = self.distances.iter().map(|(_, count)| *count).max()?;
        self.distances.iter().filter(|(_, count)| *count == most).map(|(distance, _)| *distance).min()
    }
}

/// The longest stretch that lies in a run of every series; the later of two that are equally long.
pub(super) fn overlap(series: &[Walked]) -> Option<(Day, Day)> {
    let (first, others) = series.split_first()?;
    let both = |mine: &[(Day, Day)], others: &[(Day, Day)]| -> Vec<(Day, Day)> {
        let meet = |a: &(Day, Day), b: &(Day, Day)| (a.0.max(b.0), a.1.min(b.1));
        let pairs = mine.iter().flat_map(|a| others.iter().map(move |b| meet(a, b)));
        pairs.filter(|(from, to)| from <= to).collect()
    };
    let common = others.iter().fold(first.runs.clone(), |common, other| both(&common, &other.runs));
    common.into_iter().max_by_key(|(from, to)| to.since(*from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Grade;

    fn walked(values: Vec<Option<f64>>) -> Walked {
        Walked::of(&Series::of("2025-03-01".parse().unwrap(), values, Grade::Chain, None))
    }

    fn days(from: &str, to: &str) -> Option<(Day, Day)> {
        from.parse().ok().zip(to.parse().ok())
    }

    #[test]
    fn the_overlap_is_the_longest_stretch_without_a_long_gap() {
        let values = |parts: &[(usize, usize)]| -> Vec<Option<f64>> {
            let inside = |at: usize| parts.iter().any(|(from, to)| (*from..*to).contains(&at));
            (0..60).map(|at| inside(at).then_some(1.0)).collect()
        };
        // Both have the last day, forty days after everything else.
        let found = || walked(values(&[(0, 20), (59, 60)]));
        let other = walked(values(&[(5, 10), (14, 19), (59, 60)]));
        assert_eq!(overlap(&[found(), other]), days("2025-03-06", "2025-03-19"));
        let weekly = walked((0..60).map(|at| (at % 7 == 3).then_some(1.0)).collect());
        assert_eq!(weekly.cadence(), Some(7));
        assert_eq!(overlap(&[found(), weekly]), days("2025-03-04", "2025-03-20"));
        assert_eq!(overlap(&[]), None);
    }

    #[test]
    fn one_look_finds_the_first_day_the_last_and_how_many_there_are() {
        let some = walked(vec![None, Some(1.0), None, Some(2.0), Some(3.0), None]);
        assert_eq!((some.extent(), some.present), (days("2025-03-02", "2025-03-05"), 3));
        // A distance of two days and one of one are equally frequent.
        assert_eq!(some.cadence(), Some(1));
        let none = walked(vec![None]);
        assert_eq!((none.extent(), none.present, none.cadence()), (None, 0, None));
    }
}
