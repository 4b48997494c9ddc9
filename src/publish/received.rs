//! What each registration has received in all, over the days that have a value, and which part of it
//! was captured and which rebuilt.

use std::collections::BTreeMap;

use super::PublishError;
use super::held::Held;
use super::number;
use super::reconstruction::METHOD;
use super::series::SeriesTable;
use super::sources::DAILY;
use crate::format;
use crate::model::{Absence, Day, Grade, SubnetId};
use crate::snapshot::wire::{Exception, MetricColumn};

/// What one registration received.
#[derive(Debug, Default, PartialEq)]
struct Received {
    /// TAO of days that were captured, and how many those are.
    captured: (f64, usize),
    /// TAO of days that were rebuilt, and how many those are.
    rebuilt: (f64, usize),
    /// The last day.
    last: Option<Day>,
}

impl Received {
    /// `Σ emission_tao_day` over the days of a registration that have a value, in TAO. Nothing is put in
    /// for days without one, so it is a lower bound.
    fn of(id: SubnetId, table: &SeriesTable) -> Result<Self, PublishError> {
        let mut received = Self::default();
        for (day, tao, grade) in table.graded_days(id, "emission_tao_day") {
            let (sum, days) = match grade == Grade::Reconstructed.id() {
                true => &mut received.rebuilt,
                false => &mut received.captured,
            };
            *sum += tao;
            *days += 1;
            received.last = Some(day);
        }
        let what = format!("what {id} received");
        received.captured.0 = number::sum(received.captured.0, 1, &what)?;
        received.rebuilt.0 = rounded(received.rebuilt.0, &what)?;
        Ok(received)
    }

    fn days(&self) -> usize {
        self.captured.1 + self.rebuilt.1
    }

    /// The sum of both parts, or why there is none.
    fn sum(&self) -> Result<f64, String> {
        match (self.last, self.days()) {
            (Some(day), 1) => Err(format!(
                "Only one day of its emission is known, {}; no sum can be made.",
                format::day(day)
            )),
            (Some(_), _) => Ok(self.captured.0 + self.rebuilt.0),
            (None, _) => Err("No day of its emission is known.".to_owned()),
        }
    }

    /// The days it is made of: `258 rebuilt days and 1 captured day.`
    fn words(&self) -> String {
        let count =
            |days: usize, what: &str| format!("{days} {what} day{}", if days == 1 { "" } else { "s" });
        let parts = [(self.rebuilt.1, "rebuilt"), (self.captured.1, "captured")];
        let parts = parts.into_iter().filter(|(days, _)| *days > 0);
        format!("{}.", parts.map(|(days, what)| count(days, what)).collect::<Vec<_>>().join(" and "))
    }
}

/// The columns of what was received: the sum, the part of rebuilt days, the part of captured ones.
/// `chain` is the source of captured days. A column of which there is nothing is left out: it would have
/// no source either.
///
/// # Errors
/// When a number is not finite.
pub fn columns(
    rows: &[Held<'_>],
    table: &SeriesTable,
    until: Day,
    chain: &str,
) -> Result<Vec<(String, MetricColumn)>, PublishError> {
    let all: Vec<Received> =
        rows.iter().map(|held| Received::of(held.id, table)).collect::<Result<_, _>>()?;
    let mut sums = bare(Grade::Reconstructed, DAILY, until);
    let mut rebuilt = bare(Grade::Reconstructed, DAILY, until);
    let mut captured = bare(Grade::Chain, chain, until);
    for (row, received) in all.iter().enumerate() {
        let (sum, state, why) = match received.sum() {
            Ok(sum) => (Some(rounded(sum, "earned_tao_cum")?), None, received.words()),
            Err(why) => (None, Some(Absence::NotMeasured.id().to_owned()), why),
        };
        sums.values.push(sum);
        sums.exceptions.insert(row, Exception { state, why: Some(why) });
        rebuilt.values.push((received.rebuilt.1 > 0).then_some(received.rebuilt.0));
        captured.values.push((received.captured.1 > 0).then_some(received.captured.0));
    }
    rebuilt.missing = Some(none());
    captured.missing = Some(none());
    // What a rebuilt day is the definition says; how far it was off is known to the publisher alone.
    let note = table.note("emission_tao_day").map(|note| note.strip_prefix(METHOD).unwrap_or(note).trim());
    let note = note.filter(|note| !note.is_empty()).map(|note| format!("Checked: {note}"));
    (sums.note, rebuilt.note) = (note.clone(), note);
    let columns =
        [("earned_tao_cum", sums), ("received_rebuilt_tao", rebuilt), ("received_captured_tao", captured)];
    let any = |column: &MetricColumn| column.values.iter().any(Option::is_some);
    Ok(columns
        .into_iter()
        .filter(|(_, column)| any(column))
        .map(|(id, column)| (id.to_owned(), column))
        .collect())
}

/// A sum of days that a model made, no finer than is worth reading: a hundred and more in whole TAO.
fn rounded(sum: f64, what: &str) -> Result<f64, PublishError> {
    number::sum(sum, if sum < 100.0 { 1 } else { 0 }, what)
}

/// What a part is of whose kind no day is known.
fn none() -> Exception {
    Exception { state: Some(Absence::NotApplicable.id().to_owned()), why: None }
}

fn bare(grade: Grade, source: &str, until: Day) -> MetricColumn {
    MetricColumn {
        values: Vec::new(),
        grade: grade.id().to_owned(),
        source: source.to_owned(),
        as_of: Some(until.to_string()),
        block: None,
        missing: None,
        exceptions: BTreeMap::new(),
        note: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::series::Origin;

    fn received(days: &[(i32, f64, &str)]) -> Received {
        let id = SubnetId::new(64, 1).unwrap();
        let mut table = SeriesTable::default();
        for (day, tao, grade) in days {
            let origin = Origin { grade, source: "x", note: None };
            table.add(id, "emission_tao_day", Day::from_epoch_days(20_000 + day), *tao, origin);
        }
        Received::of(id, &table).unwrap()
    }

    #[test]
    fn days_without_a_value_add_nothing_and_the_parts_are_told_apart() {
        let two_years =
            received(&[(0, 10.0, "reconstructed"), (1, 20.5, "reconstructed"), (400, 450.0, "chain")]);
        assert_eq!((two_years.rebuilt, two_years.captured), ((30.5, 2), (450.0, 1)));
        assert_eq!(two_years.sum(), Ok(480.5));
        assert_eq!((rounded(480.5, "x").unwrap(), rounded(48.25, "x").unwrap()), (480.0, 48.2));
        assert_eq!(two_years.words(), "2 rebuilt days and 1 captured day.");
        let whole = received(&[(0, 10.0, "chain"), (1, 20.5, "chain")]);
        assert_eq!(whole.words(), "2 captured days.");
    }

    #[test]
    fn what_is_above_zero_stays_above_zero() {
        let little = received(&[(0, 0.004_377_6, "chain"), (400, 0.000_12, "reconstructed")]);
        assert_eq!((little.captured.0, little.rebuilt.0), (0.004_38, 0.000_12));
        assert_eq!(rounded(little.sum().unwrap(), "x").unwrap(), 0.0045);
        assert_eq!(received(&[(0, 0.0, "chain")]).captured, (0.0, 1), "a zero stays one");
    }

    #[test]
    fn one_day_is_no_sum() {
        let why = received(&[(0, 10.0, "chain")]).sum().unwrap_err();
        assert_eq!(why, "Only one day of its emission is known, 4 Oct 2024; no sum can be made.");
        assert!(received(&[]).sum().is_err());
    }
}
