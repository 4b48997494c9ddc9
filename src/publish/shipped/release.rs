//! Rung 2: a tagged release, or a model, dataset or paper, within 365 days.

use super::code::Counting;
use super::own::Own;
use super::{Found, Searches, item, repositories_id, work};
use crate::format::{self, shown_text};
use crate::model::{Day, Rung, RungState};
use crate::publish::capture::repositories::{Release, Repository};
use crate::snapshot::wire::Evidence;

/// Satisfied by a release or a dated work within the window, lapsed by an older one, claimed by a work
/// whose day is not known.
pub fn release(own: &Own<'_>, counting: &Counting<'_>, searches: &Searches<'_>) -> Found {
    let (mut evidence, newest_release) = releases(own, counting, searches.day);
    let works = work::works(own, searches);
    let newest = works.iter().filter_map(|work| work.day).chain(newest_release).max();
    let undated = works.iter().any(|work| work.day.is_none());
    evidence.extend(works.into_iter().map(|work| work.evidence));
    let found = match newest {
        Some(newest) if Rung::Release.counts(newest, searches.day) => Found::satisfied(evidence),
        Some(newest) => {
            let days = Rung::Release.window_days().unwrap_or_default();
            let why =
                format!("The newest release is of {}, more than {days} days before.", format::day(newest));
            Found::new(RungState::Lapsed, evidence, why)
        }
        None if undated => {
            let why = "A model, dataset or paper is listed as its own; the day it was published was not captured, so its age is not known.";
            Found::new(RungState::Claimed, evidence, why)
        }
        None if counting.repositories.is_empty() => {
            let why = "No repository of its own could be looked into, so nobody has searched for releases.";
            Found::nothing(RungState::NotSearched, why)
        }
        None => {
            let why = "None of its captured repositories has a tagged release since the registration, and no model, dataset or paper is listed as its own.";
            Found::nothing(RungState::NoneFound, why)
        }
    };
    // Where no repository was looked into, no day was searched for releases.
    match counting.repositories.is_empty() {
        true => found,
        false => found.since(since(counting, own.registered_on)),
    }
}

/// Every captured release that counts, newest first, and the day of the newest.
fn releases(own: &Own<'_>, counting: &Counting<'_>, day: Day) -> (Vec<Evidence>, Option<Day>) {
    let mut releases = counting_releases(counting, own.registered_on, day);
    releases.sort_by(|a, b| b.1.day.cmp(&a.1.day).then_with(|| a.0.title.cmp(&b.0.title)));
    let source = repositories_id(counting.captured_on);
    let evidence = releases.iter().map(|(repository, release)| {
        let what = format!("Release {} of {}.", shown_text(&release.tag, 40), repository.title);
        // Not every release was captured with its address.
        let link = release.url.clone().unwrap_or_else(|| repository.link());
        item(Rung::Release, what, Some(&link), Some(release.day), "public_record", &source)
    });
    (evidence.collect(), releases.first().map(|(_, newest)| newest.day))
}

/// The first day all of whose releases were captured: the capture keeps the newest of a repository, so
/// before the oldest of a full list there may be others.
fn since(counting: &Counting<'_>, registered_on: Day) -> Day {
    let full = counting.repositories.iter().filter(|repository| repository.full);
    let oldest = full.filter_map(|repository| Some(repository.releases.last()?.day.plus(1))).max();
    oldest.map_or(registered_on, |day| day.max(registered_on))
}

/// Releases since the registration and by the day of the snapshot.
pub fn counting_releases<'a>(
    counting: &Counting<'a>,
    registered_on: Day,
    day: Day,
) -> Vec<(&'a Repository, &'a Release)> {
    let of =
        |repository: &'a Repository| repository.releases.iter().map(move |release| (repository, release));
    let counts = |(_, release): &(&Repository, &Release)| (registered_on..=day).contains(&release.day);
    counting.repositories.iter().flat_map(|repository| of(repository)).filter(counts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn repository(days: &[&str], full: bool) -> Repository {
        let release = |on: &&str| Release { tag: "v".to_owned(), day: day(on), url: None };
        Repository {
            title: "a/b".to_owned(),
            reachable: true,
            last_push: None,
            stars: None,
            weeks: None,
            releases: days.iter().map(release).collect(),
            full,
        }
    }

    #[test]
    fn days_before_a_full_list_were_not_searched() {
        let registered = day("2025-02-01");
        let since = |repositories: &[&Repository]| {
            since(
                &Counting { repositories: repositories.to_vec(), captured_on: day("2026-08-02") },
                registered,
            )
        };
        let (whole, full) =
            (repository(&["2026-01-01"], false), repository(&["2026-07-01", "2026-06-03"], true));
        assert_eq!(since(&[&whole]), registered);
        assert_eq!(since(&[&whole, &full]), day("2026-06-04"));
        let old = repository(&["2024-07-01", "2024-06-03"], true);
        assert_eq!(
            since(&[&old]),
            registered,
            "a full list that reaches back before the registration is whole"
        );
    }
}
