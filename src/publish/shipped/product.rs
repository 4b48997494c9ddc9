//! Rung 3: something of its own that answers as a product.

use super::own::Own;
use super::{Found, Searches, item, probes_id};
use crate::format::{self, Locale};
use crate::model::{Rung, RungState};
use crate::publish::capture::probes::Probe;
use crate::publish::capture::surfaces::Surface;
use crate::publish::sources;
use crate::registry::Style;

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
    // Only days on which somebody knocked can have heard an answer.
    let days = surfaces.iter().filter_map(probe).map(|probe| probe.days).max().filter(|days| *days > 0);
    let probed_since = |found: Found| match days {
        Some(days) => found.since(searches.probes.day.plus(1 - i32::from(days))),
        None => found,
    };
    let fresh =
        |probe: &Probe| probe.last_ok.is_some_and(|day| Rung::ReachableProduct.counts(day, searches.day));
    let evidence: Vec<_> = answered
        .iter()
        .map(|(surface, probe)| {
            let share = (probe.uptime * 1000.0).round() / 10.0;
            let kind = surface.kind.replace("subnet-api", "API").replace("openapi", "OpenAPI document");
            let on = probe.last_ok.map(format::day).unwrap_or_default();
            let samples = format::number(f64::from(probe.samples), Style::Integer, &Locale::default());
            let what = format!("Official {kind}: answered {share} % of {samples} probes up to {on}.");
            let source = probes_id(searches.probes.day);
            item(Rung::ReachableProduct, what, Some(&surface.url), probe.last_ok, "probe", &source)
        })
        .collect();
    if answered.iter().any(|(_, probe)| fresh(probe)) {
        return probed_since(Found::satisfied(evidence));
    }
    if !evidence.is_empty() {
        let days = Rung::ReachableProduct.window_days().unwrap_or_default();
        let why = format!("No answer within {days} days.");
        return probed_since(Found::new(RungState::Lapsed, evidence, why));
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
    probed_since(Found::new(RungState::Claimed, listed.collect(), why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;
    use crate::publish::capture::probes::Probes;
    use crate::publish::capture::repositories::Repositories;

    /// The rung of a subnet whose one dashboard answered some days before the snapshot.
    fn answered(days_before: i32, uptime: f64) -> Found {
        let day: Day = "2026-08-07".parse().unwrap();
        let surface = Surface {
            id: "s".to_owned(),
            kind: "dashboard".to_owned(),
            authority: "official".to_owned(),
            url: "https://a.example/".to_owned(),
            revenue: None,
        };
        let probe = Probe { last_ok: Some(day.plus(-days_before)), uptime, samples: 1_921, days: 23 };
        let repositories = Repositories { day, of: Default::default() };
        let probes = Probes { day: day.plus(-5), of: [("s".to_owned(), probe)].into() };
        let searches = Searches { day, repositories: &repositories, probes: &probes, on: probes.day };
        let own = Own {
            chain: "chain".to_owned(),
            registered_on: day.plus(-400),
            on_chain: None,
            official: Vec::new(),
            surfaces: vec![&surface],
            name: "A",
            notes: Vec::new(),
        };
        product(&own, &searches)
    }

    #[test]
    fn an_answer_counts_for_thirty_days_and_has_lapsed_on_the_next() {
        assert_eq!(answered(30, 1.0).state, RungState::Satisfied);
        let lapsed = answered(31, 1.0);
        assert_eq!(lapsed.state, RungState::Lapsed);
        assert_eq!(lapsed.why.as_deref(), Some("No answer within 30 days."));
        assert_eq!(lapsed.evidence.len(), 1, "what was seen then can still be checked");
        assert_eq!(answered(5, 0.0).state, RungState::Claimed, "no probe ever succeeded");
    }

    #[test]
    fn an_answer_is_told_in_the_words_of_the_ledger() {
        let found = answered(5, 0.995);
        assert_eq!(
            found.evidence[0].what,
            "Official dashboard: answered 99.5 % of 1,921 probes up to 2 Aug 2026."
        );
    }

    #[test]
    fn probes_see_the_days_on_which_they_were_made() {
        assert_eq!(answered(5, 1.0).since.map(|day| day.to_string()).as_deref(), Some("2026-07-11"));
    }
}
