//! What happened, as marks for a chart.

use crate::compute::search::folded;
use crate::format;
use crate::model::{Day, SubnetId, SubnetRef};
use crate::snapshot::Snapshot;
use crate::snapshot::wire::{Event, Events};

/// Longest label: a sentence or two. Charts number what has no room in them, and list it in full.
const LABEL: usize = 240;
/// Longest sentence in a list.
const SENTENCE: usize = 300;

/// What happened to the whole network.
pub fn of_network(events: &Events) -> Vec<(Day, String)> {
    events.events.iter().filter(|event| event.subnet.is_none()).filter_map(mark).collect()
}

/// What happened to the network, and to one registration of a subnet.
pub fn of_subnet(events: &Events, id: SubnetId) -> Vec<(Day, String)> {
    let told = events.events.iter().filter(|event| event.subnet.is_none() || concerns(event, id));
    told.filter_map(mark).collect()
}

/// What happened to one registration itself, oldest first: day, kind, sentence.
pub fn of_registration(events: &Events, id: SubnetId) -> Vec<(Day, String, String)> {
    let own = events.events.iter().filter(|event| concerns(event, id));
    own.filter_map(|event| {
        Some((event.day.parse().ok()?, kind(event), format::shown_text(&event.what, SENTENCE)))
    })
    .collect()
}

/// Whether one registration is known to have had another owner or another name. What it received in all
/// is then not all its present holder's.
pub fn changed_hands(events: &Events, id: SubnetId) -> bool {
    const CHANGES: [&str; 3] = ["sold", "owner_changed", "renamed"];
    let mut own = events.events.iter().filter(|event| concerns(event, id));
    own.any(|event| CHANGES.contains(&event.kind.as_str()))
}

/// When the rule changed that divides the emission, or how much there is to divide.
pub fn of_emission_rule(events: &Events) -> Vec<Day> {
    let rules = events.events.iter().filter(|event| matches!(event.kind.as_str(), "rule" | "halving"));
    rules.filter_map(|event| event.day.parse().ok()).collect()
}

/// What changed for the whole network, oldest first: its rules, and how much there is to divide.
pub fn rules(events: &Events) -> impl Iterator<Item = &Event> {
    events.events.iter().filter(|event| event.subnet.is_none())
}

/// Events of one kind, or all, newest first.
pub fn newest<'a>(events: &'a Events, kind: Option<&str>) -> impl Iterator<Item = &'a Event> {
    events.events.iter().rev().filter(move |event| kind.is_none_or(|kind| event.kind == kind))
}

/// The row of the subnet that an event is of, as long as its registration stands.
pub fn row(event: &Event, snapshot: &Snapshot) -> Option<usize> {
    snapshot.row(event.subnet.as_deref()?.parse().ok()?)
}

/// New names of single subnets of which one, the old or the new, holds `words`, newest first; none of subnets
/// that are called so today, which a search for names finds.
pub fn naming<'a>(events: &'a Events, snapshot: &Snapshot, words: &str) -> impl Iterator<Item = &'a Event> {
    let words = folded(words.trim());
    let told = move |name: &str| !words.is_empty() && folded(name).contains(&words);
    newest(events, Some("renamed")).filter(move |event| {
        let today = row(event, snapshot).map(|row| snapshot.subnets[row].name.as_str());
        let mut names = event.what.split('“').skip(1).filter_map(|name| name.split('”').next());
        event.subnet.is_some() && names.any(&told) && !today.is_some_and(&told)
    })
}

/// The day of an event, as far as it is one.
pub fn day(event: &Event) -> String {
    event.day.parse().map_or_else(|_| format::shown_text(&event.day, LABEL), format::day)
}

/// The kind of an event in words.
pub fn kind(event: &Event) -> String {
    format::shown_text(&event.kind.replace('_', " "), LABEL)
}

/// What an event is of, by its identifier: a registration, or the network.
pub fn whose(event: &Event) -> String {
    format::shown_text(event.subnet.as_deref().unwrap_or("network"), LABEL)
}

/// The kinds there are, with how many events each has, in the order in which they come up.
pub fn kinds(events: &Events) -> Vec<(String, usize)> {
    let mut kinds: Vec<(String, usize)> = Vec::new();
    for event in &events.events {
        match kinds.iter_mut().find(|(kind, _)| *kind == event.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((event.kind.clone(), 1)),
        }
    }
    kinds
}

fn concerns(event: &Event, id: SubnetId) -> bool {
    let subject = event.subnet.as_deref().and_then(|subnet| subnet.parse().ok());
    subject.is_some_and(|subject: SubnetRef| subject.means(id))
}

fn mark(event: &Event) -> Option<(Day, String)> {
    Some((event.day.parse().ok()?, format::shown_text(&event.what, LABEL)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_told_from_what_happened_to_subnets() {
        let event = |day: &str, kind: &str, subnet: Option<&str>| serde_json::json!({ "day": day, "kind": kind, "subnet": subnet, "what": "x" });
        let events: Events = serde_json::from_value(serde_json::json!({ "events": [
            event("2025-11-01", "rule", None),
            event("2025-12-14", "halving", None),
            event("2026-07-01", "renamed", Some("4.r1")),
            event("2026-07-27", "rule", None),
            event("2026-08-07", "renamed", Some("8.r1")),
        ] }))
        .unwrap();
        let days = |found: Vec<&Event>| found.into_iter().map(|event| event.day.clone()).collect::<Vec<_>>();
        assert_eq!(days(rules(&events).collect()), ["2025-11-01", "2025-12-14", "2026-07-27"]);
        assert_eq!(days(newest(&events, Some("renamed")).collect()), ["2026-08-07", "2026-07-01"]);
        assert_eq!(newest(&events, None).count(), 5);
        assert_eq!(newest(&events, Some("sold")).count(), 0);
        let kinds: Vec<_> = kinds(&events);
        assert_eq!(kinds, [("rule".to_owned(), 2), ("halving".to_owned(), 1), ("renamed".to_owned(), 2)]);
    }

    #[test]
    fn a_former_name_is_found_and_one_of_today_is_left_to_the_search_for_names() {
        let snapshot = crate::snapshot::fixture::snapshot();
        let event = |kind: &str, subnet: Option<&str>, what: &str| serde_json::json!({ "day": "2026-08-07", "kind": kind, "subnet": subnet, "what": what });
        let events: Events = serde_json::from_value(serde_json::json!({ "events": [
            event("renamed", None, "“Gamma” is a letter."),
            event("renamed", Some("64.r1"), "“gamma_small” is now called “Chutes”."),
            event("started", Some("64.r1"), "Emission to “gamma” begins."),
            event("renamed", Some("64.r0"), "“Gamma ray” is now called “Beta”."),
        ] }))
        .unwrap();
        let found = |words: &str| {
            naming(&events, &snapshot, words).map(|event| event.subnet.as_deref()).collect::<Vec<_>>()
        };
        assert_eq!(found(" gamma"), [Some("64.r0"), Some("64.r1")]);
        assert_eq!(found("Chutes"), [], "it is called so");
        assert!(["", "delta", "is now", "emission"].iter().all(|words| found(words).is_empty()));
    }

    #[test]
    fn a_sale_a_new_owner_and_a_new_name_are_told_and_a_registration_is_no_change_of_hands() {
        let event = |day: &str, kind: &str, subnet: Option<&str>| Event {
            day: day.to_owned(),
            kind: kind.to_owned(),
            subnet: subnet.map(str::to_owned),
            block: None,
            what: format!("What {kind} is."),
            source: None,
        };
        let events = Events {
            events: vec![
                event("2025-02-13", "launch", None),
                event("2025-03-01", "registered", Some("10.r1")),
                event("2026-02-27", "sold", Some("11.r1")),
                event("2026-08-07", "owner_changed", Some("10.r1")),
            ],
        };
        let id = |text: &str| text.parse::<SubnetId>().unwrap();
        let told: Vec<_> =
            of_registration(&events, id("10.r1")).into_iter().map(|(_, kind, _)| kind).collect();
        assert_eq!(told, ["registered", "owner changed"]);
        assert_eq!(of_subnet(&events, id("10.r1")).len(), 3, "and what happened to the network");
        assert!(changed_hands(&events, id("10.r1")) && changed_hands(&events, id("11.r1")));
        assert!(!changed_hands(&events, id("12.r1")) && !changed_hands(&events, id("10.r2")));
    }
}
