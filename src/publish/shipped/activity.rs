//! Columns of activity and surfaces. None of them is a rung.

use std::collections::BTreeMap;

use super::Searches;
use super::own::Own;
use super::product::answered;
use super::release::{is_recent, releases};
use crate::publish::PublishError;
use crate::publish::capture::repositories::Repository;
use crate::publish::number::{AMOUNT, decimals};
use crate::publish::sources::{self, probes_id, repositories_id};
use crate::snapshot::wire::{Exception, MetricColumn};

/// Kinds of surfaces that a team runs; repositories and data files are counted elsewhere.
const RUN: [&str; 6] = ["website", "docs", "subnet-api", "openapi", "dashboard", "sdk"];

/// A number, or the state and sentence of its absence.
type Cell = Result<f64, (&'static str, &'static str)>;

const LATE: Cell = Err(("not_searched", "Registered after the search."));
const UNCAPTURED: Cell = Err(("not_measured", "A repository is named, but none that counts was captured."));
const NO_REPOSITORY: Cell = Err(("none_found", "No repository of its own was found."));
const UNPROBED: Cell = Err(("not_searched", "None of its official surfaces was probed."));
const NO_DATA: Cell = Err(("not_measured", "The capture has no number for its repositories."));

/// The columns, one cell a subnet.
///
/// # Errors
/// When a number is not finite.
pub fn columns(
    owns: &[Own<'_>],
    searches: &Searches<'_>,
) -> Result<BTreeMap<String, MetricColumn>, PublishError> {
    let repositories = repositories_id(searches.repositories.day);
    let probes = probes_id(searches.probes.day);
    let of_code = |count: fn(&Counted<'_>) -> Option<f64>| -> Vec<Cell> {
        owns.iter().map(|own| code_cell(own, searches, count)).collect()
    };
    let of_surfaces = |count: fn(&Own<'_>, &Searches<'_>) -> Cell| -> Vec<Cell> {
        let cell = |own| if is_late(own, searches) { LATE } else { count(own, searches) };
        owns.iter().map(cell).collect()
    };
    let code_day = Some(searches.repositories.day);
    let columns = [
        ("commits_13w", of_code(commits), "public_record", repositories.as_str(), code_day),
        ("stars", of_code(stars), "public_record", &repositories, code_day),
        ("releases_365d", of_code(recent_releases), "public_record", &repositories, code_day),
        ("last_push", of_code(last_push), "public_record", &repositories, code_day),
        // The registry does not say of which day it is.
        ("surfaces_official", of_surfaces(official), "third_party_says", sources::SURFACES, None),
        ("surfaces_reachable", of_surfaces(reachable), "probe", &probes, Some(searches.probes.day)),
    ];
    let made = columns.into_iter().map(|(metric, cells, grade, source, day)| {
        let mut column = column(&cells, metric)?;
        column.grade = grade.to_owned();
        column.source = source.to_owned();
        column.as_of = day.map(|day| day.to_string());
        Ok((metric.to_owned(), column))
    });
    made.collect()
}

fn column(cells: &[Cell], metric: &str) -> Result<MetricColumn, PublishError> {
    let mut values = Vec::with_capacity(cells.len());
    let mut exceptions = BTreeMap::new();
    for (row, cell) in cells.iter().enumerate() {
        match cell {
            Ok(number) => values.push(Some(decimals(*number, AMOUNT, metric)?)),
            Err((state, why)) => {
                values.push(None);
                let exception = Exception { state: Some((*state).to_owned()), why: Some((*why).to_owned()) };
                exceptions.insert(row, exception);
            }
        }
    }
    Ok(MetricColumn {
        values,
        grade: String::new(),
        source: String::new(),
        as_of: None,
        block: None,
        exceptions,
    })
}

fn is_late(own: &Own<'_>, searches: &Searches<'_>) -> bool {
    own.registered_on > searches.on
}

/// The repositories of one subnet that count.
struct Counted<'a> {
    own: &'a Own<'a>,
    counting: Vec<&'a Repository>,
    searches: &'a Searches<'a>,
}

fn code_cell(own: &Own<'_>, searches: &Searches<'_>, count: fn(&Counted<'_>) -> Option<f64>) -> Cell {
    if is_late(own, searches) {
        return LATE;
    }
    let counting = own.counting(searches.repositories);
    if counting.is_empty() {
        return if own.repositories().next().is_some() { UNCAPTURED } else { NO_REPOSITORY };
    }
    count(&Counted { own, counting, searches }).map_or(NO_DATA, Ok)
}

/// Commits of the weeks that end after the registration.
fn commits(counted: &Counted<'_>) -> Option<f64> {
    let since = counted.own.registered_on;
    let mut captured = counted.counting.iter().filter_map(|repository| repository.weeks.as_ref()).peekable();
    captured.peek()?;
    let weeks = captured.flatten().filter(|(week, _)| week.plus(7) > since);
    Some(weeks.map(|(_, count)| f64::from(*count)).sum())
}

fn stars(counted: &Counted<'_>) -> Option<f64> {
    let mut stars = counted.counting.iter().filter_map(|repository| repository.stars).peekable();
    stars.peek()?;
    Some(stars.map(f64::from).sum())
}

fn recent_releases(counted: &Counted<'_>) -> Option<f64> {
    let Searches { day, .. } = *counted.searches;
    let releases = releases(&counted.counting, counted.own.registered_on, day);
    Some(releases.iter().filter(|(_, release)| is_recent(release, day)).count() as f64)
}

fn last_push(counted: &Counted<'_>) -> Option<f64> {
    counted
        .counting
        .iter()
        .filter_map(|repository| repository.last_push)
        .max()
        .map(|day| f64::from(day.epoch_days()))
}

fn official(own: &Own<'_>, _: &Searches<'_>) -> Cell {
    Ok(own.surfaces_of(&RUN).count() as f64)
}

fn reachable(own: &Own<'_>, searches: &Searches<'_>) -> Cell {
    let surfaces: Vec<_> = own.surfaces_of(&RUN).collect();
    let mut probed = surfaces.iter().filter_map(|surface| searches.probes.of.get(&surface.id)).peekable();
    if !surfaces.is_empty() && probed.peek().is_none() {
        return UNPROBED;
    }
    Ok(probed.filter(|probe| answered(probe, own.registered_on, searches.day)).count() as f64)
}
