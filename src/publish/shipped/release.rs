//! Rung 2: a tagged release.

use super::{Found, item};
use crate::format::shown_text;
use crate::model::{Day, Rung, RungState};
use crate::publish::capture::repositories::{Release, Repository};
use crate::publish::sources::repositories_id;

/// How long a release counts, in days.
pub const WINDOW: i32 = 365;
/// Most releases in the evidence.
const SHOWN: usize = 3;
/// Longest tag in a sentence, in graphemes.
const TAG: usize = 40;

/// Releases of the counting repositories since the registration, newest first.
pub fn releases<'a>(counting: &[&'a Repository], since: Day, until: Day) -> Vec<(&'a str, &'a Release)> {
    let all = counting.iter().flat_map(|repository| {
        repository.releases.iter().map(|release| (repository.title.as_str(), release))
    });
    let mut releases: Vec<_> = all.filter(|(_, release)| (since..=until).contains(&release.day)).collect();
    releases.sort_by(|a, b| b.1.day.cmp(&a.1.day).then_with(|| a.1.tag.cmp(&b.1.tag)));
    releases
}

/// Whether a release is within its window on a day.
pub fn is_recent(release: &Release, on: Day) -> bool {
    on.since(release.day) <= WINDOW
}

/// Satisfied by a release within a year, lapsed by an older one.
pub fn release(counting: &[&Repository], since: Day, on: Day, captured_on: Day) -> Found {
    if counting.is_empty() {
        return Found::nothing(
            RungState::NotSearched,
            "There is no repository of its own to search for releases.",
        );
    }
    let releases = releases(counting, since, on);
    let Some((_, newest)) = releases.first() else {
        let why = "Its repositories list no release since the registration. Teams that deploy without tags show none.";
        return Found::nothing(RungState::NoneFound, why);
    };
    let (state, why) = if is_recent(newest, on) {
        (RungState::Satisfied, None)
    } else {
        let why =
            format!("The newest release is of {}, more than {WINDOW} days before the snapshot.", newest.day);
        (RungState::Lapsed, Some(why))
    };
    let source = repositories_id(captured_on);
    let shown = releases.iter().take(SHOWN).map(|(title, release)| {
        let what = format!("Release {} of {title}, {}.", shown_text(&release.tag, TAG), release.day);
        item(Rung::Release, what, release.url.as_deref(), Some(release.day), "public_record", &source)
    });
    Found { state, evidence: shown.collect(), why }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repository(days: &[&str]) -> Repository {
        let release = |day: &&str| Release { tag: format!("v-{day}"), day: day.parse().unwrap(), url: None };
        Repository {
            title: "a/b".to_owned(),
            reachable: true,
            last_push: None,
            stars: None,
            weeks: None,
            releases: days.iter().map(release).collect(),
        }
    }

    #[test]
    fn the_window_is_365_days_and_starts_at_the_registration() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let (on, since) = (day("2026-08-07"), day("2025-01-01"));
        let state = |days: &[&str]| release(&[&repository(days)], since, on, on).state;
        assert_eq!(state(&["2025-08-07"]), RungState::Satisfied);
        assert_eq!(state(&["2025-08-06"]), RungState::Lapsed);
        assert_eq!(state(&["2024-12-31"]), RungState::NoneFound);
        // A release after the snapshot was not there yet.
        assert_eq!(state(&["2026-08-08"]), RungState::NoneFound);
        assert_eq!(release(&[], since, on, on).state, RungState::NotSearched);
    }
}
