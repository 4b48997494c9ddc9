//! One line on its way to a chart: a history after the view's window, mode and unit.

use super::measure::Measure;
use super::remarks::{self, Remark};
use super::words::shown;
use crate::compute::transform::{self, Totals};
use crate::model::{Day, Series};
use crate::registry;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Mode, TimeBase, Window};

/// A line in the numbers that are drawn.
pub struct Drawn {
    /// The subnet's name, fit to be shown.
    pub name: String,
    /// The subnet.
    pub id: String,
    /// Its colour.
    pub slot: u8,
    /// The day or age of the first entry.
    pub start: i32,
    /// One entry a day.
    pub values: Vec<Option<f64>>,
    /// Spans of days or ages, ends inside, that a model made.
    pub modelled: Vec<(i32, i32)>,
    /// Positions of its sources.
    pub sources: Vec<usize>,
    /// First and last day or age that it could have a value of: what is shown, from its registration on.
    pub asked: (i32, i32),
    /// The day or age that is 100, of an index.
    pub base: Option<i32>,
    /// Where its days or ages count from.
    pub zero: Day,
}

impl Drawn {
    /// The days that have a value.
    pub fn points(&self) -> impl DoubleEndedIterator<Item = (i32, f64)> + Clone + '_ {
        self.values.iter().enumerate().filter_map(|(at, value)| Some((self.start + at as i32, (*value)?)))
    }
}

/// What is done to every line of a chart.
pub struct Drawing<'a> {
    /// Where rows have their names and ages.
    pub snapshot: &'a Snapshot,
    /// What was asked for.
    pub view: &'a Compare,
    /// The mode that is possible.
    pub mode: Mode,
    /// The days shown.
    pub days: (Day, Day),
    /// The unit.
    pub measure: &'a Measure,
    /// For shares.
    pub totals: Option<&'a Totals>,
}

/// The first gap of more days than this ends a running sum: adding on would hide what is missing.
const GAP: usize = 7;

impl Drawing<'_> {
    /// A line, or nothing and the reason among the remarks.
    pub fn line(
        &self,
        slot: usize,
        (row, history): (usize, &History),
        said: &mut Vec<(Remark, String)>,
    ) -> Option<Drawn> {
        let name = shown(self.snapshot, row);
        let mut say = |remark| said.push(remarks::of(remark, &name));
        let Some(series) = history.series(self.view.metric).filter(|series| series.extent().is_some()) else {
            say(Remark::NoHistory);
            return None;
        };
        let registered = registered(self.snapshot, row);
        let zero = match self.view.base {
            TimeBase::Date => Day::from_epoch_days(0),
            TimeBase::Age => match registered {
                Some(day) => day,
                None => {
                    say(Remark::NoAge);
                    return None;
                }
            },
        };
        let mut inside = series.window(self.days.0, self.days.1);
        if self.view.base == TimeBase::Age {
            // What lies before the registration belongs to another subnet.
            inside = inside.starting(zero);
        }
        let since = self.since(&inside, registered);
        let sources = inside.sources();
        let (changed, base) = self.changed(inside, since, &mut say)?;
        let modelled = changed.reconstructed().into_iter();
        let modelled = modelled.map(|(from, to)| (from.since(zero), to.since(zero)));
        Some(Drawn {
            id: history.id.to_string(),
            slot: (slot % 10) as u8,
            start: changed.start.since(zero),
            modelled: modelled.collect(),
            values: changed.values,
            sources,
            asked: (since.since(zero), self.days.1.since(zero)),
            base: base.map(|day| day.since(zero)),
            zero,
            name,
        })
    }

    /// The first day that could have a value: of the days shown, or of the registration where that is
    /// later. By age it is the registration, unless days were asked for that begin after it.
    fn since(&self, inside: &Series, registered: Option<Day>) -> Day {
        let all = self.view.base == TimeBase::Age && self.view.window == Window::All;
        let asked = if all { registered.unwrap_or(self.days.0) } else { self.days.0 };
        let since = registered.map_or(asked, |day| day.max(asked));
        inside.points().next().map_or(since, |(first, _)| since.min(first))
    }

    /// The series in the mode asked for, and the day that an index starts on.
    fn changed(
        &self,
        inside: Series,
        since: Day,
        say: &mut impl FnMut(Remark),
    ) -> Option<(Series, Option<Day>)> {
        Some(match self.mode {
            Mode::Absolute => (scaled(inside, self.measure.factor), None),
            Mode::Share => (transform::share(&inside, self.totals?), None),
            Mode::Cumulative => {
                (summed(scaled(inside, self.measure.factor), (since, self.days.1), say), None)
            }
            Mode::Index => {
                let Some((indexed, base)) = transform::index(&inside) else {
                    say(Remark::NoBase);
                    return None;
                };
                let from = if self.view.base == TimeBase::Age { since } else { self.days.0 };
                if base > from {
                    say(Remark::Base(base));
                }
                (indexed, Some(base))
            }
        })
    }
}

/// The day a registration was made, where it is known.
pub fn registered(snapshot: &Snapshot, row: usize) -> Option<Day> {
    let age = snapshot.value(registry::known("age_days"), row).number()?;
    Some(snapshot.as_of.day?.plus(-(age.floor() as i32)))
}

fn scaled(mut series: Series, factor: f64) -> Series {
    if factor != 1.0 {
        series.values.iter_mut().flatten().for_each(|value| *value *= factor);
    }
    series
}

/// The running sum up to the first long gap. Days of `asked` without a value are said: with any of them
/// it is less than what there was.
fn summed(mut series: Series, asked: (Day, Day), say: &mut impl FnMut(Remark)) -> Series {
    let mut missing = 0;
    let start = series.values.iter().position(Option::is_some).unwrap_or(0);
    let end = series.values.iter().enumerate().skip(start).find_map(|(at, value)| {
        missing = if value.is_some() { 0 } else { missing + 1 };
        (missing > GAP).then_some(at + 1 - missing)
    });
    let later = end.is_some_and(|end| series.values[end..].iter().any(Option::is_some));
    let mut last = asked.1;
    if let (Some(end), true) = (end, later) {
        last = series.start.plus(end as i32 - 1);
        series = series.window(series.start, last);
        say(Remark::SumEnds(last));
    }
    let days = usize::try_from(last.since(asked.0) + 1).unwrap_or(0);
    let measured = series.points().count();
    if measured < days {
        say(Remark::SumOf(measured, days));
    }
    transform::cumulative(&series)
}
