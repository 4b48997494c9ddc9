//! Where everything comes from, with terms and dates.

use super::capture::cross_section::CrossSection;
use super::captures::Captures;
use super::shipped;
use crate::model::Day;
use crate::snapshot::wire::Source;

/// Daily spot prices of 2025.
pub const DAILY: &str = "prices-daily-2025";
/// The TAO price in dollars.
pub const TAO_USD: &str = "tao-usd";
/// Daily points of some subnets.
pub const TRAJECTORIES: &str = "trajectories";
/// The chain's own events, from its documents and code.
pub const CHAIN_DOCUMENTS: &str = "chain-documents";
/// The registry of surfaces.
pub const SURFACES: &str = "surfaces";
/// The claims ledger.
pub const CLAIMS: &str = "claims";
const METAGRAPHED: &str = "https://github.com/JSONbored/metagraphed";
const CHAIN: &str = "https://github.com/RaoFoundation/subtensor";
const COPYLEFT: &str = "AGPL-3.0-or-later; facts only";

/// Id of the catalogue of classes.
pub fn categories_id(captures: &Captures) -> Option<String> {
    captures.categories.as_ref().map(|categories| format!("categories-{}", categories.day))
}

/// Id of a capture of repositories.
pub fn repositories_id(day: Day) -> String {
    format!("repositories-{day}")
}

/// Id of a run of the prober.
pub fn probes_id(day: Day) -> String {
    format!("probes-{day}")
}

/// The sources of one snapshot.
pub fn list(section: &CrossSection, captures: &Captures) -> Vec<Source> {
    let mut sources: Vec<Source> =
        captures.sections.iter().filter(|other| other.day <= section.day).map(chain).collect();
    sources.reverse();
    if let (Some(id), Some(categories)) = (categories_id(captures), &captures.categories) {
        sources.push(source(
            id,
            "Catalogue of C. Roessler, as kept in pkoellinger/bittensor-subnet-price-correlates",
            "https://github.com/pkoellinger/bittensor-subnet-price-correlates",
            None,
            Some(categories.day.to_string()),
        ));
    }
    if !captures.closes.is_empty() {
        sources.push(source(
            DAILY.to_owned(),
            "Daily prices sampled from the chain, alexlange1/alphamind-transparency and alexlange1/backtesting",
            "https://github.com/alexlange1/alphamind-transparency",
            None,
            captures.closes.iter().map(|close| close.day).max().map(|day| day.to_string()),
        ));
    }
    if let Some(day) = captures.trajectories.iter().map(|point| point.day).max() {
        let name = "Daily points of single subnets, as recorded by metagraphed";
        sources.push(source(
            TRAJECTORIES.to_owned(),
            name,
            METAGRAPHED,
            Some(COPYLEFT),
            Some(day.to_string()),
        ));
    }
    if let Some((_, at)) = &captures.tao_usd {
        let name = "Median of wrapped-TAO pools, via metagraphed";
        sources.push(source(TAO_USD.to_owned(), name, METAGRAPHED, Some(COPYLEFT), Some(at.clone())));
    }
    if shipped::had_searched(section, captures) {
        sources.extend(searches(captures));
    }
    let name = "Documentation and code of the chain";
    sources.push(source(CHAIN_DOCUMENTS.to_owned(), name, CHAIN, None, None));
    // The site owner's own table, so there is nowhere to link to.
    sources.push(Source {
        id: CLAIMS.to_owned(),
        name: "Claims ledger of this site".to_owned(),
        url: None,
        licence: None,
        captured_at: None,
    });
    sources
}

/// Where evidence was searched for.
fn searches(captures: &Captures) -> Vec<Source> {
    let metagraphed = |id, name, day: Option<Day>| {
        source(id, name, METAGRAPHED, Some(COPYLEFT), day.map(|day| day.to_string()))
    };
    let repositories = captures.repositories.as_ref().map(|found| {
        metagraphed(
            repositories_id(found.day),
            "Repositories on GitHub, as captured by metagraphed",
            Some(found.day),
        )
    });
    let probes = captures.probes.as_ref().map(|found| {
        metagraphed(probes_id(found.day), "Probes of surfaces by metagraphed’s prober", Some(found.day))
    });
    let registry = metagraphed(SURFACES.to_owned(), "Registry of surfaces of metagraphed", None);
    repositories.into_iter().chain([registry]).chain(probes).collect()
}

fn chain(section: &CrossSection) -> Source {
    let name = format!("Bittensor chain at block {}, as captured by metagraphed", section.block);
    source(section.source(), &name, METAGRAPHED, Some(COPYLEFT), Some(section.captured_at.clone()))
}

fn source(id: String, name: &str, url: &str, licence: Option<&str>, captured_at: Option<String>) -> Source {
    Source {
        id,
        name: name.to_owned(),
        url: Some(url.to_owned()),
        licence: licence.map(str::to_owned),
        captured_at,
    }
}
