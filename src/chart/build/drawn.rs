//! One line on its way to a chart: a history after the view's window, mode and unit.

use super::measure::Measure;
use super::words::{counted, in_text, noun, shown};
use crate::compute::transform::{self, Totals};
use crate::format;
use crate::model::{Day, Series};
use crate::registry;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Mode, TimeBase};

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
    /// Position of its source.
    pub source: Option<usize>,
}

impl Drawn {
    /// The days that have a value.
    pub fn points(&self) -> impl DoubleEndedIterator<Item = (i32, f64)> + '_ {
        self.values.iter().enumerate().filter_map(|(at, value)| Some((self.start + at as i32, (*value)?)))
    }
}

/// Values from a first day or age on, and the spans of them that a model made.
struct Placed {
    start: i32,
    values: Vec<Option<f64>>,
    modelled: Vec<(i32, i32)>,
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
    /// A line, or nothing and the reason among the notes.
    pub fn line(
        &self,
        slot: usize,
        (row, history): (usize, &History),
        notes: &mut Vec<String>,
    ) -> Option<Drawn> {
        let name = shown(self.snapshot, row);
        let Some(series) = history.series(self.view.metric).filter(|series| series.extent().is_some()) else {
            let metric = noun(self.view.metric);
            notes.push(format!("{} has no {metric} over time in this snapshot.", in_text(&name)));
            return None;
        };
        let changed = self.changed(transform::window(series, self.days.0, self.days.1), &name, notes)?;
        let source = series.source;
        let Placed { start, values, modelled } = self.placed(row, changed, &name, notes)?;
        Some(Drawn {
            name,
            id: history.id.to_string(),
            slot: (slot % 10) as u8,
            start,
            values,
            modelled,
            source,
        })
    }

    fn changed(&self, inside: Series, name: &str, notes: &mut Vec<String>) -> Option<Series> {
        match self.mode {
            Mode::Absolute => Some(scaled(inside, self.measure.factor)),
            Mode::Share => Some(transform::share(&inside, self.totals?)),
            Mode::Cumulative => Some(summed(scaled(inside, self.measure.factor), name, notes)),
            Mode::Index => {
                let Some((indexed, base)) = transform::index(&inside) else {
                    notes.push(format!("{} has no positive value here to start at 100.", in_text(name)));
                    return None;
                };
                if base > self.days.0 {
                    let day = format::day(base);
                    notes.push(format!("{} starts at 100 on {day}, its first value here.", in_text(name)));
                }
                Some(indexed)
            }
        }
    }

    /// The values by date, or by age where the registration is known.
    fn placed(&self, row: usize, series: Series, name: &str, notes: &mut Vec<String>) -> Option<Placed> {
        let spans = |zero: Day| -> Vec<(i32, i32)> {
            series.reconstructed.iter().map(|(from, to)| (from.since(zero), to.since(zero))).collect()
        };
        if self.view.base == TimeBase::Date {
            let modelled = spans(Day::from_epoch_days(0));
            return Some(Placed { start: series.start.epoch_days(), values: series.values, modelled });
        }
        let Some(registered) = registered(self.snapshot, row) else {
            let name = in_text(name);
            notes.push(format!("The registration of {name} has no known day, so it has no line by age."));
            return None;
        };
        let modelled = spans(registered);
        let aged = transform::by_age(&series, registered);
        Some(Placed { start: aged.start, values: aged.values, modelled })
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

/// The running sum up to the first long gap.
fn summed(mut series: Series, name: &str, notes: &mut Vec<String>) -> Series {
    let mut missing = 0;
    let start = series.values.iter().position(Option::is_some).unwrap_or(0);
    let end = series.values.iter().enumerate().skip(start).find_map(|(at, value)| {
        missing = if value.is_some() { 0 } else { missing + 1 };
        (missing > GAP).then_some(at + 1 - missing)
    });
    let later = end.is_some_and(|end| series.values[end..].iter().any(Option::is_some));
    if let (Some(end), true) = (end, later) {
        series.values.truncate(end);
        let last = series.start.plus(end as i32 - 1);
        notes.push(format!(
            "The sum of {} ends on {}: the days after it were not all measured.",
            in_text(name),
            format::day(last)
        ));
    }
    let (sum, gaps) = transform::cumulative(&series);
    if gaps > 0 {
        notes.push(format!(
            "{} was not measured on {} in between: its sum is at least this.",
            in_text(name),
            counted(gaps, "day")
        ));
    }
    sum
}
