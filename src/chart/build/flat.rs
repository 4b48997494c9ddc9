//! Lines that one of them makes look flat.

use super::words::{possessive, times};
use crate::chart::number::with_unit;
use crate::chart::spec::{Lines, ScaleKind, TimeAxis};
use crate::chart::visible::{inside, visible};
use crate::model::Day;

/// So many times the highest value of all others, and these cannot be read on a linear scale.
const FLATTENS: f64 = 20.0;

/// A line that makes the others look flat.
#[derive(Debug, Clone, PartialEq)]
pub struct Flat {
    /// That it does.
    pub sentence: String,
    /// The longest run of days on which it does not, if possible one that has values of it.
    pub calm: Option<(Day, Day)>,
}

/// The line whose highest value is far above those of all others, where that hides them.
pub fn flat(lines: &Lines) -> Option<Flat> {
    if lines.y.scale == ScaleKind::Log || lines.series.len() < 2 {
        return None;
    }
    let highest = |at: usize| {
        let values = inside(&lines.series[at], lines).1.iter().flatten();
        values.fold(0.0, |most: f64, value| if *value > most { *value } else { most })
    };
    let highest: Vec<f64> = (0..lines.series.len()).map(highest).collect();
    let first = (0..highest.len()).max_by(|a, b| highest[*a].total_cmp(&highest[*b]))?;
    let next = (0..highest.len()).filter(|at| *at != first).map(|at| highest[at]).fold(0.0, f64::max);
    if next <= 0.0 || highest[first] <= FLATTENS * next {
        return None;
    }
    let series = &lines.series[first];
    let sentence = format!(
        "{} highest value here, {}, is {} the highest of the others, which therefore look flat.",
        possessive(&series.label),
        with_unit(highest[first], lines.y.style, &lines.y.unit),
        times(highest[first] / next)?
    );
    // An age is no day: no span can be offered.
    let calm = (lines.time == TimeAxis::Date).then(|| {
        let high = visible(series, lines).filter(|(_, value)| *value > FLATTENS * next).map(|(day, _)| day);
        let has = |from: i32, to: i32| visible(series, lines).any(|(day, _)| (from..=to).contains(&day));
        longest_without(lines.span, high, has)
    });
    Some(Flat { sentence, calm: calm.flatten() })
}

/// The longest run of at least two days of a span that has none of some days, which are in order; a
/// better one before a longer one.
fn longest_without(
    (first, last): (i32, i32),
    days: impl Iterator<Item = i32>,
    better: impl Fn(i32, i32) -> bool,
) -> Option<(Day, Day)> {
    let mut runs = Vec::new();
    let mut from = first;
    for day in days.chain([last + 1]) {
        if day - 1 > from {
            runs.push((from, day - 1));
        }
        from = day + 1;
    }
    let best = runs.into_iter().max_by_key(|(from, to)| (better(*from, *to), to - from));
    best.map(|(from, to)| (Day::from_epoch_days(from), Day::from_epoch_days(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_between_high_days() {
        let run = |days: &[i32]| {
            longest_without((0, 9), days.iter().copied(), |from, _| from == 6)
                .map(|(from, to)| (from.epoch_days(), to.epoch_days()))
        };
        assert_eq!(run(&[]), Some((0, 9)));
        assert_eq!(run(&[0, 1, 2]), Some((3, 9)));
        assert_eq!(run(&[7]), Some((0, 6)));
        assert_eq!(run(&[5]), Some((6, 9)), "a better one before a longer one");
        assert_eq!(run(&[1, 3, 5, 7, 9]), None);
    }
}
