//! The rung of a subnet over time, as dated evidence supports it.

use super::order;
use crate::model::{Day, Rung};

/// Days on end that dated evidence supports one and the same rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The first.
    pub from: Day,
    /// The last, inside.
    pub to: Day,
    /// The highest rung that evidence dated by then supports; `None` where none of it does.
    pub rung: Option<Rung>,
}

/// The highest rung of every day from the first to the last, both inside. A piece of evidence supports its rung
/// from its own day on, and as long as its window is: a release for 365 days, an answer for 30, all else for
/// good. Evidence from before the first day belongs to somebody else and counts for nothing.
pub fn movement(evidence: &[(Rung, Day)], first: Day, last: Day) -> Vec<Step> {
    let own = || evidence.iter().filter(|(_, day)| (first..=last).contains(day));
    let ends = own().filter_map(|(rung, day)| Some(day.plus(rung.window_days()? + 1)));
    let mut edges: Vec<Day> = own().map(|(_, day)| *day).chain(ends).filter(|day| *day <= last).collect();
    edges.push(first);
    let mut edges = order::ordered(edges, Ord::cmp);
    edges.dedup();
    let mut steps: Vec<Step> = Vec::new();
    for (at, from) in edges.iter().enumerate() {
        let to = edges.get(at + 1).map_or(last, |next| next.plus(-1));
        let supported = own().filter(|(rung, day)| day <= from && rung.counts(*day, *from));
        let rung = supported.map(|(rung, _)| *rung).max();
        match steps.last_mut() {
            Some(step) if step.rung == rung => step.to = to,
            _ if *from <= last => steps.push(Step { from: *from, to, rung }),
            _ => {}
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: i32) -> Day {
        Day::from_epoch_days(20_000 + number)
    }

    #[test]
    fn a_release_lapses_and_code_does_not() {
        let told = |evidence: &[(Rung, i32)], last: i32| -> Vec<(i32, i32, u8)> {
            let evidence: Vec<_> = evidence.iter().map(|(rung, at)| (*rung, day(*at))).collect();
            let steps = movement(&evidence, day(0), day(last));
            let number = |day: Day| day.since(self::day(0));
            let step = |step: Step| (number(step.from), number(step.to), step.rung.map_or(0, Rung::number));
            steps.into_iter().map(step).collect()
        };
        let (code, release, product) = (Rung::PublicCode, Rung::Release, Rung::ReachableProduct);
        assert_eq!(told(&[], 9), [(0, 9, 0)]);
        assert_eq!(told(&[(release, 10)], 500), [(0, 9, 0), (10, 375, 2), (376, 500, 0)]);
        assert_eq!(
            told(&[(release, 10), (code, 5)], 500),
            [(0, 4, 0), (5, 9, 1), (10, 375, 2), (376, 500, 1)]
        );
        // The window of the next release goes on where that of the one before is still open.
        assert_eq!(told(&[(release, 10), (release, 300)], 700), [(0, 9, 0), (10, 665, 2), (666, 700, 0)]);
        assert_eq!(told(&[(product, 3), (release, 3)], 40), [(0, 2, 0), (3, 33, 3), (34, 40, 2)]);
        // Before the registration, and after the last day.
        assert_eq!(told(&[(code, -3), (release, 50)], 40), [(0, 40, 0)]);
    }

    proptest! {
        #[test]
        fn every_day_stands_in_one_step_at_the_rung_that_a_search_of_that_day_gives(
            evidence in proptest::collection::vec((0usize..5, 0i32..900), 0..8), last in 0i32..900,
        ) {
            let evidence: Vec<_> = evidence.into_iter().map(|(rung, at)| (Rung::ALL[rung], day(at))).collect();
            let steps = movement(&evidence, day(0), day(last));
            prop_assert_eq!((steps[0].from, steps[steps.len() - 1].to), (day(0), day(last)));
            prop_assert!(steps.windows(2).all(|pair| pair[0].to.plus(1) == pair[1].from && pair[0].rung != pair[1].rung));
            for at in (0..=last).map(day) {
                let of_day = steps.iter().find(|step| (step.from..=step.to).contains(&at)).unwrap().rung;
                let known = evidence.iter().filter(|(rung, day)| *day <= at && rung.counts(*day, at));
                prop_assert_eq!(of_day, known.map(|(rung, _)| *rung).max());
            }
        }
    }
}
