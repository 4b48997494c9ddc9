//! Rung 1: a reachable source repository of its own.

use super::own::Own;
use super::{Found, item, repositories_id};
use crate::format;
use crate::model::{Day, Rung, RungState};
use crate::publish::capture::repositories::Repository;
use crate::publish::sources;
use crate::snapshot::wire::Evidence;

/// The counting repositories, each with the day of the capture in its source.
pub struct Counting<'a> {
    /// The repositories.
    pub repositories: Vec<&'a Repository>,
    /// Day of the capture.
    pub captured_on: Day,
}

/// Satisfied by a counting repository, claimed by one that is only named.
pub fn public_code(own: &Own<'_>, counting: &Counting<'_>) -> Found {
    let source = repositories_id(counting.captured_on);
    let seen = |repository: &&Repository| {
        let title = &repository.title;
        let pushed =
            repository.last_push.map(|day| format!(", last push {}", format::day(day))).unwrap_or_default();
        let reachable = format::day(counting.captured_on);
        let what = format!("Public repository {title}, reachable on {reachable}{pushed}.");
        item(Rung::PublicCode, what, Some(&repository.link()), repository.last_push, "public_record", &source)
    };
    let evidence: Vec<_> = counting.repositories.iter().map(seen).collect();
    if !evidence.is_empty() {
        return Found::satisfied(evidence);
    }
    let named: Vec<_> = own.repositories().map(|repository| repository.words()).collect();
    if named.is_empty() {
        let why = "No repository of its own is named on chain, at most a placeholder, and the registry lists none that is official.";
        return Found::nothing(RungState::NoneFound, why);
    }
    claimed(own, counting)
}

fn claimed(own: &Own<'_>, counting: &Counting<'_>) -> Found {
    let (on_chain, listed) = (own.on_chain.iter(), own.official.iter());
    let chain = on_chain
        .map(|named| named_by(named.words(), &named.link(), "named on chain", "team_says", &own.chain));
    let listed = listed.map(|named| {
        named_by(named.words(), &named.link(), "listed as official", "third_party_says", sources::SURFACES)
    });
    let evidence: Vec<Evidence> = chain.chain(listed).collect();
    let why = format!(
        "A repository is named, but none was captured on {} with a push since the registration.",
        format::day(counting.captured_on)
    );
    Found::new(RungState::Claimed, evidence, why)
}

fn named_by(words: String, link: &str, by: &str, grade: &str, source: &str) -> Evidence {
    item(Rung::PublicCode, format!("Repository {words}, {by}."), Some(link), None, grade, source)
}
