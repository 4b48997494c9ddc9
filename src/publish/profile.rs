//! Everything about one registration that is no column.

use super::capture::cross_section::CrossSection;
use super::captures::Captures;
use super::held::Held;
use super::inputs::Inputs;
use super::shipped::Shipped;
use super::{Registration, Registrations, links};
use crate::format;
use crate::model::Day;
use crate::snapshot::wire;

/// The profile of a subnet that holds its slot.
pub fn current(
    held: &Held<'_>,
    shipped: &Shipped,
    section: &CrossSection,
    captures: &Captures,
    inputs: &Inputs,
    claims: &[wire::Claim],
) -> wire::Profile {
    let identity = held.row.identity.clone().unwrap_or_default();
    let mut notes = Vec::new();
    if held.row.identity.is_none() {
        notes.push(match last_named(held.registration, section, captures) {
            Some((day, _)) => format!(
                "This capture does not hold identities; the name is the one read on {}.",
                format::day(day)
            ),
            None => "This capture does not hold identities, and no name was read before it.".to_owned(),
        });
    }
    notes.extend(shipped.notes.clone());
    let mut links = links::from_identity(&identity);
    for link in &shipped.links {
        if !links.iter().any(|other| other.url.trim_end_matches('/') == link.url.trim_end_matches('/')) {
            links.push(link.clone());
        }
    }
    let about = inputs.abouts.of(held.id.netuid(), held.registration.block).map(str::to_owned);
    wire::Profile {
        links,
        evidence: shipped.evidence.clone(),
        rungs: shipped.rungs.clone(),
        identity,
        owner: held.row.owner.clone(),
        about,
        notes,
        ..bare(held.registration, section, captures, &inputs.registrations, claims)
    }
}

/// The profile of a registration that only its history is known of.
pub fn former(
    registration: &Registration,
    section: &CrossSection,
    captures: &Captures,
    inputs: &Inputs,
    claims: &[wire::Claim],
) -> wire::Profile {
    let about = inputs.abouts.of(registration.netuid, registration.block).map(str::to_owned);
    wire::Profile { about, ..bare(registration, section, captures, &inputs.registrations, claims) }
}

fn bare(
    registration: &Registration,
    section: &CrossSection,
    captures: &Captures,
    known: &Registrations,
    claims: &[wire::Claim],
) -> wire::Profile {
    let id = id_text(registration);
    let claims = claims.iter().filter(|claim| claim.subnet.as_ref() == Some(&id));
    wire::Profile {
        claims: claims.map(|claim| claim.id.clone()).collect(),
        id,
        about: None,
        identity: Default::default(),
        links: Vec::new(),
        generations: generations(registration.netuid, section, captures, known),
        owner: None,
        evidence: Vec::new(),
        rungs: Vec::new(),
        notes: Vec::new(),
    }
}

fn id_text(registration: &Registration) -> String {
    registration.id().map(|id| id.to_string()).unwrap_or_default()
}

/// Every registration of the slot that a snapshot can know of.
fn generations(
    netuid: u16,
    section: &CrossSection,
    captures: &Captures,
    known: &Registrations,
) -> Vec<wire::Generation> {
    let slot = known.until(netuid, section.named_block());
    let generation = |(index, registration): (usize, &Registration)| wire::Generation {
        id: id_text(registration),
        registered_at_block: registration.block,
        registered_on: known.day(registration.block).to_string(),
        name: last_named(registration, section, captures).map(|(_, name)| name).unwrap_or_default(),
        until_block: slot.get(index + 1).map(|next| next.block),
    };
    slot.iter().enumerate().map(generation).collect()
}

/// The last name a registration was seen with, up to the snapshot, and the day of that.
pub(super) fn last_named(
    registration: &Registration,
    section: &CrossSection,
    captures: &Captures,
) -> Option<(Day, String)> {
    let until = captures.sections.iter().filter(|other| other.day <= section.day);
    let seen = until.rev().find_map(|other| {
        let row = other.rows.iter().find(|row| row.netuid == registration.netuid)?;
        (row.registered_at_block == Some(registration.block)).then(|| (other.day, row.name.clone()))
    });
    let listed = || {
        let day = registration.seen.as_ref()?.parse().ok().filter(|day| *day <= section.day)?;
        Some((day, registration.name.clone()?))
    };
    seen.or_else(listed).filter(|(_, name)| !name.is_empty())
}
