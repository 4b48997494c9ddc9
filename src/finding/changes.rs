//! What became of subnets and slots between two snapshots. What their numbers did is in
//! [`difference`](super::difference).

use super::counted;
use crate::format::{self, named, shown_name};
use crate::model::{Rung, RungState, SubnetId};
use crate::snapshot::{Snapshot, SubnetRow};

/// What became of one subnet or one slot between two snapshots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'a> {
    /// A slot that was empty has a subnet.
    New(&'a SubnetRow),
    /// A slot is empty that had a subnet.
    Gone(&'a SubnetRow),
    /// A slot is held by another registration: the one before, the one after.
    Reregistered(&'a SubnetRow, &'a SubnetRow),
    /// The same registration has another name: before, after.
    Renamed(&'a SubnetRow, &'a SubnetRow),
    /// The same registration stands elsewhere on the ladder: before, after. Only where both
    /// snapshots have searched.
    Rung(&'a SubnetRow, &'a SubnetRow),
}

impl<'a> Change<'a> {
    /// The subnet it is told of: the one after, or the one that is gone.
    pub fn subnet(&self) -> &'a SubnetRow {
        match self {
            Self::New(subnet) | Self::Gone(subnet) => subnet,
            Self::Reregistered(_, after) | Self::Renamed(_, after) | Self::Rung(_, after) => after,
        }
    }

    /// What happened, to follow the subnet's name.
    pub fn words(&self) -> String {
        match self {
            Self::New(_) => "is new".to_owned(),
            Self::Gone(_) => "is gone".to_owned(),
            Self::Reregistered(before, _) => {
                format!("took the slot of {} ({})", shown(before), before.id)
            }
            Self::Renamed(before, _) => format!("was called {}", shown(before)),
            Self::Rung(before, after) => {
                let stands = |subnet: &SubnetRow| subnet.ladder.highest().map_or(0, Rung::number);
                let (from, to) = (stands(before), stands(after));
                let verb = if to > from { "rose" } else { "fell" };
                format!("{verb} from rung {from} to rung {to}")
            }
        }
    }
}

fn shown(subnet: &SubnetRow) -> String {
    shown_name(&subnet.name, subnet.id.netuid())
}

/// Everything that happened to subnets from one snapshot to a later one, by slot.
pub fn between<'a>(before: &'a Snapshot, after: &'a Snapshot) -> Vec<Change<'a>> {
    let holder = |snapshot: &'a Snapshot, id: SubnetId| {
        snapshot.subnets.iter().find(move |subnet| subnet.id.netuid() == id.netuid())
    };
    let mut changes: Vec<Change> = Vec::new();
    for now in &after.subnets {
        let Some(then) = holder(before, now.id) else {
            changes.push(Change::New(now));
            continue;
        };
        if then.id != now.id {
            changes.push(Change::Reregistered(then, now));
            continue;
        }
        // A name that one of the two does not have was not captured or says that there is none, and nobody
        // was called nothing.
        let named = |subnet: &SubnetRow| named(&subnet.name, subnet.id.netuid());
        if then.name != now.name && named(then) && named(now) {
            changes.push(Change::Renamed(then, now));
        }
        let searched = then.ladder.searched() && now.ladder.searched();
        if searched && then.ladder.highest() != now.ladder.highest() {
            changes.push(Change::Rung(then, now));
        }
    }
    let gone = before.subnets.iter().filter(|then| holder(after, then.id).is_none());
    changes.extend(gone.map(Change::Gone));
    changes
}

/// A rung that stands otherwise than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RungChange {
    /// Whose.
    pub id: SubnetId,
    /// Which.
    pub rung: Rung,
    /// How it stands now.
    pub now: RungState,
}

impl RungChange {
    /// What happened, to follow the subnet's name.
    pub fn words(&self) -> String {
        let rung = format!("rung {}, {}", self.rung.number(), self.rung.name());
        match self.now {
            RungState::Satisfied => format!("gained {rung}"),
            now => format!("lost {rung}: {}", now.words()),
        }
    }
}

/// The rungs that registrations gained or lost between two snapshots, by slot and rung. Where one of
/// the two has not searched, nothing is known to have happened.
pub fn rungs(before: &Snapshot, after: &Snapshot) -> Vec<RungChange> {
    let both = after.subnets.iter().filter_map(|now| Some((before.row(now.id.into())?, now)));
    let pairs = both.map(|(row, now)| (&before.subnets[row], now));
    let pairs =
        pairs.filter(|(then, now)| then.id == now.id && then.ladder.searched() && now.ladder.searched());
    let changes = pairs.flat_map(|(then, now)| {
        Rung::ALL.into_iter().filter_map(|rung| {
            let (was, is) = (then.ladder.state(rung), now.ladder.state(rung));
            let satisfied = |state| state == RungState::Satisfied;
            let told = satisfied(was) != satisfied(is) && is != RungState::NotSearched;
            told.then_some(RungChange { id: now.id, rung, now: is })
        })
    });
    changes.collect()
}

/// How many of each kind happened from one snapshot to a later one, in a sentence; says so when there is none.
/// Names that the earlier one has from a day before it may have changed before it too.
pub fn sentence(before: &Snapshot, changes: &[Change]) -> String {
    let renamed = match before.names_as_of.zip(before.as_of.day) {
        Some((read, day)) => {
            format!("renamed since {} (no names were read on {})", format::day(read), format::day(day))
        }
        None => "renamed".to_owned(),
    };
    let count = |of: fn(&Change) -> bool| changes.iter().filter(|change| of(change)).count();
    let parts = [
        (count(|change| matches!(change, Change::New(_))), "new subnet", "new subnets"),
        (count(|change| matches!(change, Change::Gone(_))), "subnet gone", "subnets gone"),
        (
            count(|change| matches!(change, Change::Reregistered(..))),
            "slot registered anew",
            "slots registered anew",
        ),
        (count(|change| matches!(change, Change::Renamed(..))), &renamed, &renamed),
        (count(|change| matches!(change, Change::Rung(..))), "move on the ladder", "moves on the ladder"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    if parts.is_empty() { "No subnet came, went, or changed its name.".to_owned() } else { parts.join(", ") }
}

/// What happened to subnets between this snapshot and another, in a sentence with the other's day. The
/// other is mostly the earlier one; where it is the later, what happened since this one is told.
pub fn since(other: &Snapshot, this: &Snapshot) -> String {
    let day = other.as_of.day.map(crate::format::day).unwrap_or_default();
    if other.as_of.day > this.as_of.day {
        return format!("From this snapshot until {day}: {}", sentence(this, &between(this, other)));
    }
    format!("Since {day}: {}", sentence(other, &between(other, this)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::fixture;

    fn two() -> (Snapshot, Snapshot) {
        let before = fixture::snapshot();
        let mut after = fixture::snapshot();
        after.id = "2026-08-08-8798453".to_owned();
        (before, after)
    }

    #[test]
    fn the_same_snapshot_has_no_changes() {
        let (before, after) = two();
        assert_eq!(between(&before, &after), []);
        assert_eq!(sentence(&before, &[]), "No subnet came, went, or changed its name.");
    }

    #[test]
    fn a_slot_in_other_hands_is_another_subnet() {
        let (mut before, mut after) = two();
        let slot = after.subnets[0].id.netuid();
        after.subnets[0].id = SubnetId::new(slot, 7).unwrap();
        after.subnets[0].name = "Someone else".to_owned();
        before.subnets[1].name = "A name".to_owned();
        after.subnets[1].name = "A new name".to_owned();
        let gone = before.subnets.last().unwrap().clone();
        after.subnets.pop();
        before.subnets[2].name = "An old name".to_owned();
        let told: Vec<String> = between(&before, &after).iter().map(Change::words).collect();
        assert_eq!(told.len(), 4);
        assert!(told[0].starts_with("took the slot of "), "{told:?}");
        assert_eq!(told[1], "was called A name");
        assert_eq!(told[2], "was called An old name");
        assert_eq!(told[3], "is gone");
        assert!(matches!(between(&before, &after)[3], Change::Gone(subnet) if subnet.id == gone.id));
        assert_eq!(
            sentence(&before, &between(&before, &after)),
            "1 subnet gone, 1 slot registered anew, 2 renamed"
        );
    }

    #[test]
    fn what_happened_is_told_in_the_order_it_happened() {
        let (mut other, mut this) = two();
        this.subnets.pop();
        other.as_of.day = Some(this.as_of.day.unwrap().plus(-9));
        assert_eq!(since(&other, &this), "Since 29 Jul 2026: 1 subnet gone");
        other.as_of.day = Some(this.as_of.day.unwrap().plus(9));
        assert_eq!(since(&other, &this), "From this snapshot until 16 Aug 2026: 1 new subnet");
    }

    #[test]
    fn a_name_that_was_not_captured_is_no_other_name() {
        let (mut before, mut after) = two();
        before.subnets[0].name = String::new();
        after.subnets[1].name = String::new();
        assert_eq!(between(&before, &after), []);
        before.subnets[0].name = "unknown".to_owned();
        after.subnets[1].name = "None".to_owned();
        assert_eq!(between(&before, &after), [], "a name that says there is none");
    }

    #[test]
    fn names_that_were_read_before_a_snapshot_are_not_told_as_those_of_its_day() {
        let (mut before, mut after) = two();
        after.subnets[0].name = "A new name".to_owned();
        let told = |before: &Snapshot| sentence(before, &between(before, &after));
        assert_eq!(told(&before), "1 renamed");
        before.names_as_of = before.as_of.day.map(|day| day.plus(-25));
        assert_eq!(told(&before), "1 renamed since 13 Jul 2026 (no names were read on 7 Aug 2026)");
    }

    #[test]
    fn rungs_that_are_gained_and_lost_are_told_one_by_one() {
        let (mut before, mut after) = two();
        let [searched, lapsed, never] = ["ssnnn", "slsnn", "-----"]
            .map(|letters| crate::model::Ladder::from_letters(letters).expect("a ladder"));
        (before.subnets[0].ladder, after.subnets[0].ladder) = (searched, lapsed);
        (before.subnets[1].ladder, after.subnets[1].ladder) = (searched, never);
        (before.subnets[2].ladder, after.subnets[2].ladder) = (searched, lapsed);
        after.subnets[2].id = SubnetId::new(after.subnets[2].id.netuid(), 7).unwrap();
        let told: Vec<_> = rungs(&before, &after).iter().map(|change| (change.id, change.words())).collect();
        let id = after.subnets[0].id;
        let words = ["lost rung 2, release: lapsed", "gained rung 3, reachable product"];
        assert_eq!(told[..2], words.map(|words| (id, words.to_owned())));
        assert!(told[2..].iter().all(|(id, _)| after.row((*id).into()) > Some(2)), "{told:?}");
    }
}
