//! Values over days.

use super::{Day, Grade};

/// One metric of one subnet, day by day. A gap is a gap: nothing is interpolated.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The day of the first value.
    pub start: Day,
    /// One entry a day; `None` where nothing was captured.
    pub values: Vec<Option<f64>>,
    /// How good the source is; the worst where years differ.
    pub grade: Grade,
    /// Spans of days, ends inside, in order, whose values a model made.
    pub reconstructed: Vec<(Day, Day)>,
    /// Position of the source in the snapshot's list.
    pub source: Option<usize>,
}

impl Series {
    /// The value of a day.
    pub fn at(&self, day: Day) -> Option<f64> {
        let index = usize::try_from(day.since(self.start)).ok()?;
        self.values.get(index).copied().flatten()
    }

    /// The days that have a value, in order.
    pub fn points(&self) -> impl Iterator<Item = (Day, f64)> + '_ {
        self.values
            .iter()
            .enumerate()
            .filter_map(|(index, value)| Some((self.start.plus(index as i32), (*value)?)))
    }

    /// Whether a model made the value of a day.
    pub fn is_reconstructed(&self, day: Day) -> bool {
        self.reconstructed.iter().any(|(from, to)| (*from..=*to).contains(&day))
    }

    /// The same from a day on.
    pub fn starting(&self, day: Day) -> Self {
        let before = usize::try_from(day.since(self.start)).unwrap_or(0);
        let values = self.values.get(before..).unwrap_or_default().to_vec();
        let spans = self.reconstructed.iter().filter(|(_, to)| *to >= day);
        let reconstructed = spans.map(|(from, to)| (day.max(*from), *to)).collect();
        Self { start: day.max(self.start), values, reconstructed, ..self.clone() }
    }

    /// First and last day that have a value.
    pub fn extent(&self) -> Option<(Day, Day)> {
        let first = self.points().next()?.0;
        self.points().last().map(|(last, _)| (first, last))
    }
}
