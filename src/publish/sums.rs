//! What all subnets come to on a day, so that a share needs one file and not the history of each.

use std::collections::BTreeMap;

use super::capture::cross_section::CrossSection;
use super::captures::Captures;
use super::number::decimals;
use super::series::{Network, Origin, SeriesTable};
use super::{PublishError, Registrations, history, reconstruction, sources};
use crate::compute::reconstruct::{MOVING_PRICE, before_start};
use crate::compute::transform::Totals;
use crate::model::{Day, Known, Series, Source};
use crate::registry::{self, Metric, Style};
use crate::snapshot::{History, history_from_wire, sum_name, wire};

/// How sums are made.
const NOTE: &str = "The sum over all subnets of the day, those included whose holder is not known.";
/// The same of prices.
const PRICES: &str = "The sum over all subnets that had started: before a subnet’s start its price cannot \
    fall below 1 τ/α, and it is in no sum.";
/// Decimals of a sum.
const DECIMALS: usize = 6;

/// Adds the sums of every metric that can be added over subnets, of the days up to one on which all
/// subnets were captured. Numbers that a formula of the registry gives from these days are among them.
///
/// # Errors
/// When a number is not finite, or a registration is not in the table.
pub fn add(
    section: &CrossSection,
    captures: &Captures,
    known: &Registrations,
    table: &mut SeriesTable<Network>,
) -> Result<(), PublishError> {
    let until = section.day;
    let whole = history::of_all(until, captures, known)?;
    let place = |source: wire::Source| Source {
        id: source.id,
        name: source.name,
        url: source.url,
        licence: source.licence,
        captured_at: source.captured_at,
    };
    let places: Vec<Source> = sources::list(section, captures, false).into_iter().map(place).collect();
    let histories: Vec<History> =
        whole.ids().map(|id| history_from_wire(id, whole.years(id), &places).0).collect();
    for metric in registry::all().filter(|metric| adds(metric)) {
        let running: Vec<_> = histories.iter().map(|history| history.running(metric)).collect();
        let series: Vec<&Series> = running.iter().filter_map(|history| history.series(metric)).collect();
        let mut sums: BTreeMap<Day, f64> = Totals::of(series.iter().copied()).days().collect();
        for (day, more) in unheld(metric, until, captures, known) {
            // A day that only such slots have is no day of all.
            sums.entry(day).and_modify(|sum| *sum += more);
        }
        let note = if metric.id == "price_tao" { PRICES } else { NOTE };
        for (day, sum) in sums {
            let of_day = series.iter().filter_map(|series| series.at(day).and(series.known_on(day)));
            let Some((grade, from)) = Known::of_all(of_day) else { continue };
            let source = from.first().and_then(|at| places.get(*at)).map_or("", |source| source.id.as_str());
            let sum = decimals(sum, DECIMALS, &format!("the sum of {} on {day}", metric.id))?;
            let origin = Origin { grade: grade.id(), source, note: Some(note) };
            table.add(Network, name(metric), day, sum, origin);
        }
    }
    Ok(())
}

/// Whether a part of the sum over all subnets means something: not of dates, of blocks, or of alpha,
/// which is another token in every subnet.
fn adds(metric: &Metric) -> bool {
    metric.unit.alpha <= 0 && metric.unit.block <= 0 && metric.style != Style::Date
}

/// The name of a sum. There is one for each metric of the registry, so it may live for ever.
fn name(metric: &Metric) -> &'static str {
    Box::leak(sum_name(metric).into_boxed_str())
}

/// What slots had of which nobody knows who held them.
fn unheld(metric: &Metric, until: Day, captures: &Captures, known: &Registrations) -> BTreeMap<Day, f64> {
    match metric.id {
        "emission_tao_day" => reconstruction::unheld(until, captures, known),
        "price_tao" => unheld_prices(until, captures, known),
        _ => BTreeMap::new(),
    }
}

fn unheld_prices(until: Day, captures: &Captures, known: &Registrations) -> BTreeMap<Day, f64> {
    let mut slots: BTreeMap<u16, BTreeMap<Day, f64>> = BTreeMap::new();
    for close in captures.closes.iter().filter(|close| close.day <= until) {
        let holder = known.holder(close.netuid, close.block).and_then(|registration| registration.id());
        if holder.is_none() {
            slots.entry(close.netuid).or_default().insert(close.day, close.price);
        }
    }
    let mut sums = BTreeMap::new();
    for prices in slots.into_values() {
        let start = match before_start(prices.iter().map(|(day, price)| (*day, *price)), &MOVING_PRICE) {
            None => prices.keys().next().copied(),
            Some((_, start)) => start,
        };
        for (day, price) in start.into_iter().flat_map(|start| prices.range(start..)) {
            *sums.entry(*day).or_default() += price;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_added_over_subnets_has_no_sum() {
        let added = |id: &str| adds(registry::known(id));
        assert!(added("price_tao") && added("emission_tao_day") && added("market_cap_tao"));
        assert!(!added("alpha_out") && !added("last_push") && !added("registered_at_block"));
    }
}
