//! The emission of 2025, rebuilt from daily prices, with its error against what was captured.

use std::collections::{BTreeMap, BTreeSet};

use super::capture::daily_prices::Close;
use super::capture::reserves::Reserve;
use super::captures::Captures;
use super::number::four_digits;
use super::series::{Origin, SeriesTable};
use super::sources::DAILY;
use super::{PublishError, Registrations, rule};
use crate::compute::deviation::Deviation;
use crate::compute::reconstruct::{MOVING_PRICE, Price, Rebuilt, pool_alpha, rebuild};
use crate::format::{self, Locale};
use crate::model::{Day, SubnetId};
use crate::registry::Style;

/// The block at which subnets got alpha of their own ([RaoFoundation/subtensor],
/// `docs/concepts/emissions.mdx`).
///
/// [RaoFoundation/subtensor]: https://github.com/RaoFoundation/subtensor
const LAUNCH: u64 = 4_920_351;

/// What the note begins with.
pub const METHOD: &str = "Reconstructed from daily prices, not read from the chain: 7,200 τ a day × the subnet’s \
    moving price ÷ the sum of all. No capture of these days has an emission: the sum of the first two \
    months was checked, single days only against prices.";

/// Slot, and who held it; a price counts in the sum also where that is not known.
type Holder = (u16, Option<SubnetId>);
type Days = BTreeMap<Day, Rebuilt<Holder>>;

/// Adds the rebuilt emission up to a day to the registrations that held the slots.
///
/// # Errors
/// When a number is not finite.
pub fn add(
    until: Day,
    captures: &Captures,
    known: &Registrations,
    table: &mut SeriesTable,
) -> Result<(), PublishError> {
    let days = days(&captures.closes, known);
    let note = note(&days, captures, known);
    let origin = Origin { grade: "reconstructed", source: DAILY, note: Some(&note) };
    for (day, rebuilt) in days.range(..=until) {
        for ((_, holder), tao) in &rebuilt.tao {
            let Some(id) = holder else { continue };
            let tao = four_digits(*tao, &format!("the emission of {id} on {day}"))?;
            table.add(*id, "emission_tao_day", *day, tao, origin);
        }
    }
    Ok(())
}

/// What the rule gave to slots of which nobody knows who held them, by day, TAO a day.
pub fn unheld(until: Day, captures: &Captures, known: &Registrations) -> BTreeMap<Day, f64> {
    let sum = |rebuilt: Rebuilt<Holder>| {
        rebuilt.tao.iter().filter(|((_, holder), _)| holder.is_none()).map(|(_, tao)| tao).sum()
    };
    days(&captures.closes, known)
        .into_iter()
        .filter(|(day, _)| *day <= until)
        .map(|(day, rebuilt)| (day, sum(rebuilt)))
        .collect()
}

/// The days on which the moving price alone divided the emission.
fn days(closes: &[Close], known: &Registrations) -> Days {
    let live = closes.iter().filter(|close| rule::rule_on(close.day) == Some("moving_price"));
    let prices = live.map(|close| Price { of: holder(close, known), day: close.day, price: close.price });
    rebuild(prices, &MOVING_PRICE)
}

fn holder(close: &Close, known: &Registrations) -> Holder {
    let registration = known.holder(close.netuid, close.block);
    (close.netuid, registration.and_then(|registration| registration.id()))
}

/// How it was made and how far it is off, for every reader of the column.
///
/// The cross-section of 2025-10-29 is no check: it is the last line of the daily prices themselves.
fn note(days: &Days, captures: &Captures, known: &Registrations) -> String {
    let mut parts = vec![METHOD.to_owned()];
    let captured: BTreeSet<Day> = captures.reserves.iter().map(|reserve| reserve.day).collect();
    for day in captured {
        let of_day = || captures.reserves.iter().filter(|reserve| reserve.day == day);
        let alpha = Deviation::of(&alpha_pairs(of_day(), days, captures, known));
        parts.extend(alpha.map(|error| {
            let to = format::day(day);
            let what = format!("Alpha added to pools from the launch to {to}, against pool reserves");
            checked(&what, "alpha", error)
        }));
        let parted = days.get(&day).map(|rebuilt| share_pairs(of_day(), rebuilt));
        parts.extend(parted.and_then(|pairs| Deviation::of(&pairs)).map(|error| {
            let of = format::day(day);
            checked(&format!("Share of {of}, against the share of captured spot prices"), "τ/day", error)
        }));
    }
    parts.join(" ")
}

fn checked(what: &str, unit: &str, error: Deviation) -> String {
    let Deviation { count, median, p90, relative_median, relative_p90 } = error;
    let part = |relative: f64, absolute: f64| {
        let absolute = format::number(absolute, Style::Decimals(1), &Locale::default());
        format!("{:.1} % ({absolute} {unit})", relative * 100.0)
    };
    format!(
        "{what}: median error {}, 90th percentile {}, {count} subnets.",
        part(relative_median, median),
        part(relative_p90, p90)
    )
}

/// Alpha that the rebuilt emission would have added to each pool, and what was added: everything
/// that exists less one alpha a block, which went to participants. Only for subnets of the launch,
/// as others start on an unknown block. The alpha that pools opened with and the alpha that was
/// burned are not known; they shift what was added by less than the errors found.
fn alpha_pairs<'a>(
    reserves: impl Iterator<Item = &'a Reserve>,
    days: &Days,
    captures: &Captures,
    known: &Registrations,
) -> Vec<(f64, f64)> {
    let Some(first) = days.keys().next() else { return Vec::new() };
    let pair = |reserve: &Reserve| {
        let closes = || captures.closes.iter().filter(|close| close.netuid == reserve.netuid);
        closes().find(|close| close.day == *first)?;
        let mut from = LAUNCH;
        let mut added = 0.0;
        for close in closes().filter(|close| close.day <= reserve.day) {
            let to = close.block.min(reserve.block);
            let tao = days.get(&close.day)?.tao.get(&holder(close, known))?;
            added += pool_alpha(to.saturating_sub(from) as f64, *tao, close.price);
            from = from.max(to);
        }
        Some((added, reserve.alpha - (reserve.block - LAUNCH) as f64))
    };
    reserves.filter(|reserve| reserve.block > LAUNCH).filter_map(pair).collect()
}

/// The rebuilt emission of a day, and what the shares of captured spot prices would give the same
/// subnets, TAO a day. The rule smooths prices, so not all of the difference is an error.
fn share_pairs<'a>(
    reserves: impl Iterator<Item = &'a Reserve>,
    rebuilt: &Rebuilt<Holder>,
) -> Vec<(f64, f64)> {
    let tao: BTreeMap<u16, f64> = rebuilt.tao.iter().map(|((netuid, _), tao)| (*netuid, *tao)).collect();
    let both: Vec<(f64, f64)> = reserves
        .filter_map(|reserve| Some((*tao.get(&reserve.netuid)?, reserve.price.min(MOVING_PRICE.cap))))
        .collect();
    let (tao, price) = both.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
    both.into_iter().map(|pair| (pair.0, pair.1 / price * tao)).collect()
}
