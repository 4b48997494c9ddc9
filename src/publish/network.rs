//! What is known of the network day by day.

use super::capture::cross_section::CrossSection;
use super::captures::Captures;
use super::number::four_digits;
use super::series::{Network, Origin, SeriesTable};
use super::sources::TAO_USD_DAILY;
use super::store::Store;
use super::{PublishError, Registrations, sums};
use crate::registry::Scalar;
use crate::snapshot::wire::YearRef;

/// The price of TAO in dollars up to the day of a cross-section, and the sums over all subnets, in years.
///
/// # Errors
/// When a number is not finite, or a file cannot be written.
pub fn until(
    section: &CrossSection,
    captures: &Captures,
    known: &Registrations,
    store: &mut Store,
) -> Result<Vec<YearRef>, PublishError> {
    let mut table = SeriesTable::default();
    let origin = Origin { grade: "third_party_says", source: TAO_USD_DAILY, note: None };
    for (at, price) in captures.tao_usd_daily.iter().filter(|(at, _)| **at <= section.day) {
        let price = four_digits(*price, &format!("the price of TAO on {at}"))?;
        table.add(Network, Scalar::TaoUsd.id(), *at, price, origin);
    }
    sums::add(section, captures, known, &mut table)?;
    table.write(Network, store)
}
