//! Rung 1: a reachable source repository of its own.

use super::own::Own;
use super::{Found, Searches, item};
use crate::model::{Rung, RungState};
use crate::publish::capture::repositories::Repository;
use crate::publish::sources::{self, repositories_id};
use crate::snapshot::wire::Evidence;

/// Satisfied by a counting repository; claimed by one that is only named.
pub fn public_code(own: &Own<'_>, counting: &[&Repository], searches: &Searches<'_>) -> Found {
    let captured = searches.repositories;
    let source = repositories_id(captured.day);
    let seen = |repository: &&Repository| {
        let title = &repository.title;
        let pushed = repository.last_push.map(|day| format!(", last push {day}")).unwrap_or_default();
        let what = format!("Public repository {title}, reachable on {}{pushed}.", captured.day);
        let link = format!("https://github.com/{title}");
        item(Rung::PublicCode, what, Some(&link), repository.last_push, "public_record", &source)
    };
    let evidence: Vec<_> = counting.iter().map(seen).collect();
    if !evidence.is_empty() {
        return Found { state: RungState::Satisfied, evidence, why: None };
    }
    let evidence = named(own, searches);
    if evidence.is_empty() {
        let why = match own.repositories().next() {
            Some(_) => {
                "The registry’s repository was last pushed to before this registration, so it is not this holder’s."
            }
            None => "No repository is named on chain, and the registry lists none that is official.",
        };
        return Found::nothing(RungState::NoneFound, why);
    }
    let why = format!(
        "A repository is named, but none was captured on {} with a push since the registration.",
        captured.day
    );
    Found::new(RungState::Claimed, evidence, why)
}

/// Repositories that are only named: on chain, or as official without having been captured.
fn named(own: &Own<'_>, searches: &Searches<'_>) -> Vec<Evidence> {
    let claim = |words: String, link: String, by: &str, grade: &str, source: &str| {
        item(Rung::PublicCode, format!("{words}, {by}."), Some(&link), None, grade, source)
    };
    let on_chain = own.on_chain.iter();
    let on_chain = on_chain
        .map(|named| claim(named.words(), named.link(), "named on chain", "team_says", &searches.chain));
    let was_captured = |name| searches.repositories.of.contains_key(name);
    let official = own.official.iter().filter(|named| !named.repository().is_some_and(was_captured));
    let official = official.map(|named| {
        claim(named.words(), named.link(), "listed as official", "third_party_says", sources::SURFACES)
    });
    on_chain.chain(official).collect()
}
