//! Values over days.

use super::{Day, Grade};

/// One metric of one subnet, day by day. A gap is a gap: nothing is interpolated.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The day of the first entry.
    pub start: Day,
    /// One entry a day; `None` where nothing was captured.
    pub values: Vec<Option<f64>>,
    /// How the values are known: spans of days, in order, of which no two share a day.
    pub known: Vec<Known>,
}

/// How the values of a span of days are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The first day.
    pub from: Day,
    /// The last day, inside.
    pub to: Day,
    /// How good the source is; the worst where a value comes of several.
    pub grade: Grade,
    /// Positions of the sources in the snapshot's list.
    pub sources: Vec<usize>,
}

impl Known {
    /// What comes of several: the worst grade, and the sources of all.
    pub fn of_all<'a>(all: impl IntoIterator<Item = &'a Known>) -> Option<(Grade, Vec<usize>)> {
        all.into_iter().fold(None, |together, one| {
            let (grade, mut sources) = together.unwrap_or((one.grade, Vec::new()));
            sources.extend(one.sources.iter().filter(|source| !sources.contains(source)).collect::<Vec<_>>());
            Some((grade.max(one.grade), sources))
        })
    }
}

/// Longest series that is made of parts, in days: a file cannot make the program allocate more by
/// naming a far day.
pub const MAX_DAYS: usize = 366 * 60;

impl Series {
    /// A series of which all values are known in one way.
    pub fn of(start: Day, values: Vec<Option<f64>>, grade: Grade, source: Option<usize>) -> Self {
        let mut series = Self { start, values, known: Vec::new() };
        let span = series.extent();
        series.known.extend(span.map(|(from, to)| Known {
            from,
            to,
            grade,
            sources: source.into_iter().collect(),
        }));
        series
    }

    /// A series whose days are known each in its own way: `key` tells those of different ways apart, and
    /// `way` says what a key means.
    pub fn known_by<K: PartialEq>(
        start: Day,
        values: Vec<Option<f64>>,
        key: impl Fn(Day) -> K,
        way: impl Fn(&K) -> Option<(Grade, Vec<usize>)>,
    ) -> Self {
        let mut known: Vec<Known> = Vec::new();
        let mut last: Option<K> = None;
        for (index, value) in values.iter().enumerate() {
            let day = start.plus(index as i32);
            if value.is_none() {
                continue;
            }
            let key = key(day);
            if let (Some(span), true) = (known.last_mut(), last.as_ref() == Some(&key)) {
                span.to = day;
                continue;
            }
            last = way(&key).map(|(grade, sources)| {
                match known.last_mut() {
                    Some(span) if span.grade == grade && span.sources == sources => span.to = day,
                    _ => known.push(Known { from: day, to: day, grade, sources }),
                }
                key
            });
        }
        Self { start, values, known }
    }

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

    /// How the value of a day is known.
    pub fn known_on(&self, day: Day) -> Option<&Known> {
        self.known.iter().find(|known| (known.from..=known.to).contains(&day))
    }

    /// The worst grade of all values; `None` where there is none.
    pub fn grade(&self) -> Option<Grade> {
        self.known.iter().map(|known| known.grade).max()
    }

    /// Positions of the sources of all values, each once, in the order of the days.
    pub fn sources(&self) -> Vec<usize> {
        Known::of_all(&self.known).map(|(_, sources)| sources).unwrap_or_default()
    }

    /// Whether a model made the value of a day.
    pub fn is_reconstructed(&self, day: Day) -> bool {
        self.known_on(day).is_some_and(|known| known.grade == Grade::Reconstructed)
    }

    /// Spans of days, ends inside, whose values a model made.
    pub fn reconstructed(&self) -> Vec<(Day, Day)> {
        let made = self.known.iter().filter(|known| known.grade == Grade::Reconstructed);
        made.map(|known| (known.from, known.to)).collect()
    }

    /// The part from one day to another, both inside; empty when it has none of them.
    pub fn window(&self, from: Day, to: Day) -> Self {
        let length = self.values.len();
        let position = |day: Day| usize::try_from(day.since(self.start)).unwrap_or(0).min(length);
        let values = self.values.get(position(from)..position(to.plus(1))).unwrap_or_default().to_vec();
        let cut = |known: &Known| Known { from: from.max(known.from), to: to.min(known.to), ..known.clone() };
        let known = self.known.iter().map(cut).filter(|known| known.from <= known.to).collect();
        Self { start: self.start.max(from), values, known }
    }

    /// The same from a day on.
    pub fn starting(&self, day: Day) -> Self {
        self.window(day, self.start.plus(self.values.len() as i32))
    }

    /// The same days with other values, known as these are.
    pub fn with_values(&self, values: Vec<Option<f64>>) -> Self {
        Self { start: self.start, values, known: self.known.clone() }
    }

    /// This series, and on the days on which it has no value another one.
    pub fn over(&self, under: &Self) -> Self {
        let start = self.start.min(under.start);
        let end = |series: &Self| series.start.plus(series.values.len() as i32);
        let length = usize::try_from(end(self).max(end(under)).since(start)).unwrap_or(0).min(MAX_DAYS);
        let day = |index: usize| start.plus(index as i32);
        let values = (0..length).map(|index| self.at(day(index)).or_else(|| under.at(day(index)))).collect();
        let known = |day: Day| if self.at(day).is_some() { self.known_on(day) } else { under.known_on(day) };
        Self::known_by(start, values, known, |known| Known::of_all(*known))
    }

    /// First and last day that have a value.
    pub fn extent(&self) -> Option<(Day, Day)> {
        // From both ends: of thousands of days only those without a value at either end are looked at.
        let first = self.values.iter().position(Option::is_some)?;
        let last = self.values.iter().rposition(Option::is_some)?;
        Some((self.start.plus(first as i32), self.start.plus(last as i32)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i32) -> Day {
        Day::from_epoch_days(20_000 + number)
    }

    #[test]
    fn every_day_keeps_the_way_in_which_it_is_known() {
        let rebuilt = Series::of(day(0), vec![Some(1.0), Some(2.0), None], Grade::Reconstructed, Some(3));
        let read = Series::of(day(1), vec![Some(5.0), None, None, Some(6.0)], Grade::Chain, Some(1));
        let both = read.over(&rebuilt);
        assert_eq!(both.values, [Some(1.0), Some(5.0), None, None, Some(6.0)]);
        let known =
            |from, to, grade, source| Known { from: day(from), to: day(to), grade, sources: vec![source] };
        assert_eq!(both.known, [known(0, 0, Grade::Reconstructed, 3), known(1, 4, Grade::Chain, 1)]);
        assert_eq!((both.grade(), both.sources()), (Some(Grade::Reconstructed), vec![3, 1]));
        assert!(both.is_reconstructed(day(0)) && !both.is_reconstructed(day(1)));
        assert_eq!(both.starting(day(1)).grade(), Some(Grade::Chain), "what is left is as it was read");
        // Nothing is known of days without a value.
        assert_eq!(Series::of(day(0), vec![None], Grade::Chain, None).known, []);
    }

    #[test]
    fn a_far_day_makes_no_long_series() {
        let far = Series::of(day(3_000_000), vec![Some(1.0)], Grade::Chain, None);
        let near = Series::of(day(0), vec![Some(2.0)], Grade::Chain, None);
        assert_eq!(near.over(&far).values.len(), MAX_DAYS);
    }
}
