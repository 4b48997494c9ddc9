//! What happened, as marks for a chart.

use crate::format;
use crate::model::{Day, SubnetId, SubnetRef};
use crate::snapshot::wire::{Event, Events};

/// Longest label: a sentence or two. Charts number what has no room in them, and list it in full.
const LABEL: usize = 240;

/// What happened to the whole network.
pub fn of_network(events: &Events) -> Vec<(Day, String)> {
    events.events.iter().filter(|event| event.subnet.is_none()).filter_map(mark).collect()
}

/// What happened to the network, and to one registration of a subnet.
pub fn of_subnet(events: &Events, id: SubnetId) -> Vec<(Day, String)> {
    let concerns = |event: &&Event| match &event.subnet {
        None => true,
        Some(subnet) => subnet.parse().is_ok_and(|subject: SubnetRef| subject.means(id)),
    };
    events.events.iter().filter(concerns).filter_map(mark).collect()
}

/// When the rule changed that divides the emission, or how much there is to divide.
pub fn of_emission_rule(events: &Events) -> Vec<Day> {
    let rules = events.events.iter().filter(|event| matches!(event.kind.as_str(), "rule" | "halving"));
    rules.filter_map(|event| event.day.parse().ok()).collect()
}

fn mark(event: &Event) -> Option<(Day, String)> {
    Some((event.day.parse().ok()?, format::shown_text(&event.what, LABEL)))
}
