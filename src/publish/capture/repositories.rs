//! `github-signals.json`: what a repository host shows of repositories.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::file::Folder;
use crate::model::Day;
use crate::publish::PublishError;
use crate::publish::repository_name::RepositoryName;

/// How many releases of a repository the capture keeps, the newest.
pub const KEPT: usize = 10;
/// The file.
pub const FILE: &str = "metagraphed/registry/generated/github-signals.json";

#[derive(Deserialize)]
struct File {
    signals: Vec<Signal>,
}

#[derive(Deserialize)]
struct Signal {
    owner: String,
    repo: String,
    #[serde(default)]
    unreachable: bool,
    last_push_at: Option<String>,
    stars: Option<u32>,
    commits_weekly: Option<Vec<Week>>,
    #[serde(default)]
    releases: Vec<ReleaseLine>,
}

#[derive(Deserialize)]
struct Week {
    week: String,
    count: u32,
}

#[derive(Deserialize)]
struct ReleaseLine {
    tag: String,
    published_at: Option<String>,
    url: Option<String>,
}

/// One repository as it was captured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// `owner/name` as the host spells it.
    pub title: String,
    /// Whether the host showed it.
    pub reachable: bool,
    /// Day of the last push.
    pub last_push: Option<Day>,
    /// Stars.
    pub stars: Option<u32>,
    /// Commits by the first day of each week; `None` when they were not captured.
    pub weeks: Option<Vec<(Day, u32)>>,
    /// Releases with a day, newest first.
    pub releases: Vec<Release>,
    /// Whether the list of releases is as long as the capture makes it, so that older ones are not in it.
    pub full: bool,
}

impl Repository {
    /// Where it lies.
    pub fn link(&self) -> String {
        format!("https://github.com/{}", self.title)
    }
}

/// A tagged release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its tag; hostile text.
    pub tag: String,
    /// Day of publication.
    pub day: Day,
    /// Where it is.
    pub url: Option<String>,
}

/// All repositories that were captured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repositories {
    /// Day of the capture. The file writes 1970 for it, so the newest week of commits tells.
    pub day: Day,
    /// By name.
    pub of: BTreeMap<RepositoryName, Repository>,
}

/// The repositories, if the folder has them.
///
/// # Errors
/// When the file is something else, or nothing in it tells its day.
pub fn read(folder: &Folder) -> Result<Option<Repositories>, PublishError> {
    if !folder.has(FILE) {
        return Ok(None);
    }
    let File { signals } = folder.json(FILE)?;
    let of: BTreeMap<_, _> = signals.into_iter().map(repository).collect();
    let weeks = of.values().filter_map(|repository| repository.weeks.as_ref()).flatten();
    let day = weeks.map(|(day, _)| *day).max();
    let day = day.ok_or_else(|| folder.wrong(FILE, &"no week of commits tells its day"))?;
    Ok(Some(Repositories { day, of }))
}

/// 1970 stands for a day that nobody wrote.
fn known(text: &str) -> Option<Day> {
    text.parse::<Day>().ok().filter(|day| day.epoch_days() != 0)
}

fn repository(signal: Signal) -> (RepositoryName, Repository) {
    let title = format!("{}/{}", signal.owner, signal.repo);
    let weeks = signal.commits_weekly.map(|weeks| {
        weeks.into_iter().filter_map(|week| Some((known(&week.week)?, week.count))).collect::<Vec<_>>()
    });
    let release =
        |line: ReleaseLine| Some(Release { tag: line.tag, day: known(&line.published_at?)?, url: line.url });
    let full = signal.releases.len() >= KEPT;
    let mut releases: Vec<_> = signal.releases.into_iter().filter_map(release).collect();
    releases.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.tag.cmp(&b.tag)));
    let name = RepositoryName::new(&signal.owner, &signal.repo);
    let last_push = signal.last_push_at.as_deref().and_then(known);
    (
        name,
        Repository {
            title,
            reachable: !signal.unreachable,
            last_push,
            stars: signal.stars,
            weeks,
            releases,
            full,
        },
    )
}
