//! Values by subnet, metric and day, and the years they are published in.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use super::PublishError;
use super::store::Store;
use crate::model::{Day, SubnetId};
use crate::snapshot::NETWORK;
use crate::snapshot::wire::{HistoryColumn, HistoryPart, HistoryYear, YearRef};

/// One metric of one subnet in one year.
#[derive(Debug, Clone, Default)]
struct Points {
    values: BTreeMap<Day, f64>,
    grade: String,
    source: String,
    note: Option<String>,
    /// Grade and source of the days that are known in another way than the first one.
    others: BTreeMap<Day, (String, String)>,
}

/// Where a point comes from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// Grade of the points.
    pub grade: &'a str,
    /// Id of the source.
    pub source: &'a str,
    /// One sentence on how they were made.
    pub note: Option<&'a str>,
}

/// The network as a whole, whose series stand beside those of subnets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Network;

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(NETWORK)
    }
}

/// Every series of every subnet, or of whatever else has an id.
#[derive(Debug)]
pub struct SeriesTable<Id = SubnetId>(BTreeMap<Id, BTreeMap<i32, BTreeMap<&'static str, Points>>>);

impl<Id: Ord> Default for SeriesTable<Id> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<Id: Copy + Ord + fmt::Display> SeriesTable<Id> {
    /// Adds a point. A day that has a value keeps it: importers come in the order of trust. A
    /// second origin in the same year adds its note to that of the first.
    pub fn add(&mut self, id: Id, metric: &'static str, day: Day, value: f64, origin: Origin<'_>) {
        let (year, ..) = day.ymd();
        let points = self.0.entry(id).or_default().entry(year).or_default().entry(metric).or_default();
        if points.values.is_empty() {
            points.grade = origin.grade.to_owned();
            points.source = origin.source.to_owned();
        }
        if let Entry::Vacant(free) = points.values.entry(day) {
            free.insert(value);
            if (points.grade.as_str(), points.source.as_str()) != (origin.grade, origin.source) {
                points.others.insert(day, (origin.grade.to_owned(), origin.source.to_owned()));
            }
        }
        if let Some(note) = origin.note {
            match &mut points.note {
                Some(notes) if !notes.contains(note) => *notes = format!("{notes} {note}"),
                Some(_) => {}
                empty => *empty = Some(note.to_owned()),
            }
        }
    }

    /// Whose series there are.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        self.0.keys().copied()
    }

    /// The days of one series that have a value, oldest first.
    pub fn days(&self, id: Id, metric: &'static str) -> impl Iterator<Item = (Day, f64)> {
        let years = self.0.get(&id).into_iter().flat_map(BTreeMap::values);
        years
            .filter_map(move |metrics| metrics.get(metric))
            .flat_map(|points| points.values.iter().map(|(day, value)| (*day, *value)))
    }

    /// The years of one id, oldest first.
    pub fn years(&self, id: Id) -> Vec<HistoryYear> {
        let years = self.0.get(&id).into_iter().flat_map(BTreeMap::values);
        years.map(|metrics| file(id.to_string(), metrics)).collect()
    }

    /// The same days, each with the grade of its year.
    pub fn graded_days(&self, id: Id, metric: &'static str) -> impl Iterator<Item = (Day, f64, &str)> {
        let years = self.0.get(&id).into_iter().flat_map(BTreeMap::values);
        years
            .filter_map(move |metrics| metrics.get(metric))
            .flat_map(|points| points.values.iter().map(|(day, value)| (*day, *value, points.grade.as_str())))
    }

    /// What is said of how a metric was made, where anything is.
    pub fn note(&self, metric: &'static str) -> Option<&str> {
        let years = self.0.values().flat_map(BTreeMap::values);
        years.filter_map(|metrics| metrics.get(metric)?.note.as_deref()).next()
    }

    /// Writes the years of one id, oldest first.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, id: Id, store: &mut Store) -> Result<Vec<YearRef>, PublishError> {
        let years = self.0.get(&id).into_iter().flatten();
        years
            .map(|(year, metrics)| Ok(YearRef::new(*year, store.object(&file(id.to_string(), metrics))?)))
            .collect()
    }
}

/// A year of one id: from the first day with a value, each column to its own last.
fn file(id: String, metrics: &BTreeMap<&'static str, Points>) -> HistoryYear {
    let days = metrics.values().filter_map(|points| points.values.keys().next().copied());
    let start = days.min().unwrap_or(Day::from_epoch_days(0));
    let column = |points: &Points| {
        let last = points.values.keys().next_back().copied().unwrap_or(start);
        HistoryColumn {
            values: (0..=last.since(start)).map(|day| points.values.get(&start.plus(day)).copied()).collect(),
            grade: points.grade.clone(),
            source: points.source.clone(),
            note: points.note.clone(),
            parts: parts(points),
        }
    };
    let metrics = metrics.iter().map(|(metric, points)| ((*metric).to_owned(), column(points))).collect();
    HistoryYear { id, start: start.to_string(), step: "1d".to_owned(), metrics }
}

/// Days of a column that are known in another way, as spans of values that follow each other.
fn parts(points: &Points) -> Vec<HistoryPart> {
    let mut parts: Vec<HistoryPart> = Vec::new();
    let mut before = None;
    for day in points.values.keys() {
        let other = points.others.get(day);
        match (other, parts.last_mut()) {
            (Some(_), Some(part)) if before == other => part.to = day.to_string(),
            (Some((grade, source)), _) => parts.push(HistoryPart {
                from: day.to_string(),
                to: day.to_string(),
                grade: grade.clone(),
                source: source.clone(),
            }),
            (None, _) => {}
        }
        before = other;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_stays_a_gap_and_the_first_source_of_a_day_wins() {
        let id = SubnetId::new(64, 1).unwrap();
        let mut table = SeriesTable::default();
        let first = Origin { grade: "chain", source: "a", note: None };
        let second = Origin { grade: "chain", source: "b", note: Some("From b.") };
        let day = |text: &str| text.parse::<Day>().unwrap();
        table.add(id, "price_tao", day("2025-03-01"), 1.0, first);
        table.add(id, "price_tao", day("2025-03-04"), 4.0, second);
        table.add(id, "price_tao", day("2025-03-01"), 9.0, second);
        table.add(id, "stars", day("2025-03-02"), 2.0, second);
        let year = file(id.to_string(), &table.0[&id][&2025]);
        let price = &year.metrics["price_tao"];
        assert_eq!(year.start, "2025-03-01");
        assert_eq!(price.values, [Some(1.0), None, None, Some(4.0)]);
        assert_eq!((price.source.as_str(), price.note.as_deref()), ("a", Some("From b.")));
        assert_eq!(year.metrics["stars"].values, [None, Some(2.0)]);
        let [part] = price.parts.as_slice() else { panic!("{:?}", price.parts) };
        assert_eq!(
            (part.from.as_str(), part.to.as_str(), part.source.as_str()),
            ("2025-03-04", "2025-03-04", "b")
        );
        assert_eq!(year.metrics["stars"].parts, []);
    }
}
