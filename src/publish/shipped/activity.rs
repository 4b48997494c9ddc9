//! Columns of activity and surfaces. Commits and stars are counted here and make no rung.

use std::collections::BTreeMap;

use super::code::Counting;
use super::own::Own;
use super::release::counting_releases;
use super::{Searches, probes_id, repositories_id};
use crate::model::{Day, Rung};
use crate::publish::capture::repositories::{KEPT, Repository};
use crate::publish::sources;
use crate::snapshot::wire::{Exception, MetricColumn};

/// Weeks of commits that are added up.
const WEEKS: i32 = 13;

/// The columns of a snapshot in which the captures had been made.
pub fn columns(owns: &[Own<'_>], searches: &Searches<'_>) -> BTreeMap<String, MetricColumn> {
    let counted: Vec<_> = owns
        .iter()
        .map(|own| (own.registered_on <= searches.on).then(|| own.counting(searches.repositories)))
        .collect();
    let of_code = |number: &dyn Fn(&Own<'_>, &[&Repository]) -> Option<f64>| {
        let values = owns.iter().zip(&counted).map(|(own, counted)| {
            let counted = counted.as_ref().filter(|counting| !counting.repositories.is_empty())?;
            number(own, &counted.repositories)
        });
        column(
            values.collect(),
            "public_record",
            repositories_id(searches.repositories.day),
            searches.repositories.day,
        )
    };
    let commits = |own: &Own<'_>, repositories: &[&Repository]| {
        let since = own.registered_on.max(searches.repositories.day.plus(-7 * (WEEKS - 1)));
        let weeks: Option<Vec<u32>> = repositories
            .iter()
            .map(|repository| {
                let weeks = repository.weeks.as_ref()?;
                Some(weeks.iter().filter(|(day, _)| *day >= since).map(|(_, count)| count).sum())
            })
            .collect();
        Some(f64::from(weeks?.iter().sum::<u32>()))
    };
    let stars = |_: &Own<'_>, repositories: &[&Repository]| {
        let stars: Option<Vec<u32>> = repositories.iter().map(|repository| repository.stars).collect();
        Some(f64::from(stars?.iter().sum::<u32>()))
    };
    let push = |_: &Own<'_>, repositories: &[&Repository]| {
        repositories
            .iter()
            .filter_map(|repository| repository.last_push)
            .max()
            .map(|day| f64::from(day.epoch_days()))
    };
    let releases = owns.iter().zip(&counted).map(|(own, counted)| {
        let counting = counted.as_ref().filter(|counting| !counting.repositories.is_empty())?;
        let recent = counting_releases(counting, own.registered_on, searches.day).into_iter();
        Some(recent.filter(|(_, found)| Rung::Release.counts(found.day, searches.day)).count() as f64)
    });
    let mut releases = column(
        releases.collect(),
        "public_record",
        repositories_id(searches.repositories.day),
        searches.repositories.day,
    );
    for (row, (own, counting)) in owns.iter().zip(&counted).enumerate() {
        if counting.as_ref().is_some_and(|counting| cut_off(counting, own.registered_on, searches.day)) {
            let why =
                format!("At least this many: the capture keeps the {KEPT} newest releases of a repository.");
            releases.exceptions.insert(row, Exception { state: None, why: Some(why) });
        }
    }
    let searched = |own: &&Own<'_>| own.registered_on <= searches.on;
    let official = owns.iter().map(|own| Some(own).filter(searched).map(|own| own.surfaces.len() as f64));
    let answered =
        owns.iter().map(|own| Some(own).filter(searched).map(|own| reachable(own, searches) as f64));
    let surfaces =
        column(official.collect(), "third_party_says", sources::SURFACES.to_owned(), searches.probes.day);
    let reachable = column(answered.collect(), "probe", probes_id(searches.probes.day), searches.probes.day);
    [
        ("commits_13w", of_code(&commits)),
        ("stars", of_code(&stars)),
        ("last_push", of_code(&push)),
        ("releases_365d", releases),
        ("surfaces_official", surfaces),
        ("surfaces_reachable", reachable),
    ]
    .into_iter()
    .map(|(id, column)| (id.to_owned(), column))
    .collect()
}

/// Whether releases that count may be missing: a full list whose oldest counts too.
fn cut_off(counting: &Counting<'_>, registered_on: Day, day: Day) -> bool {
    let inside = |repository: &Repository| {
        let oldest = repository.releases.last().map(|release| release.day);
        oldest.is_some_and(|oldest| oldest >= registered_on && Rung::Release.counts(oldest, day))
    };
    counting.repositories.iter().any(|repository| repository.full && inside(repository))
}

/// Official surfaces that answered within the window.
fn reachable(own: &Own<'_>, searches: &Searches<'_>) -> usize {
    let probes = own.surfaces.iter().filter_map(|surface| searches.probes.of.get(&surface.id));
    let fresh = |day: Day| Rung::ReachableProduct.counts(day, searches.day);
    probes.filter(|probe| probe.ever_answered() && probe.last_ok.is_some_and(fresh)).count()
}

/// A column in which nothing means that nobody could look.
fn column(values: Vec<Option<f64>>, grade: &str, source: String, day: Day) -> MetricColumn {
    let why =
        "No repository or surface of this registration was captured, so there was nothing to look into.";
    MetricColumn {
        missing: Some(Exception { state: Some("not_searched".to_owned()), why: Some(why.to_owned()) }),
        exceptions: BTreeMap::new(),
        note: None,
        values,
        grade: grade.to_owned(),
        source,
        as_of: Some(day.to_string()),
        block: None,
    }
}
