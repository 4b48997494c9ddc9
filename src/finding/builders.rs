//! Who ships most for least, and who ships for nothing.

use super::counted;
use crate::compute::frontier::{self, Standing};
use crate::format;
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

/// Whether a metric is the emission, in TAO or in dollars: who has none of it is paid nothing.
fn is_emission(metric: &Metric) -> bool {
    matches!(metric.id, "emission_tao_day" | "emission_usd_day")
}

/// The title of [`unpaid_builders`].
pub fn unpaid_title(metric: &Metric) -> String {
    match is_emission(metric) {
        true => "A product, and paid nothing".to_owned(),
        false => format!("A product, and nothing of {}", format::uncapitalised(metric.label)),
    }
}

/// What is to be said of [`unpaid_builders`]: of which measure they have nothing; where that is the emission, why,
/// and that another definition of earned still counts something.
pub fn unpaid(snapshot: &Snapshot, unpaid: &[usize], metric: &'static Metric) -> String {
    let stand = "and stand at rung 3 (reachable product) or above.";
    if !is_emission(metric) {
        return format!("Have none of {}, {stand}", format::uncapitalised(metric.label));
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
                counted(owners, "of them has", "of them have")
            }
        ),
    };
    format!("Received none of the TAO emission at that block, {stand}{why}{other}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{fixture, snapshot_from_wire};

    #[test]
    fn one_of_several_has_a_part_and_two_have() {
        let said = |owners: [f64; 4]| {
            let (root, mut summary) = fixture::wire();
            let mut owner = summary.metrics["emission_tao_day"].clone();
            owner.values = owners.map(Some).into();
            summary.metrics.insert("owner_tao_day".to_owned(), owner);
            let (snapshot, _) = snapshot_from_wire(root, summary).unwrap();
            unpaid(&snapshot, &[0, 2, 3], registry::known("emission_tao_day"))
        };
        let ends = |owners, words: &str| assert!(said(owners).ends_with(words), "{}", said(owners));
        ends([1.0, 0.0, 0.0, 0.0], "of earned 1 of them has an owner’s part, priced.");
        ends([1.0, 0.0, 1.0, 0.0], "of earned 2 of them have an owner’s part, priced.");
        ends([1.0, 0.0, 1.0, 1.0], "of earned every one has an owner’s part, priced.");
        ends([0.0; 4], "rung 3 (reachable product) or above.");
    }
}
