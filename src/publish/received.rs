//! What each registration has received in all, over the days that have a value.

use std::collections::BTreeMap;

use super::PublishError;
use super::held::Held;
use super::number::decimals;
use super::series::SeriesTable;
use super::sources::DAILY;
use crate::model::{Day, SubnetId};
use crate::snapshot::wire::{Exception, MetricColumn};

/// The column `earned_tao_cum`: `Σ emission_tao_day` over the days of a registration that have a
/// value, in TAO. Nothing is put in for days without one, so it is a lower bound. `None` where no sum
/// can be made of any: the days then have no source either.
///
/// # Errors
/// When a number is not finite.
pub fn column(
    rows: &[Held<'_>],
    table: &SeriesTable,
    until: Day,
) -> Result<Option<MetricColumn>, PublishError> {
    let mut values = Vec::with_capacity(rows.len());
    let mut exceptions = BTreeMap::new();
    for (row, held) in rows.iter().enumerate() {
        match received(held.id, table)? {
            Ok(sum) => values.push(Some(sum)),
            Err(why) => {
                values.push(None);
                let state = Some("not_measured".to_owned());
                exceptions.insert(row, Exception { state, why: Some(why) });
            }
        }
    }
    let any = values.iter().any(Option::is_some);
    Ok(any.then(|| MetricColumn {
        values,
        grade: "reconstructed".to_owned(),
        source: DAILY.to_owned(),
        as_of: Some(until.to_string()),
        block: None,
        missing: None,
        exceptions,
    }))
}

/// The sum of one registration, or why there is none.
fn received(id: SubnetId, table: &SeriesTable) -> Result<Result<f64, String>, PublishError> {
    let days: Vec<(Day, f64)> = table.days(id, "emission_tao_day").collect();
    match days[..] {
        [] => Ok(Err("No day of its emission is known.".to_owned())),
        [(day, _)] => Ok(Err(format!("Only one day of its emission is known, {day}; no sum can be made."))),
        _ => {
            let sum = days.iter().map(|(_, tao)| tao).sum();
            decimals(sum, 1, &format!("earned_tao_cum of {id}")).map(Ok)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::series::Origin;

    fn table(days: &[(i32, f64)]) -> (SubnetId, SeriesTable) {
        let id = SubnetId::new(64, 1).unwrap();
        let mut table = SeriesTable::default();
        let origin = Origin { grade: "reconstructed", source: "x", note: None };
        for (day, tao) in days {
            table.add(id, "emission_tao_day", Day::from_epoch_days(20_000 + day), *tao, origin);
        }
        (id, table)
    }

    #[test]
    fn days_without_a_value_add_nothing() {
        let (id, two_years) = table(&[(0, 10.0), (1, 20.5), (400, 450.0)]);
        assert_eq!(received(id, &two_years).unwrap(), Ok(480.5));
    }

    #[test]
    fn one_day_is_no_sum() {
        let (id, one) = table(&[(0, 10.0)]);
        let why = received(id, &one).unwrap().unwrap_err();
        assert_eq!(why, "Only one day of its emission is known, 2024-10-04; no sum can be made.");
        assert!(received(id, &SeriesTable::default()).unwrap().is_err());
    }
}
