//! What happened: to the network, from its own documents; to subnets, from what changed between
//! captures.
//!
//! A registration is an event by its block, which the chain itself wrote. Lists of “registered”
//! events of other sites are not read: they contain runs of consecutive netuids at one block that
//! no chain ever made.

use super::capture::cross_section::{CrossSection, Row};
use super::captures::Captures;
use super::inputs::Inputs;
use super::sources::{CHAIN_DOCUMENTS, ISSUANCE};
use super::{Registration, Registrations};
use crate::format;
use crate::model::{Day, SubnetId};
use crate::snapshot::wire::Event;

/// Day, kind, sentence. Where only a month is known the first of it stands here, and where a rule is known
/// by its code alone the day of that; the sentence says so. Source: the chain's documents and code, as
/// cited in `docs/sources.md`.
const NETWORK: [(&str, &str, &str); 5] = [
    (TOKENS, "launch", "Subnets get tokens of their own; emission follows moving-average prices."),
    ("2025-11-01", "rule", "TaoFlow: emission follows net stake flows (only the month is known)."),
    (
        "2026-06-22",
        "rule",
        "Code of 22 June: emission follows prices again, less what is burned, with a root weight. The day it went live is not known; flows were last averaged on 23 June.",
    ),
    (
        "2026-06-30",
        "rule",
        "Code of 30 June: the root weight is taken out of the rule. The day it went live is not known.",
    ),
    ("2026-07-27", "rule", "The Hill gate: small shares are made smaller, large ones larger."),
];

/// The day on which subnets got tokens of their own. Registrations before it are in the profiles alone.
const TOKENS: &str = "2025-02-13";

/// TAO issued by the end of a day, and what was issued in a day from then on: one for each block.
/// Recorded by maxim91136/bittensor-labs.
const ISSUED: (&str, f64, f64) = ("2025-11-23", 10_350_395.5, 7_200.0);
/// The first halving is of the block at which so much is issued ([opentensor/subtensor],
/// `pallets/subtensor/src/coinbase/block_emission.rs`).
///
/// [opentensor/subtensor]: https://github.com/opentensor/subtensor
const HALVED_AT: f64 = 10_500_000.0;

/// The day of the first halving, computed from the issuance before it.
fn halving() -> Option<Day> {
    let (day, issued, per_day) = ISSUED;
    Some(day.parse::<Day>().ok()?.plus(((HALVED_AT - issued) / per_day).ceil() as i32))
}

/// Everything that is known to have happened up to a snapshot, oldest first.
pub fn until(section: &CrossSection, captures: &Captures, inputs: &Inputs) -> Vec<Event> {
    let known = &inputs.registrations;
    let sections: Vec<_> = captures.sections.iter().filter(|other| other.day <= section.day).collect();
    let mut events: Vec<Event> = NETWORK.iter().filter_map(|entry| network(entry, section.day)).collect();
    events.extend(halving().filter(|day| *day <= section.day).map(halved));
    events.extend(inputs.claims.events(section.day, known));
    let registrations = known.all_until(section.named_block());
    events.extend(registrations.filter_map(|registration| registered(registration, known)));
    events.extend(sections.iter().rev().find_map(|section| started(section, known)).unwrap_or_default());
    events.extend(changes(&sections, known));
    events.sort_by(|a, b| a.day.cmp(&b.day));
    events
}

fn network((day, kind, what): &(&str, &str, &str), until: Day) -> Option<Event> {
    let known = day.parse::<Day>().is_ok_and(|day| day <= until);
    known.then(|| event(day, kind, None, None, (*what).to_owned(), CHAIN_DOCUMENTS))
}

fn halved(day: Day) -> Event {
    let what = "First halving, about this day: 3,600 TAO a day in place of 7,200 (computed from the TAO issued by 23 November, at one a block).";
    event(&day.to_string(), "halving", None, None, what.to_owned(), ISSUANCE)
}

/// A registration since subnets have tokens of their own.
fn registered(registration: &Registration, known: &Registrations) -> Option<Event> {
    let day = known.day(registration.block);
    let id = registration.id().filter(|_| TOKENS.parse().is_ok_and(|tokens: Day| day >= tokens))?;
    let what = match registration.generation {
        1 => format!("Slot {} is registered, the first time that is known.", registration.netuid),
        _ => format!("Slot {} is registered anew, by another holder.", registration.netuid),
    };
    Some(event(&day.to_string(), "registered", Some(id), Some(registration.block), what, CHAIN_DOCUMENTS))
}

/// The first block that paid each subnet, where the section says; `None` where it says nothing. A block
/// that several share is that of a change to all of them, and the start of none.
fn started(section: &CrossSection, known: &Registrations) -> Option<Vec<Event>> {
    let first = |row: &Row| row.first_emission;
    if !section.rows.iter().any(|row| first(row).is_some()) {
        return None;
    }
    let alone = |block: &u64| section.rows.iter().filter(|row| first(row) == Some(*block)).count() == 1;
    let event = |row: &Row| {
        let block = first(row).filter(alone)?;
        let id = known.holder(row.netuid, block)?.id()?;
        let day = known.day(block).to_string();
        let what = "Emission to the subnet begins.".to_owned();
        Some(event(&day, "started", Some(id), Some(block), what, &section.source()))
    };
    Some(section.rows.iter().filter_map(event).collect())
}

/// What holders of slots changed between captures: found on the day of the first capture that shows it.
/// Not every capture says everything, so each is compared with the last before it that says the same.
fn changes(sections: &[&CrossSection], known: &Registrations) -> Vec<Event> {
    let mut events = Vec::new();
    for (position, after) in sections.iter().enumerate() {
        for row in &after.rows {
            let Some(holder) = known.holder(row.netuid, after.block) else { continue };
            let Some(id) = holder.id() else { continue };
            let before = |says: fn(&Row) -> bool| {
                let held = sections[..position].iter().rev().filter(|before| holder.block <= before.block);
                let mut rows = held.flat_map(|before| before.rows.iter().map(|row| (before.day, row)));
                rows.find(|(_, was)| was.netuid == row.netuid && says(was))
            };
            let found = |kind: &str, what: String| {
                event(&after.day.to_string(), kind, Some(id), Some(after.block), what, &after.source())
            };
            if let Some((day, was)) = before(named).filter(|(_, was)| named(row) && was.name != row.name) {
                let (was, now, day) = (&was.name, &row.name, format::day(day));
                events.push(found(
                    "renamed",
                    format!(
                        "“{was}” is now called “{now}” (seen on this day; the name before was read on {day})."
                    ),
                ));
            }
            let owners = before(|was| was.owner.is_some())
                .and_then(|(_, was)| was.owner.as_ref().zip(row.owner.as_ref()));
            if owners.is_some_and(|(was, now)| was.coldkey != now.coldkey) {
                events.push(found(
                    "owner_changed",
                    "Another account owns the subnet (seen on this day).".to_owned(),
                ));
            }
        }
    }
    events
}

/// Whether a capture took a name from the chain: other names are a site's own labels. Having no name, or
/// one that says so, is no name.
fn named(row: &Row) -> bool {
    row.identity.is_some() && format::named(&row.name, row.netuid)
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::snapshot::wire::Owner;

    #[test]
    fn the_halving_is_when_ten_and_a_half_million_are_issued() {
        // 149,604.5 TAO were left on 23 November: 20.8 days at 7,200 a day.
        assert_eq!(halving().map(|day| day.to_string()).as_deref(), Some("2025-12-14"));
    }

    fn known() -> Registrations {
        Registrations::parse(
            r#"anchor = [{ block = 1000, time = "2026-01-01T00:00:00Z" }]
            registration = [
                { netuid = 1, generation = 1, block = 10 },
                { netuid = 2, generation = 1, block = 20 },
                { netuid = 3, generation = 1, block = 30 },
                { netuid = 3, generation = 2, block = 15500 },
            ]"#,
        )
        .unwrap()
    }

    /// A capture of so many days after 1 January, 7,200 blocks each.
    fn section(days: i32, rows: Vec<Row>) -> CrossSection {
        CrossSection {
            file: String::new(),
            captured_at: String::new(),
            day: "2026-01-01".parse::<Day>().unwrap().plus(days),
            block: 1000 + 7200 * u64::try_from(days).unwrap(),
            pinned: None,
            rows,
            root_tao: None,
            total_issuance: None,
        }
    }

    #[test]
    fn a_new_owner_is_told_on_the_day_of_the_first_capture_that_shows_it() {
        let row = |netuid, owner: &str, identity: bool| Row {
            netuid,
            owner: (!owner.is_empty()).then(|| Owner { coldkey: owner.to_owned(), hotkey: String::new() }),
            identity: identity.then(BTreeMap::new),
            ..Row::default()
        };
        let sections = [
            section(1, vec![row(1, "a", true), row(2, "a", true), row(3, "a", true)]),
            // Owners without identities, and one of them is not said.
            section(2, vec![row(1, "b", false), row(2, "", false), row(3, "a", false)]),
            section(3, vec![row(1, "b", true), row(2, "b", true), row(3, "b", true)]),
        ];
        let events = changes(&sections.iter().collect::<Vec<_>>(), &known());
        let told: Vec<_> = events.iter().map(|event| (event.subnet.as_deref(), event.day.as_str())).collect();
        let whose = "the third slot was registered anew between, so its owner did not change";
        assert_eq!(told, [(Some("1.r1"), "2026-01-03"), (Some("2.r1"), "2026-01-04")], "{whose}");
        assert!(events.iter().all(|event| event.kind == "owner_changed"));
    }

    #[test]
    fn names_are_compared_where_the_chain_gave_them_and_nobody_was_called_nothing() {
        let row = |netuid, name: &str, identity: bool| Row {
            netuid,
            name: name.to_owned(),
            identity: identity.then(BTreeMap::new),
            ..Row::default()
        };
        let sections = [
            section(1, vec![row(1, "a", true), row(2, "Unknown", true)]),
            section(2, vec![row(1, "a site’s", false), row(2, "a site’s", false)]),
            section(3, vec![row(1, "b", true), row(2, "b", true)]),
            section(4, vec![row(1, "", true), row(2, "none", true)]),
            section(5, vec![row(1, "c", true), row(2, "b", true)]),
        ];
        let events = changes(&sections.iter().collect::<Vec<_>>(), &known());
        let told: Vec<_> = events.iter().map(|event| (event.day.as_str(), event.what.as_str())).collect();
        let sentences = [
            "“a” is now called “b” (seen on this day; the name before was read on 2 Jan 2026).",
            "“b” is now called “c” (seen on this day; the name before was read on 4 Jan 2026).",
        ];
        assert_eq!(told, [("2026-01-04", sentences[0]), ("2026-01-06", sentences[1])]);
    }

    #[test]
    fn a_start_that_many_share_is_none() {
        let known = known();
        let row = |netuid, first_emission| Row { netuid, first_emission, ..Row::default() };
        let section = |rows| section(1, rows);
        let all = section(vec![row(1, Some(1000)), row(2, Some(1000)), row(3, Some(1100))]);
        let events = started(&all, &known).unwrap();
        assert_eq!(events.iter().map(|event| event.subnet.as_deref()).collect::<Vec<_>>(), [Some("3.r1")]);
        assert_eq!(started(&section(vec![row(1, None)]), &known), None);
    }
}
