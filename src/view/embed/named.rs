//! What an embedded view is called where only words can stand: the title of its frame, the text of a
//! badge.

use super::{Embed, Widget};
use crate::format::shown_name;
use crate::model::SubnetRef;
use crate::snapshot::Snapshot;
use crate::view::{Form, heading};

impl Embed {
    /// What it shows, and whose it is: `Price: Chutes, Targon · Subnet Ledger`.
    pub fn words(&self, snapshot: &Snapshot) -> String {
        let about = match &self.widget {
            Widget::Compare(compare) => {
                let rows = compare.rows(snapshot).into_iter().map(|row| &snapshot.subnets[row]);
                let names: Vec<_> = rows.map(|subnet| shown_name(&subnet.name, subnet.id.netuid())).collect();
                let across = (compare.form == Form::Scatter).then_some(compare.metric_x.label);
                let what = [Some(compare.metric.label), across].into_iter().flatten();
                format!("{}: {}", what.collect::<Vec<_>>().join(" against "), names.join(", "))
            }
            Widget::Plane(_) => heading::PLANE.h1.to_owned(),
            Widget::Table(_) => heading::SUBNETS.to_owned(),
            Widget::Subnet(id, _) | Widget::Card(id) => subject(*id, snapshot),
            Widget::Spark(id) => format!("{}: price", subject(*id, snapshot)),
        };
        format!("{about} · Subnet Ledger")
    }
}

/// A subnet by its name, with the registration: `Chutes (SN64.r1)`. One that the snapshot does not have,
/// because it lost its slot, is called by its registration alone.
pub fn subject(reference: SubnetRef, snapshot: &Snapshot) -> String {
    match snapshot.row(reference).map(|row| &snapshot.subnets[row]) {
        Some(holder) => format!("{} (SN{})", shown_name(&holder.name, reference.netuid()), holder.id),
        None => format!("SN{reference}"),
    }
}

/// What a badge is of, for those who do not see it. Its number is not among the words: the picture is
/// drawn anew with every snapshot, and the words stand in a page for ever.
pub fn badge_words(subject: &str, badge: &str) -> String {
    format!("{subject}: {badge} · Subnet Ledger")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::fixture;
    use crate::view::{Query, View};

    #[test]
    fn a_view_is_called_by_what_it_shows() {
        let snapshot = fixture::snapshot();
        let words = |query: &str| <Embed as View>::parse(&Query::parse(query)).0.words(&snapshot);
        assert_eq!(words("w=plane"), "Earned against shipped · Subnet Ledger");
        assert_eq!(words("w=table"), "Subnets · Subnet Ledger");
        assert_eq!(words("w=card&s=16.r1"), "SN16.r1 · Subnet Ledger");
        let id = snapshot.subnets[0].id;
        let name = shown_name(&snapshot.subnets[0].name, id.netuid());
        assert_eq!(
            words(&format!("w=spark&s={}", id.netuid())),
            format!("{name} (SN{id}): price · Subnet Ledger")
        );
        assert_eq!(words(&format!("s={id}&m=stars")), format!("Stars: {name} · Subnet Ledger"));
        assert_eq!(subject("16.r1".parse().unwrap(), &snapshot), "SN16.r1");
        let badges = ["emission", "shipped", "price"].map(|badge| badge_words("Chutes (SN64.r1)", badge));
        assert!(badges[0] != badges[1] && badges[1] != badges[2] && badges[2].contains("price"));
    }
}
