//! A route as it is given to somebody else.

use super::Route;
use crate::model::SubnetRef;
use crate::snapshot::Snapshot;
use crate::view::{Compare, Widget};

impl Route {
    /// The route to print with [`crate::view::absolute`] when a reader copies a link: subnets carry
    /// their registration, because a slot can change hands, and a comparison names the subnets it
    /// shows even where nobody chose them. With `pinned`, the link shows this snapshot for ever.
    pub fn copied(&self, snapshot: &Snapshot, pinned: bool) -> Self {
        let mut copied = self.clone();
        match &mut copied {
            Self::Subnet(id, _) => *id = registered(*id, snapshot),
            Self::Compare(compare) => name_subnets(compare, snapshot),
            Self::Subnets(table) => table.picked = all_registered(&table.picked, snapshot),
            Self::Data(data) => data.subnet = data.subnet.map(|id| registered(id, snapshot)),
            Self::EmbedBuilder(embed) | Self::Embed(embed) => match &mut embed.widget {
                Widget::Compare(compare) => name_subnets(compare, snapshot),
                Widget::Subnet(id, _) | Widget::Card(id) | Widget::Spark(id) => {
                    *id = registered(*id, snapshot);
                }
                Widget::Table(table) => table.picked = all_registered(&table.picked, snapshot),
                Widget::Plane(_) => {}
            },
            _ => {}
        }
        if pinned { copied.pinned(Some(snapshot.id.clone())) } else { copied }
    }
}

/// The registration that a reference means; the reference itself when the snapshot has none.
fn registered(reference: SubnetRef, snapshot: &Snapshot) -> SubnetRef {
    snapshot.row(reference).map_or(reference, |row| snapshot.subnets[row].id.into())
}

fn name_subnets(compare: &mut Compare, snapshot: &Snapshot) {
    if compare.subnets.is_empty() {
        compare.subnets =
            compare.rows(snapshot).into_iter().map(|row| snapshot.subnets[row].id.into()).collect();
    }
    compare.subnets = all_registered(&compare.subnets, snapshot);
    compare.only = all_registered(&compare.only, snapshot);
}

/// The registrations that references mean, each once: `64` and `64.r1` can be the same subnet.
fn all_registered(references: &[SubnetRef], snapshot: &Snapshot) -> Vec<SubnetRef> {
    let mut named: Vec<SubnetRef> = Vec::with_capacity(references.len());
    for reference in references.iter().map(|reference| registered(*reference, snapshot)) {
        if !named.contains(&reference) {
            named.push(reference);
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{absolute, fixture};

    #[test]
    fn a_copied_link_names_registrations_and_the_snapshot() {
        let snapshot = fixture::snapshot();
        let copied = |path: &str, query: &str, pinned: bool| {
            absolute("", "", &Route::parse(path, query).0.copied(&snapshot, pinned))
        };
        assert_eq!(copied("/subnet/64", "", false), "/subnet/64.r1?v=1&tab=earned");
        assert_eq!(copied("/subnet/65", "", false), "/subnet/65?v=1&tab=earned");
        assert_eq!(copied("/about", "", true), "/about?v=1");
        assert_eq!(copied("/data", "", true), "/data?v=1&m=market_cap_tao&at=2026-08-07-8791253");
        assert_eq!(copied("/data", "s=64", false), "/data?v=1&s=64.r1&m=market_cap_tao");
        assert!(copied("/subnets", "s=64~11~64.r1", false).contains("&s=64.r1~11.r2"));
        assert!(copied("/compare", "s=11~4~11.r2", true).contains("&s=11.r2~4.r1&"));
        assert!(copied("/compare", "s=64~4&only=4~4.r1", false).contains("&s=64.r1~4.r1&only=4.r1&"));
        assert!(copied("/embed/compare", "s=11~4&only=4", false).contains("&s=11.r2~4.r1&only=4.r1&"));
        assert!(copied("/embed/compare", "", true).contains("&s=64.r1~4.r1~11.r2~6.r1&"));
        assert!(copied("/embed/subnet", "s=4", false).contains("&s=4.r1&"));
    }
}
