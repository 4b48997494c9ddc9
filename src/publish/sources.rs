//! Where everything comes from, with terms and dates.

use super::capture::cross_section::CrossSection;
use super::captures::Captures;
use crate::format::{self, Locale};
use crate::registry::Style;
use crate::snapshot::CLAIMS;
use crate::snapshot::wire::Source;

/// Daily spot prices of 2025.
pub const DAILY: &str = "prices-daily-2025";
/// The TAO price in dollars.
pub const TAO_USD: &str = "tao-usd";
/// The TAO price in dollars, day by day.
pub const TAO_USD_DAILY: &str = "tao-usd-daily";
/// TAO that flowed into stakes; a day follows.
pub const STAKE_FLOW: &str = "stake-flow";
/// Daily points of some subnets.
pub const TRAJECTORIES: &str = "trajectories";
/// The chain's own events, from its documents and code.
pub const CHAIN_DOCUMENTS: &str = "chain-documents";
/// TAO issued so far, by which the day of the halving is computed.
pub const ISSUANCE: &str = "issuance-2025-11";
/// Repositories as their host shows them; a day follows.
pub const REPOSITORIES: &str = "repositories";
/// Answers of surfaces to a prober; a day follows.
pub const PROBES: &str = "probes";
/// Surfaces by subnet.
pub const SURFACES: &str = "surfaces";
const METAGRAPHED: &str = "https://github.com/JSONbored/metagraphed";
const COPYLEFT: &str = "AGPL-3.0-or-later; facts only";

/// Id of the catalogue of classes.
pub fn categories_id(captures: &Captures) -> Option<String> {
    captures.categories.as_ref().map(|categories| format!("categories-{}", categories.day))
}

/// The sources of one snapshot; `claims` is whether its ledger of claims has any.
pub fn list(section: &CrossSection, captures: &Captures, claims: bool) -> Vec<Source> {
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
    if let Some(found) = captures.repositories.as_ref().filter(|found| found.day <= section.day) {
        let name = "Repositories as GitHub shows them, as captured by metagraphed";
        let day = found.day.to_string();
        sources.push(source(format!("{REPOSITORIES}-{day}"), name, METAGRAPHED, Some(COPYLEFT), Some(day)));
    }
    if let Some(found) = captures.probes.as_ref().filter(|found| found.day <= section.day) {
        let name = "Answers of public surfaces to metagraphed’s prober";
        let day = found.day.to_string();
        sources.push(source(
            SURFACES.to_owned(),
            "Public surfaces of subnets, as listed by metagraphed",
            METAGRAPHED,
            Some(COPYLEFT),
            Some(day.clone()),
        ));
        sources.push(source(format!("{PROBES}-{day}"), name, METAGRAPHED, Some(COPYLEFT), Some(day)));
    }
    if let Some(day) = captures.trajectories.iter().map(|point| point.day).max() {
        let name = "Daily points of single subnets, as recorded by metagraphed";
        let day = Some(day.to_string());
        sources.push(source(TRAJECTORIES.to_owned(), name, METAGRAPHED, Some(COPYLEFT), day));
    }
    if let Some(flow) = captures.stake_flow.as_ref().filter(|flow| flow.day <= section.day) {
        let name = "Stake added and removed in seven days, by the chain’s events, as added up by metagraphed";
        let day = flow.day.to_string();
        sources.push(source(format!("{STAKE_FLOW}-{day}"), name, METAGRAPHED, Some(COPYLEFT), Some(day)));
    }
    let documents = "https://github.com/opentensor/subtensor";
    sources.push(source(
        CHAIN_DOCUMENTS.to_owned(),
        "The chain’s own documents, code and blocks",
        documents,
        Some("Unlicense"),
        None,
    ));
    sources.push(source(
        ISSUANCE.to_owned(),
        "TAO issued, maxim91136/bittensor-labs",
        "https://github.com/maxim91136/bittensor-labs",
        Some("MIT; facts only"),
        Some("2025-11-23".to_owned()),
    ));
    if let Some((_, at)) = &captures.tao_usd {
        let name = "Median of wrapped-TAO pools, via metagraphed";
        sources.push(source(TAO_USD.to_owned(), name, METAGRAPHED, Some(COPYLEFT), Some(at.clone())));
    }
    if let Some(day) = captures.tao_usd_daily.keys().next_back() {
        sources.push(source(
            TAO_USD_DAILY.to_owned(),
            "Daily price of TAO as recorded by kylewidmann/bittensor-emissions-tracker",
            "https://github.com/kylewidmann/bittensor-emissions-tracker",
            Some("MIT; facts only"),
            Some(day.to_string()),
        ));
    }
    if claims {
        sources.push(Source {
            id: CLAIMS.to_owned(),
            name: "The claims ledger of this snapshot, which names who said what, when and where".to_owned(),
            url: None,
            licence: None,
            captured_at: None,
        });
    }
    sources
}

fn chain(section: &CrossSection) -> Source {
    let block = |number: u64| format::number(number as f64, Style::Integer, &Locale::default());
    // What the rule of emission made was read again a few blocks later; every number says at which.
    let at = match section.named_block() {
        later if later == section.block => format!("block {}", block(later)),
        later => format!("blocks {} and {}", block(section.block), block(later)),
    };
    let name = format!("Bittensor chain at {at}, as captured by metagraphed");
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::capture::cross_section::Pinned;

    #[test]
    fn a_capture_of_two_blocks_names_both() {
        let name = |pinned: Option<u64>| {
            let section = CrossSection {
                file: "x.json".to_owned(),
                captured_at: "2026-08-07T08:35:00Z".to_owned(),
                day: "2026-08-07".parse().unwrap(),
                block: 8_791_247,
                pinned: pinned.map(|block| Pinned { block, hash: None }),
                rows: Vec::new(),
                root_tao: None,
                total_issuance: None,
            };
            chain(&section).name
        };
        let of = |at: &str| format!("Bittensor chain at {at}, as captured by metagraphed");
        assert_eq!(name(Some(8_791_253)), of("blocks 8,791,247 and 8,791,253"));
        assert_eq!(name(Some(8_791_247)), of("block 8,791,247"));
        assert_eq!(name(None), of("block 8,791,247"));
    }
}
