//! What differs of one subnet between two snapshots.

use super::difference::earlier;
use crate::model::Value;
use crate::registry::{self, Group, Metric};
use crate::snapshot::Snapshot;

/// One metric of one subnet in two snapshots.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Of what.
    pub metric: &'static Metric,
    /// In the earlier snapshot; not applicable to a registration that did not hold the slot then.
    pub then: Value,
    /// In this one.
    pub now: Value,
}

/// Every metric of a row that is known in one of the snapshots at least, in the order of the tables.
/// What is the same in both is listed too: that it stood still is a finding.
pub fn differences(before: &Snapshot, after: &Snapshot, row: usize) -> Vec<Difference> {
    let metrics =
        Group::ALL.into_iter().flat_map(|group| registry::all().filter(move |metric| metric.group == group));
    let both = metrics.map(|metric| Difference {
        metric,
        then: earlier(before, after, metric, row),
        now: after.value(metric, row),
    });
    both.filter(|one| one.then.number().is_some() || one.now.number().is_some()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Absence;
    use crate::snapshot::fixture;

    #[test]
    fn every_metric_known_in_either_snapshot_is_set_beside_itself() {
        let after = fixture::snapshot();
        let mut before = fixture::snapshot();
        // Chutes was in the snapshot before; the holder of slot 11 was another.
        before.subnets[2].id = "11.r1".parse().unwrap();
        let row = |netuid: u16| after.subnets.iter().position(|one| one.id.netuid() == netuid).unwrap();
        let of = |netuid| {
            let found = differences(&before, &after, row(netuid));
            found.into_iter().find(|one| one.metric.id == "emission_tao_day")
        };
        let chutes = of(64).unwrap();
        assert_eq!((chutes.then, chutes.now), (Value::Number(450.0), Value::Number(450.0)));
        let new = of(11).unwrap();
        assert_eq!((new.then, new.now), (Value::Missing(Absence::NotApplicable), Value::Number(0.0)));
        assert!(of(6).is_none(), "not measured in either");
    }
}
