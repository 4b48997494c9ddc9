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

/// The title of [`unpaid_builders`].
pub fn unpaid_title(metric: &Metric) -> String {
    match metric.id {
        "emission_tao_day" | "emission_usd_day" => "A product, and paid nothing".to_owned(),
        _ => format!("A product, and nothing of {}", metric.label.to_lowercase()),
    }
}

/// What is to be said of [`unpaid_builders`]: of which measure they have nothing; where that is the emission, why,
/// and that another definition of earned still counts something.
pub fn unpaid(snapshot: &Snapshot, unpaid: &[usize], metric: &'static Metric) -> String {
    let stand = "and stand at rung 3 (reachable product) or above.";
    if !matches!(metric.id, "emission_tao_day" | "emission_usd_day") {
        return format!("Have none of {} at that block, {stand}", metric.label.to_lowercase());
    }
    let why = super::unpaid::causes(snapshot, unpaid)
        .map_or_else(String::new, |causes| format!(" Of these, {causes}."));
    let owner = registry::known("owner_tao_day");
    let owners = unpaid.iter().filter(|row| snapshot.value(owner, **row).number() > Some(0.0)).count();
    let other = match owners {
        0 => String::new(),
        owners => format!(
            " By another definition of earned {} an owner’s part, priced.",
            if owners == unpaid.len() {
                "every one has".to_owned()
            } else {
                format!("{owners} of them have")
            }
        ),
    };
    format!("Received none of the TAO emission at that block, {stand}{why}{other}")
}
