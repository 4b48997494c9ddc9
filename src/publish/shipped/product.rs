//! Rung 3: something of its own that answers as a product.

use super::own::Own;
use super::{Found, Searches, item, probes_id};
use crate::model::{Rung, RungState};
use crate::publish::capture::probes::Probe;
use crate::publish::capture::surfaces::Surface;
use crate::publish::sources;

/// Surfaces that are more than a page about the subnet.
const PRODUCTS: [&str; 4] = ["subnet-api", "openapi", "dashboard", "sdk"];

/// Satisfied by a surface that answered within the window, lapsed by one that answered before,
/// claimed by one that was never seen to answer.
pub fn product(own: &Own<'_>, searches: &Searches<'_>) -> Found {
    let surfaces: Vec<&Surface> = own.surfaces_of(&PRODUCTS).collect();
    if surfaces.is_empty() {
        let why = "The registry lists no official API, OpenAPI document, dashboard or SDK of it.";
        return Found::nothing(RungState::NoneFound, why);
    }
    let probe = |surface: &&Surface| searches.probes.of.get(&surface.id).copied();
    let answered: Vec<(&Surface, Probe)> = surfaces
        .iter()
        .filter_map(|surface| Some((*surface, probe(surface)?)))
        .filter(|(_, probe)| probe.ever_answered())
        .collect();
    let fresh =
        |probe: &Probe| probe.last_ok.is_some_and(|day| Rung::ReachableProduct.counts(day, searches.day));
    let evidence: Vec<_> = answered
        .iter()
        .map(|(surface, probe)| {
            let share = (probe.uptime * 1000.0).round() / 10.0;
            let kind = surface.kind.replace("subnet-api", "API").replace("openapi", "OpenAPI document");
            let on = probe.last_ok.map(|day| day.to_string()).unwrap_or_default();
            let what = format!("Official {kind}: answered {share} % of {} probes to {on}.", probe.samples);
            let source = probes_id(searches.probes.day);
            item(Rung::ReachableProduct, what, Some(&surface.url), probe.last_ok, "probe", &source)
        })
        .collect();
    if answered.iter().any(|(_, probe)| fresh(probe)) {
        return Found { state: RungState::Satisfied, evidence, why: None };
    }
    if !evidence.is_empty() {
        let days = Rung::ReachableProduct.window_days().unwrap_or_default();
        let why = format!("No answer within {days} days.");
        return Found::new(RungState::Lapsed, evidence, why);
    }
    let listed = surfaces.iter().map(|surface| {
        let what = format!("Official {}, listed by a registry.", surface.kind.replace('-', " "));
        item(Rung::ReachableProduct, what, Some(&surface.url), None, "third_party_says", sources::SURFACES)
    });
    let probed = surfaces.iter().any(|surface| probe(surface).is_some());
    let why = if probed {
        "It is listed and was probed, and no probe was answered."
    } else {
        "It is listed, and the prober does not visit surfaces of that kind."
    };
    Found::new(RungState::Claimed, listed.collect(), why)
}
