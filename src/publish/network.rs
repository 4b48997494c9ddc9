//! What is known of the network day by day.

use super::PublishError;
use super::captures::Captures;
use super::number::four_digits;
use super::series::{Network, Origin, SeriesTable};
use super::sources::TAO_USD_DAILY;
use super::store::Store;
use crate::model::Day;
use crate::registry::Scalar;
use crate::snapshot::wire::YearRef;

/// The price of TAO in dollars up to a day, in years.
///
/// # Errors
/// When a price is not finite, or a file cannot be written.
pub fn until(day: Day, captures: &Captures, store: &mut Store) -> Result<Vec<YearRef>, PublishError> {
    let mut table = SeriesTable::default();
    let origin = Origin { grade: "third_party_says", source: TAO_USD_DAILY, note: None };
    for (at, price) in captures.tao_usd_daily.iter().filter(|(at, _)| **at <= day) {
        let price = four_digits(*price, &format!("the price of TAO on {at}"))?;
        table.add(Network, Scalar::TaoUsd.id(), *at, price, origin);
    }
    table.write(Network, store)
}
