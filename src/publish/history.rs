//! What goes into the history of a snapshot: everything up to its day.

use super::capture::cross_section::CrossSection;
use super::captures::Captures;
use super::held::held;
use super::number::{AMOUNT, decimals, four_digits};
use super::series::{Origin, SeriesTable};
use super::sources::{DAILY, TRAJECTORIES};
use super::{PublishError, Registrations, columns, reconstruction};
use crate::model::Day;

/// Metrics of a cross-section that become single points of history.
const POINTS: [&str; 13] = [
    "ema_price_tao",
    "tao_in_pool",
    "alpha_in_pool",
    "alpha_out",
    "slots_used",
    "validators",
    "miner_burn",
    "registration_cost_tao",
    // What the registry computes others from, over time too.
    "tao_in_emission",
    "excess_tao",
    "alpha_out_emission",
    "slots_max",
    "volume_total_tao",
];
/// Blocks in a day.
const BLOCKS_PER_DAY: f64 = 7_200.0;

/// The history up to a day.
///
/// # Errors
/// When a number is not finite, or a registration is not in the table.
pub fn until(day: Day, captures: &Captures, known: &Registrations) -> Result<SeriesTable, PublishError> {
    let mut table = of_all(day, captures, known)?;
    trajectories(day, captures, known, &mut table)?;
    Ok(table)
}

/// The days up to one that were captured, or rebuilt, of all subnets at once: those that a sum over all
/// can be made of.
///
/// # Errors
/// As for [`until`].
pub fn of_all(day: Day, captures: &Captures, known: &Registrations) -> Result<SeriesTable, PublishError> {
    let mut table = SeriesTable::default();
    closes(day, captures, known, &mut table)?;
    for section in captures.sections.iter().filter(|section| section.day <= day) {
        cross_section(section, known, &mut table)?;
    }
    reconstruction::add(day, captures, known, &mut table)?;
    Ok(table)
}

/// Daily closes, with their gaps and spikes. A price belongs to the registration that held the
/// slot at that block; where none is known, it belongs to nobody and is left out.
fn closes(
    until: Day,
    captures: &Captures,
    known: &Registrations,
    table: &mut SeriesTable,
) -> Result<(), PublishError> {
    let origin = Origin { grade: "chain", source: DAILY, note: None };
    for close in captures.closes.iter().filter(|close| close.day <= until) {
        let holder = known.holder(close.netuid, close.block).and_then(|registration| registration.id());
        let Some(id) = holder else { continue };
        let price = four_digits(close.price, &format!("the price of {id} on {}", close.day))?;
        table.add(id, "price_tao", close.day, price, origin);
    }
    Ok(())
}

/// Daily points of some slots, where no better source has the day.
fn trajectories(
    until: Day,
    captures: &Captures,
    known: &Registrations,
    table: &mut SeriesTable,
) -> Result<(), PublishError> {
    for point in captures.trajectories.iter().filter(|point| point.day <= until) {
        let slot = known.until(point.netuid, u64::MAX).iter();
        let holder = slot.rev().find(|registration| known.day(registration.block) <= point.day);
        let Some(id) = holder.and_then(|registration| registration.id()) else { continue };
        let note = (point.metric == "ema_price_tao").then_some(
            "Daily points as recorded by metagraphed, which names this average a price; days on which it repeated \
             the reading before are left out.",
        );
        let origin = Origin { grade: "chain", source: TRAJECTORIES, note };
        let value = four_digits(point.value, &format!("{} of {id} on {}", point.metric, point.day))?;
        table.add(id, point.metric, point.day, value, origin);
    }
    Ok(())
}

fn cross_section(
    section: &CrossSection,
    known: &Registrations,
    table: &mut SeriesTable,
) -> Result<(), PublishError> {
    let source = section.source();
    let origin = Origin { grade: "chain", source: &source, note: None };
    for held in held(section, known)? {
        for metric in POINTS {
            if let Some(value) = columns::value(held.row, metric, metric)? {
                table.add(held.id, metric, section.day, value, origin);
            }
        }
        let emission = held.row.values.get("tao_in_emission").zip(held.row.values.get("excess_tao"));
        if let Some((injected, excess)) = emission {
            let daily = decimals((injected + excess) * BLOCKS_PER_DAY, AMOUNT, "emission_tao_day")?;
            table.add(held.id, "emission_tao_day", section.day, daily, origin);
        }
    }
    Ok(())
}
