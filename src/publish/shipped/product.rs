//! Rung 3: a product that answered a prober.

use super::own::Own;
use super::{Found, Searches, item};
use crate::model::{Day, Rung, RungState};
use crate::publish::capture::probes::{Probe, Probes};
use crate::publish::capture::surfaces::Surface;
use crate::publish::links::label;
use crate::publish::sources::{self, probes_id};
use crate::snapshot::wire::Evidence;

/// Kinds of surfaces that are a product rather than a page about one.
pub const PRODUCTS: [&str; 4] = ["subnet-api", "openapi", "dashboard", "sdk"];
/// How long an answer counts, in days.
pub const WINDOW: i32 = 30;
/// Most surfaces in the evidence.
const SHOWN: usize = 5;

/// Whether a surface answered within the window before a day, and since the registration.
pub fn answered(probe: &Probe, since: Day, on: Day) -> bool {
    probe.ever_answered() && probe.last_ok.is_some_and(|last| last >= since && on.since(last) <= WINDOW)
}

/// Satisfied by an official API, schema, dashboard or SDK that answered; claimed by one that
/// nobody probed.
pub fn product(own: &Own<'_>, searches: &Searches<'_>) -> Found {
    let products: Vec<&Surface> = own.surfaces_of(&PRODUCTS).collect();
    let probes = searches.probes;
    if products.is_empty() {
        let why = "The registry lists no official API, schema, dashboard or SDK of this subnet.";
        return Found::nothing(RungState::NoneFound, why);
    }
    let probed: Vec<(&Surface, Probe)> =
        products.iter().filter_map(|surface| Some((*surface, *probes.of.get(&surface.id)?))).collect();
    let since = own.registered_on;
    let mut answering: Vec<_> =
        probed.iter().filter(|(_, probe)| answered(probe, since, searches.day)).collect();
    answering.sort_by(|a, b| b.1.uptime.total_cmp(&a.1.uptime).then_with(|| a.0.id.cmp(&b.0.id)));
    if !answering.is_empty() {
        let evidence =
            answering.iter().take(SHOWN).map(|(surface, probe)| answer(surface, probe, probes)).collect();
        return Found { state: RungState::Satisfied, evidence, why: None };
    }
    unanswered(&products, &probed, since, probes)
}

/// What remains when nothing answered within the window.
fn unanswered(products: &[&Surface], probed: &[(&Surface, Probe)], since: Day, probes: &Probes) -> Found {
    let earlier = probed
        .iter()
        .filter(|(_, probe)| probe.ever_answered() && probe.last_ok.is_some_and(|last| last >= since));
    let evidence: Vec<_> = earlier.map(|(surface, probe)| answer(surface, probe, probes)).collect();
    if !evidence.is_empty() {
        let why = format!("Nothing has answered within {WINDOW} days before the snapshot.");
        return Found::new(RungState::Lapsed, evidence, why);
    }
    let mut unprobed: Vec<_> =
        products.iter().filter(|surface| !probes.of.contains_key(&surface.id)).collect();
    // What can be visited first, then the templates of operations.
    unprobed.sort_by_key(|surface| surface.url.contains('{'));
    let evidence: Vec<_> = unprobed.into_iter().take(SHOWN).map(|surface| listed(surface)).collect();
    if evidence.is_empty() {
        let why = format!(
            "{} official surfaces were probed up to {}; none ever answered.",
            products.len(),
            probes.day
        );
        return Found::nothing(RungState::NoneFound, why);
    }
    Found::new(
        RungState::Claimed,
        evidence,
        "Official surfaces are listed, but the prober has no row for them.",
    )
}

fn answer(surface: &Surface, probe: &Probe, probes: &Probes) -> Evidence {
    let what = format!(
        "{} {} answered {} % of {} samples to {}.",
        words(&surface.kind),
        label(&surface.url),
        percent(probe.uptime),
        grouped(probe.samples),
        probes.day
    );
    item(Rung::ReachableProduct, what, Some(&surface.url), probe.last_ok, "probe", &probes_id(probes.day))
}

fn listed(surface: &Surface) -> Evidence {
    let what = format!("{} {}, listed as official; not probed.", words(&surface.kind), label(&surface.url));
    item(Rung::ReachableProduct, what, Some(&surface.url), None, "third_party_says", sources::SURFACES)
}

fn words(kind: &str) -> &'static str {
    match kind {
        "subnet-api" => "The API",
        "openapi" => "The OpenAPI document",
        "dashboard" => "The dashboard",
        "sdk" => "The SDK",
        _ => "The surface",
    }
}

/// One decimal, except that only what always answered is “100”.
fn percent(share: f64) -> String {
    let tenths = (share * 1_000.0).floor().clamp(0.0, 1_000.0);
    if tenths == 1_000.0 { "100".to_owned() } else { format!("{:.1}", tenths / 10.0) }
}

fn grouped(count: u32) -> String {
    if count < 1_000 { count.to_string() } else { format!("{},{:03}", count / 1_000, count % 1_000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fresh_last_ok_without_any_success_is_no_answer() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let (since, on) = (day("2025-01-01"), day("2026-08-07"));
        let probe = |last: &str, uptime| Probe { last_ok: Some(day(last)), uptime, samples: 978 };
        assert!(answered(&probe("2026-08-02", 0.44), since, on));
        assert!(!answered(&probe("2026-08-02", 0.0), since, on));
        assert!(!answered(&probe("2026-07-07", 1.0), since, on));
        assert!(answered(&probe("2026-07-08", 1.0), since, on));
        assert!(!answered(&probe("2026-08-02", 1.0), day("2026-08-03"), on));
    }

    #[test]
    fn figures_do_not_round_up_to_always() {
        assert_eq!(
            (percent(1.0), percent(0.9999), percent(0.4401)),
            ("100".into(), "99.9".into(), "44.0".into())
        );
        assert_eq!((grouped(978), grouped(1_477)), ("978".into(), "1,477".into()));
    }
}
