//! Years of history.

use super::reader::{Reader, object_name};
use super::root::{Context, day};
use crate::model::Grade;
use crate::snapshot::wire::{HistoryYear, YearRef};

/// Checks the years of one registration, or of the network.
pub fn check(id: &str, years: &[YearRef], context: &Context, reader: &mut Reader) {
    for year in years {
        if let Some(file) = reader.object(&year.object()) {
            check_year(&file, year, id, context, reader);
        }
    }
}

fn check_year(file: &HistoryYear, year: &YearRef, id: &str, context: &Context, reader: &mut Reader) {
    let place = format!("{}, {id} in {}", object_name(&year.object()), year.year);
    reader.want(file.id == id && file.step == "1d", &place, || {
        format!("it is of {} with steps of {}", file.id, file.step)
    });
    let Some(start) = day(&file.start).filter(|start| start.ymd().0 == year.year) else {
        reader.find(&place, format!("its start, “{}”, is no day of the year", file.start));
        return;
    };
    for (metric, column) in &file.metrics {
        let place = format!("{place}, {metric}");
        let last = start.plus(column.values.len() as i32 - 1);
        reader.want(last.ymd().0 == year.year && last <= context.day, &place, || {
            format!("its last day, {last}, is in another year or after the snapshot")
        });
        reader
            .want(column.values.iter().any(Option::is_some), &place, || "it has no value at all".to_owned());
        reader.want(column.values.iter().flatten().all(|value| *value >= 0.0), &place, || {
            "a value is less than nothing".to_owned()
        });
        reader.want(Grade::from_id(&column.grade).is_some(), &place, || {
            format!("its grade “{}” is not known", column.grade)
        });
        context.source(&column.source, &place, reader);
        for part in &column.parts {
            let inside = |text: &str| day(text).is_some_and(|at| (start..=last).contains(&at));
            reader.want(
                inside(&part.from) && inside(&part.to) && Grade::from_id(&part.grade).is_some(),
                &place,
                || {
                    format!(
                        "its days from “{}” to “{}” are no part of it, or their grade is not known",
                        part.from, part.to
                    )
                },
            );
            context.source(&part.source, &place, reader);
        }
    }
}
