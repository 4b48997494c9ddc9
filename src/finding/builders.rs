//! Who ships most for least, and who ships for nothing.

use crate::compute::frontier::{self, Standing};
use crate::model::Rung;
use crate::registry::{self, Metric};
use crate::snapshot::Snapshot;

/// Where the rows stand on the plane of a metric, in their order.
pub fn standings(snapshot: &Snapshot, rows: &[usize], metric: &'static Metric) -> Vec<Standing> {
    let standing = |row: &usize| Standing {
        earned: snapshot.value(metric, *row),
        ladder: snapshot.subnets[*row].ladder,
    };
    rows.iter().map(standing).collect()
}

/// Rows that nobody beats at shipping more for less of a metric: see [`frontier::quiet_builders`].
pub fn quiet_builders(snapshot: &Snapshot, rows: &[usize], metric: &'static Metric) -> Vec<usize> {
    let standings = standings(snapshot, rows, metric);
    frontier::quiet_builders(&standings).into_iter().map(|position| rows[position]).collect()
}

/// Rows whose metric is exactly zero and that have a product which answered, highest rung first.
pub fn unpaid_builders(snapshot: &Snapshot, rows: &[usize], metric: &'static Metric) -> Vec<usize> {
    let unpaid = frontier::unpaid_builders(&standings(snapshot, rows, metric), Rung::ReachableProduct);
    unpaid.into_iter().map(|position| rows[position]).collect()
}

/// What is to be said of [`unpaid_builders`]: of which measure they have nothing, and whether they
/// burn what their miners would be paid.
pub fn unpaid(snapshot: &Snapshot, unpaid: &[usize], metric: &'static Metric) -> String {
    let of = match metric.id {
        "emission_tao_day" => "Received none of the TAO emission at that block".to_owned(),
        _ => format!("Have none of {} at that block", metric.label.to_lowercase()),
    };
    let burn = registry::known("miner_burn");
    let burning = unpaid.iter().filter(|row| snapshot.value(burn, **row).number() == Some(1.0)).count();
    let burning = match (burning, unpaid.len()) {
        (0, _) => String::new(),
        (all, of) if all == of => " Every one burns all of its miners’ pay.".to_owned(),
        (some, of) => format!(" {some} of the {of} burn all of their miners’ pay."),
    };
    format!("{of}, and stand at rung 3 (reachable product) or above.{burning}")
}
