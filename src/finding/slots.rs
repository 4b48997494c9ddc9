//! Whether full slots are a matter of size: slots filled, by thirds of market cap.

use crate::model::Value;
use crate::model::value::Direction;
use crate::registry;
use crate::snapshot::Snapshot;

/// A third of the subnets by market cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// `large`, `mid` or `low`.
    pub name: &'static str,
    /// Subnets in it with both numbers measured.
    pub subnets: usize,
    /// Those of them with every slot taken.
    pub full: usize,
}

/// Full slots among the large, the mid and the low third of the given rows, largest first.
/// Rows without a market cap or without slots are left out. When the rows do not divide by three,
/// the larger thirds come first.
pub fn by_band(snapshot: &Snapshot, rows: &[usize]) -> [Band; 3] {
    let (cap, filled) = (registry::known("market_cap_tao"), registry::known("slots_filled"));
    let mut measured: Vec<(Value, f64)> = rows
        .iter()
        .filter_map(|row| Some((snapshot.value(cap, *row), snapshot.value(filled, *row).number()?)))
        .filter(|(cap, _)| cap.number().is_some())
        .collect();
    measured.sort_by(|a, b| a.0.compare(b.0, Direction::Descending));
    let count = measured.len();
    let edge = |third: usize| (count * third).div_ceil(3);
    let mut third = 0;
    ["large", "mid", "low"].map(|name| {
        let members = &measured[edge(third)..edge(third + 1)];
        third += 1;
        Band { name, subnets: members.len(), full: members.iter().filter(|(_, filled)| *filled >= 1.0).count() }
    })
}
