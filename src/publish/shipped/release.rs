//! Rung 2: a tagged release within 365 days.

use super::code::Counting;
use super::{Found, item, repositories_id};
use crate::format::shown_text;
use crate::model::{Day, Rung, RungState};
use crate::publish::capture::repositories::{Release, Repository};

/// Most releases that are listed as evidence.
const LISTED: usize = 5;

/// Satisfied by a release within the window, lapsed by an older one.
pub fn release(counting: &Counting<'_>, registered_on: Day, day: Day) -> Found {
    if counting.repositories.is_empty() {
        let why = "No repository of its own could be looked into, so nobody has searched for releases.";
        return Found::nothing(RungState::NotSearched, why);
    }
    let mut releases = counting_releases(counting, registered_on, day);
    releases.sort_by(|a, b| b.1.day.cmp(&a.1.day).then_with(|| a.0.title.cmp(&b.0.title)));
    let source = repositories_id(counting.captured_on);
    let evidence = releases.iter().take(LISTED).map(|(repository, release)| {
        let what = format!("Release {} of {}.", shown_text(&release.tag, 40), repository.title);
        item(Rung::Release, what, release.url.as_deref(), Some(release.day), "public_record", &source)
    });
    let evidence: Vec<_> = evidence.collect();
    match releases.first() {
        None => {
            let why = "None of its captured repositories has a tagged release since the registration.";
            Found::nothing(RungState::NoneFound, why)
        }
        Some((_, newest)) if Rung::Release.counts(newest.day, day) => {
            Found { state: RungState::Satisfied, evidence, why: None }
        }
        Some((_, newest)) => {
            let days = Rung::Release.window_days().unwrap_or_default();
            let why = format!("The newest release is of {}, more than {days} days before.", newest.day);
            Found::new(RungState::Lapsed, evidence, why)
        }
    }
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
