//! What happened: to the network, from its own documents; to subnets, from what changed between
//! captures.
//!
//! A registration is an event by its block, which the chain itself wrote. Lists of “registered”
//! events of other sites are not read: they contain runs of consecutive netuids at one block that
//! no chain ever made.

use super::capture::cross_section::{CrossSection, Row};
use super::captures::Captures;
use super::sources::CHAIN_DOCUMENTS;
use super::{Registration, Registrations};
use crate::model::{Day, SubnetId};
use crate::snapshot::wire::Event;

/// Day, kind, sentence. Where only a month is known the first of it stands here, and the sentence
/// says so. Source: the chain's documents and code, as cited in `docs/sources.md`.
const NETWORK: [(&str, &str, &str); 6] = [
    ("2025-02-13", "launch", "Subnets get tokens of their own; emission follows moving-average prices."),
    ("2025-11-01", "rule", "TaoFlow: emission follows net stake flows (only the month is known)."),
    ("2025-12-01", "halving", "First halving: 3,600 TAO a day in place of 7,200 (only the month is known)."),
    ("2026-06-22", "rule", "Emission follows prices again, less what is burned, with a root weight."),
    ("2026-06-30", "rule", "The root weight is taken out of the rule."),
    ("2026-07-27", "rule", "The Hill gate: small shares are made smaller, large ones larger."),
];

/// Everything that is known to have happened up to a snapshot, oldest first.
pub fn until(section: &CrossSection, captures: &Captures, known: &Registrations) -> Vec<Event> {
    let sections: Vec<_> = captures.sections.iter().filter(|other| other.day <= section.day).collect();
    let first = sections.first().map_or(section.day, |first| first.day);
    let mut events: Vec<Event> = NETWORK.iter().filter_map(|entry| network(entry, section.day)).collect();
    events.extend(
        known
            .all_until(section.named_block())
            .filter_map(|registration| registered(registration, known, first)),
    );
    // Sections without identities know no names of the chain's, so those with them are compared.
    let named: Vec<_> =
        sections.iter().filter(|section| section.rows.iter().any(|row| row.identity.is_some())).collect();
    for pair in named.windows(2) {
        events.extend(changes(pair[0], pair[1], known));
    }
    events.sort_by(|a, b| a.day.cmp(&b.day));
    events
}

fn network((day, kind, what): &(&str, &str, &str), until: Day) -> Option<Event> {
    let known = day.parse::<Day>().is_ok_and(|day| day <= until);
    known.then(|| event(day, kind, None, None, (*what).to_owned(), CHAIN_DOCUMENTS))
}

/// A registration since the first capture: older ones are in the profiles.
fn registered(registration: &Registration, known: &Registrations, since: Day) -> Option<Event> {
    let day = known.day(registration.block);
    let id = registration.id().filter(|_| day >= since)?;
    let what = match registration.generation {
        1 => format!("Slot {} is registered.", registration.netuid),
        _ => format!("Slot {} is registered anew, by another holder.", registration.netuid),
    };
    Some(event(&day.to_string(), "registered", Some(id), Some(registration.block), what, CHAIN_DOCUMENTS))
}

/// What a slot's holder changed between two captures: found on the day of the later one.
fn changes(before: &CrossSection, after: &CrossSection, known: &Registrations) -> Vec<Event> {
    let mut events = Vec::new();
    for row in &after.rows {
        let Some(was) = before.rows.iter().find(|was| was.netuid == row.netuid) else { continue };
        let holder = known.holder(row.netuid, after.block);
        let same = holder.is_some_and(|holder| holder.block <= before.block);
        let Some(id) = holder.filter(|_| same).and_then(Registration::id) else { continue };
        let found = |kind: &str, what: String| {
            event(&after.day.to_string(), kind, Some(id), Some(after.block), what, &after.source())
        };
        if renamed(was, row) {
            events.push(found(
                "renamed",
                format!("“{}” is now called “{}” (seen on this day).", was.name, row.name),
            ));
        }
        let owners = was.owner.as_ref().zip(row.owner.as_ref());
        if owners.is_some_and(|(was, now)| was.coldkey != now.coldkey) {
            events.push(found(
                "owner_changed",
                "Another account owns the subnet (seen on this day).".to_owned(),
            ));
        }
    }
    events
}

/// Names are compared only where both captures took them from the chain: other names are a site's
/// own labels.
fn renamed(was: &Row, now: &Row) -> bool {
    was.identity.is_some() && now.identity.is_some() && was.name != now.name
}

fn event(
    day: &str,
    kind: &str,
    id: Option<SubnetId>,
    block: Option<u64>,
    what: String,
    source: &str,
) -> Event {
    Event {
        day: day.to_owned(),
        kind: kind.to_owned(),
        subnet: id.map(|id| id.to_string()),
        block,
        what,
        source: Some(source.to_owned()),
    }
}
