//! What each subnet has shipped: which repositories and surfaces are its own, and what they
//! prove, rung by rung.
//!
//! Two rules run through all of it. Evidence belongs to a registration: what is older than that
//! does not count. And “none found” needs a search made while the registration held the slot;
//! otherwise nobody has searched.

mod activity;
mod code;
mod outside;
mod own;
mod product;
mod release;
mod sharing;
mod work;

use std::collections::BTreeMap;

use super::capture::cross_section::CrossSection;
use super::capture::probes::Probes;
use super::capture::repositories::Repositories;
use super::captures::Captures;
use super::held::Held;
use super::inputs::Inputs;
use super::sources;
use crate::format;
use crate::model::{Day, Ladder, Rung, RungState};
use crate::snapshot::wire;

use own::Own;

/// What is found on one rung.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    state: RungState,
    evidence: Vec<wire::Evidence>,
    why: Option<String>,
    /// The first day that the search can have seen, where it has one.
    since: Option<Day>,
}

impl Found {
    fn new(state: RungState, evidence: Vec<wire::Evidence>, why: impl Into<String>) -> Self {
        Self { why: Some(why.into()), ..Self::satisfied(evidence).standing(state) }
    }

    fn satisfied(evidence: Vec<wire::Evidence>) -> Self {
        Self { state: RungState::Satisfied, evidence, why: None, since: None }
    }

    fn standing(self, state: RungState) -> Self {
        Self { state, ..self }
    }

    fn since(self, day: Day) -> Self {
        Self { since: Some(day), ..self }
    }

    fn nothing(state: RungState, why: impl Into<String>) -> Self {
        Self::new(state, Vec::new(), why)
    }
}

/// The searches that had been made by the day of a snapshot.
struct Searches<'a> {
    /// Day of the snapshot.
    day: Day,
    repositories: &'a Repositories,
    probes: &'a Probes,
    /// Day of the older of the two: what is registered later was not searched.
    on: Day,
}

impl<'a> Searches<'a> {
    fn by(day: Day, captures: &'a Captures) -> Option<Self> {
        let repositories = captures.repositories.as_ref().filter(|found| found.day <= day)?;
        let probes = captures.probes.as_ref().filter(|found| found.day <= day)?;
        Some(Self { day, repositories, probes, on: repositories.day.min(probes.day) })
    }
}

/// One subnet on the ladder, with everything its profile says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shipped {
    /// States of the rungs.
    pub ladder: Ladder,
    /// Evidence, lowest rung first.
    pub evidence: Vec<wire::Evidence>,
    /// Day of search and remark for each rung.
    pub rungs: Vec<wire::RungNote>,
    /// Remarks on whose the surfaces are.
    pub notes: Vec<String>,
    /// Links to official surfaces.
    pub links: Vec<wire::Link>,
}

/// What all subnets of a snapshot have shipped.
#[derive(Debug)]
pub struct AllShipped {
    /// One a row.
    pub rows: Vec<Shipped>,
    /// Columns of activity and surfaces; empty when nothing had been searched.
    pub columns: BTreeMap<String, wire::MetricColumn>,
    /// Day of the search, if there was one.
    pub searched_on: Option<Day>,
    /// Slots whose repositories lie with one account, a list a team.
    pub teams: Vec<Vec<u16>>,
    /// Slots all of whose repositories are among those of another, and that other.
    pub repeated: BTreeMap<u16, u16>,
}

/// Searches the captures for what the subnets of a cross-section have shipped.
pub fn search(
    section: &CrossSection,
    rows: &[Held<'_>],
    captures: &Captures,
    inputs: &Inputs,
    claims: &[wire::Claim],
) -> AllShipped {
    let searches = Searches::by(section.day, captures);
    let owns: Vec<Own<'_>> = rows
        .iter()
        .map(|held| {
            Own::of(
                held,
                captures.listings.get(&held.id.netuid()),
                inputs.registrations.day(held.registration.block),
                section.source(),
            )
        })
        .collect();
    let shared = sharing::accounts(rows, &owns);
    let mut shipped = Vec::with_capacity(rows.len());
    for (held, own) in rows.iter().zip(&owns) {
        let reached = searches.as_ref().filter(|searches| own.registered_on <= searches.on);
        let mut found = match reached {
            Some(searches) => climb(own, searches),
            None => unsearched(own, searches.as_ref()),
        };
        found.push(outside::use_(held, claims));
        found.push(outside::revenue(own, searches.is_some()));
        let mut row = noted(found, reached.map(|searches| searches.on));
        sharing::mark(&mut row.evidence, held.id.netuid(), &shared);
        if searches.is_some() {
            row.notes = own.notes.clone();
            row.links = own.links();
        }
        shipped.push(row);
    }
    let (columns, teams, repeated) = match &searches {
        Some(searches) => (
            activity::columns(&owns, searches),
            sharing::teams(&shared),
            sharing::repeated(rows, &owns, searches.repositories),
        ),
        None => Default::default(),
    };
    AllShipped { rows: shipped, columns, searched_on: searches.map(|searches| searches.on), teams, repeated }
}

/// The three rungs that a search can settle.
fn climb(own: &Own<'_>, searches: &Searches<'_>) -> Vec<Found> {
    let counting = own.counting(searches.repositories);
    vec![
        code::public_code(own, &counting),
        release::release(own, &counting, searches),
        product::product(own, searches),
    ]
}

fn unsearched(own: &Own<'_>, searches: Option<&Searches<'_>>) -> Vec<Found> {
    let why = match searches {
        Some(searches) => format!(
            "Registered on {}, after the search of {}; whatever was found then was an earlier holder’s.",
            format::day(own.registered_on),
            format::day(searches.on)
        ),
        None => "Nothing had been searched by the day of this snapshot.".to_owned(),
    };
    vec![Found::nothing(RungState::NotSearched, why); 3]
}

fn noted(found: Vec<Found>, searched_on: Option<Day>) -> Shipped {
    let mut ladder = Ladder::NOT_SEARCHED;
    let mut rungs = Vec::new();
    let mut evidence = Vec::new();
    for (rung, found) in Rung::ALL.into_iter().zip(found) {
        ladder.0[rung as usize] = found.state;
        let was_searched = !matches!(found.state, RungState::NotSearched) && rung <= Rung::ReachableProduct;
        rungs.push(wire::RungNote {
            rung: rung.id().to_owned(),
            state: found.state.id().to_owned(),
            searched_on: searched_on.filter(|_| was_searched).map(|day| day.to_string()),
            since: found.since.filter(|_| was_searched).map(|day| day.to_string()),
            why: found.why,
        });
        evidence.extend(found.evidence);
    }
    Shipped { ladder, evidence, rungs, notes: Vec::new(), links: Vec::new() }
}

/// An item of evidence; a link that is not safe is left out.
fn item(
    rung: Rung,
    what: String,
    link: Option<&str>,
    day: Option<Day>,
    grade: &str,
    source: &str,
) -> wire::Evidence {
    wire::Evidence {
        rung: rung.id().to_owned(),
        what,
        link: link.and_then(super::links::public_link),
        day: day.map(|day| day.to_string()),
        grade: grade.to_owned(),
        source: source.to_owned(),
        shared_with: Vec::new(),
    }
}

/// Ids of sources that evidence names.
fn repositories_id(day: Day) -> String {
    format!("{}-{day}", sources::REPOSITORIES)
}

fn probes_id(day: Day) -> String {
    format!("{}-{day}", sources::PROBES)
}
