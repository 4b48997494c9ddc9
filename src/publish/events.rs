//! What happened to the network and its subnets, up to the day of a snapshot.

use std::collections::BTreeMap;

use super::capture::cross_section::{CrossSection, Row};
use super::captures::Captures;
use super::flag::Flags;
use super::sources::CHAIN_DOCUMENTS;
use super::{Registration, Registrations};
use crate::format::shown_name;
use crate::model::Day;
use crate::snapshot::wire::Event;

/// Day, kind, block and sentence of what changed for all. Where only the month is known, the day is
/// its first and the sentence says so.
const NETWORK: [(&str, &str, Option<u64>, &str); 6] = [
    ("2025-02-13", "launch", Some(4_920_351), "Subnets got tokens of their own, priced by pools."),
    ("2025-02-13", "rule", Some(4_920_351), "Emission is divided by moving prices from here on."),
    (
        "2025-11-01",
        "rule",
        None,
        "During this month (the day is not known) emission came to be divided by the flow of stake.",
    ),
    (
        "2025-12-01",
        "halving",
        None,
        "During this month (the day is not known) the network’s emission was halved to 3,600 τ a day.",
    ),
    (
        "2026-06-23",
        "rule",
        Some(8_466_530),
        "The average of flows stopped; emission is divided by prices again, less the part that miners burn.",
    ),
    (
        "2026-07-27",
        "rule",
        None,
        "A gate was added that takes emission from low shares and gives it to high ones.",
    ),
];
/// So many slots in a row at one block are a list that was filled in later, not registrations.
const BACKFILL: usize = 3;

/// Every event up to a cross-section, oldest first.
pub fn until(section: &CrossSection, captures: &Captures, known: &Registrations) -> Vec<Event> {
    let mut events = network(section.day);
    let real =
        known.all_until(section.named_block()).filter(|registration| !is_backfill(registration, known));
    events.extend(real.map(|registration| registered(registration, section, known)));
    let captured: Vec<_> = captures.sections.iter().filter(|other| other.day <= section.day).collect();
    for pair in captured.windows(2) {
        events.extend(owners(pair[0], pair[1], known));
    }
    // Names are compared between captures of one kind: an index may spell them differently.
    let named: Vec<_> = captured.into_iter().filter(|section| section.has_identities()).collect();
    for pair in named.windows(2) {
        events.extend(renamed(pair[0], pair[1], known));
    }
    events.sort_by(|a, b| (&a.day, a.block, &a.subnet, &a.kind).cmp(&(&b.day, b.block, &b.subnet, &b.kind)));
    events
}

/// Names registrations that are none, for whoever publishes.
pub fn remark_backfills(known: &Registrations, flags: &mut Flags) {
    for registration in known.all_until(u64::MAX).filter(|registration| is_backfill(registration, known)) {
        let what =
            format!("{BACKFILL} or more slots in a row have block {}; it is no event", registration.block);
        let row = format!("netuid {}", registration.netuid);
        flags.remark("backfill", "generations.toml", row, "block", what);
    }
}

fn network(until: Day) -> Vec<Event> {
    let past = NETWORK.iter().filter(|(day, ..)| day.parse().is_ok_and(|day: Day| day <= until));
    past.map(|(day, kind, block, what)| Event {
        day: (*day).to_owned(),
        kind: (*kind).to_owned(),
        subnet: None,
        block: *block,
        what: (*what).to_owned(),
        source: Some(CHAIN_DOCUMENTS.to_owned()),
    })
    .collect()
}

fn is_backfill(registration: &Registration, known: &Registrations) -> bool {
    let same = |netuid: &u16| known.exact(*netuid, registration.block).is_ok();
    let below = (1..registration.netuid).rev().take_while(same).count();
    let above = (registration.netuid + 1..).take_while(same).count();
    below + above + 1 >= BACKFILL
}

fn registered(registration: &Registration, section: &CrossSection, known: &Registrations) -> Event {
    let Registration { netuid, generation, block, .. } = *registration;
    let what = match generation {
        1 => format!("Slot {netuid} was registered, as far back as is known."),
        _ => format!("Slot {netuid} was registered anew; whoever held it before has lost it."),
    };
    Event {
        day: known.day(block).to_string(),
        kind: "registered".to_owned(),
        subnet: registration.id().map(|id| id.to_string()),
        block: Some(block),
        what,
        source: Some(section.source()),
    }
}

/// Rows of two captures that are of one registration.
fn pairs<'a>(
    before: &'a CrossSection,
    after: &'a CrossSection,
    known: &'a Registrations,
) -> impl Iterator<Item = (&'a Registration, &'a Row, &'a Row)> {
    let rows: BTreeMap<u16, &Row> = before.rows.iter().map(|row| (row.netuid, row)).collect();
    after.rows.iter().filter_map(move |row| {
        let (then, now) = (known.holder(row.netuid, before.block)?, known.holder(row.netuid, after.block)?);
        (then.block == now.block).then_some((now, *rows.get(&row.netuid)?, row))
    })
}

fn renamed(before: &CrossSection, after: &CrossSection, known: &Registrations) -> Vec<Event> {
    let changed = pairs(before, after, known).filter(|(_, then, now)| then.name != now.name);
    changed
        .map(|(registration, then, now)| {
            let names = (shown_name(&then.name, then.netuid), shown_name(&now.name, now.netuid));
            let what = format!("“{}” became “{}”, {}.", names.0, names.1, between(before, after));
            change("renamed", registration, what, after)
        })
        .collect()
}

fn owners(before: &CrossSection, after: &CrossSection, known: &Registrations) -> Vec<Event> {
    let changed = pairs(before, after, known).filter_map(|(registration, then, now)| {
        let (then, now) = (then.owner.as_ref()?, now.owner.as_ref()?);
        (then.coldkey != now.coldkey).then_some((registration, &then.coldkey, &now.coldkey))
    });
    changed
        .map(|(registration, then, now)| {
            let what = format!("The owner’s account {then} gave way to {now}, {}.", between(before, after));
            change("owner_changed", registration, what, after)
        })
        .collect()
}

fn between(before: &CrossSection, after: &CrossSection) -> String {
    format!("at some time between the captures of {} and {}", before.day, after.day)
}

fn change(kind: &str, registration: &Registration, what: String, after: &CrossSection) -> Event {
    Event {
        day: after.day.to_string(),
        kind: kind.to_owned(),
        subnet: registration.id().map(|id| id.to_string()),
        block: None,
        what,
        source: Some(after.source()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_filled_in_later_are_no_registrations() {
        let table = |blocks: [u64; 4]| {
            let slots = blocks.iter().zip(1..).map(|(block, netuid)| {
                format!("[[registration]]\nnetuid = {netuid}\ngeneration = 1\nblock = {block}\n")
            });
            let anchor = "[[anchor]]\nblock = 1\ntime = \"2026-01-01T00:00:00Z\"\n";
            Registrations::parse(&(anchor.to_owned() + &slots.collect::<String>())).unwrap()
        };
        let backfilled = |blocks| {
            let mut flags = Flags::default();
            remark_backfills(&table(blocks), &mut flags);
            flags.0.len()
        };
        assert_eq!(backfilled([10, 11, 12, 13]), 0);
        assert_eq!(backfilled([10, 10, 12, 13]), 0);
        assert_eq!(backfilled([10, 12, 12, 12]), 3);
    }

    #[test]
    fn the_future_is_no_event() {
        let days = |until: &str| network(until.parse().unwrap()).len();
        assert_eq!(days("2025-02-12"), 0);
        assert_eq!(days("2026-06-14"), 4);
        assert_eq!(days("2026-08-07"), NETWORK.len());
    }
}
