//! What differs between two snapshots.

use super::counted;
use crate::format::{self, Locale, named, number, shown_name};
use crate::model::value::Direction;
use crate::model::{Rung, RungState, SubnetId, Value};
use crate::registry::{Metric, Style};
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

/// Why nothing of a metric moved from one snapshot to a later one: it was measured in one of them, in
/// neither, has no change, or is what it was.
pub fn unmoved(before: &Snapshot, after: &Snapshot, metric: &Metric) -> String {
    let (then, now) = (before.measured(metric) > 0, after.measured(metric) > 0);
    let label = metric.label;
    match (then, now) {
        (false, false) => format!("{label}: measured in neither snapshot."),
        (false, true) => format!("{label}: not measured in the earlier snapshot, {}.", before.id),
        (true, false) => format!("{label}: not measured in the later snapshot, {}.", after.id),
        (true, true) if !metric.changes() => format!(
            "{label}: more days are known in the later snapshot, so the difference is no payment between the two."
        ),
        (true, true) => format!("{label}: nowhere other than before, where both snapshots have it."),
    }
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

/// The value in an earlier snapshot of the registration in a row of this one; not applicable to one
/// that did not hold the slot then.
pub fn earlier(before: &Snapshot, after: &Snapshot, metric: &'static Metric, row: usize) -> Value {
    match before.row(after.subnets[row].id.into()) {
        Some(then) => before.value(metric, then),
        None => Value::NOT_APPLICABLE,
    }
}

/// By how much a number changed, as a part of what it was; where it was zero, or is a part of a
/// whole itself, the difference in its own unit. Nothing where the metric has no [change](Metric::changes).
pub fn moved(metric: &Metric, before: Value, after: Value, locale: &Locale) -> Option<String> {
    let (then, now) = (before.number()?, after.number()?);
    if !metric.changes() {
        return None;
    }
    let difference = now - then;
    if difference == 0.0 {
        return Some("no change".to_owned());
    }
    let sign = if difference > 0.0 { "+" } else { "−" };
    let size = match metric.style {
        Style::YesNo => return Some(format!("now {}", number(now, metric.style, locale))),
        // Two lower bounds have no difference.
        Style::Capped(most) if then.max(now) >= f64::from(most) => return None,
        Style::Percent(_) => {
            format!("{} points", number(difference.abs() * 100.0, Style::Decimals(2), locale))
        }
        _ if then == 0.0 => number(difference.abs(), metric.style, locale),
        // A thousandfold rise is easier to read as a factor.
        _ if now / then >= 10.0 => {
            return Some(format!("× {}", number(now / then, Style::Significant(2), locale)));
        }
        _ => number((difference / then).abs(), Style::Percent(1), locale),
    };
    Some(format!("{sign}{size}"))
}

/// The rows whose number is in both snapshots and differs, largest relative change first; equal
/// changes stay in order of netuid.
pub fn movers(before: &Snapshot, after: &Snapshot, metric: &'static Metric) -> Vec<usize> {
    let change = |row: usize| {
        let then = earlier(before, after, metric, row).number()?;
        let now = after.value(metric, row).number()?;
        // From zero there is no ratio; such a rise is above every other.
        let ratio = if then == 0.0 { f64::MAX } else { ((now - then) / then).abs() };
        (now != then && metric.changes()).then_some(ratio)
    };
    let changes: Vec<Value> = (0..after.subnets.len()).map(|row| Value::from(change(row))).collect();
    let mut rows: Vec<usize> = (0..changes.len()).filter(|row| changes[*row].number().is_some()).collect();
    crate::compute::select::sort(
        &mut rows,
        &[crate::compute::select::by_value(|row| changes[row], Direction::Descending)],
    );
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;
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
        assert!(movers(&before, &after, registry::known("emission_tao_day")).is_empty());
        let why = |metric: &str| unmoved(&before, &after, registry::known(metric));
        assert_eq!(
            why("emission_tao_day"),
            "Emission: nowhere other than before, where both snapshots have it."
        );
        assert_eq!(why("slots_max"), "Slots in all: measured in neither snapshot.");
    }

    #[test]
    fn what_one_snapshot_alone_has_did_not_move_and_says_which() {
        let with = fixture::snapshot();
        let (root, mut summary) = fixture::wire();
        summary.metrics.clear();
        let (mut without, _) = crate::snapshot::snapshot_from_wire(root, summary).unwrap();
        without.id = "2026-07-09-8583075".to_owned();
        let emission = registry::known("emission_tao_day");
        assert_eq!(
            unmoved(&without, &with, emission),
            "Emission: not measured in the earlier snapshot, 2026-07-09-8583075."
        );
        assert_eq!(
            unmoved(&with, &without, emission),
            "Emission: not measured in the later snapshot, 2026-07-09-8583075."
        );
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
        let metric = registry::known("tao_in_pool");
        assert_eq!(earlier(&before, &after, metric, 0), Value::NOT_APPLICABLE);
        assert_eq!(earlier(&before, &after, metric, 1), before.value(metric, 1));
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

    #[test]
    fn a_sum_over_known_days_has_no_change_and_the_sentence_says_why() {
        for id in ["earned_tao_cum", "received_rebuilt_tao", "received_captured_tao"] {
            let metric = registry::known(id);
            let [before, after] =
                [[230_037.0; 4], [230_487.0; 4]].map(|values| fixture::with_values(id, values));
            assert!(movers(&before, &after, metric).is_empty(), "{id}");
            let of = |snapshot: &Snapshot| snapshot.value(metric, 0);
            assert_eq!(moved(metric, of(&before), of(&after), &Locale::default()), None, "{id}");
            let why =
                "more days are known in the later snapshot, so the difference is no payment between the two.";
            assert_eq!(unmoved(&before, &after, metric), format!("{}: {why}", metric.label));
        }
        let [before, after] = [[1.0; 4], [2.0; 4]].map(|values| fixture::with_values("stars", values));
        assert_eq!(movers(&before, &after, registry::known("stars")).len(), 4);
    }

    #[test]
    fn a_change_is_told_in_the_terms_of_its_metric() {
        let told = |id: &str, before: f64, after: f64| {
            let value = |number| Value::from(Some(number));
            moved(registry::known(id), value(before), value(after), &Locale::default())
        };
        assert_eq!(told("market_cap_tao", 100.0, 88.0).as_deref(), Some("−12.0\u{a0}%"));
        assert_eq!(told("market_cap_tao", 100.0, 112.5).as_deref(), Some("+12.5\u{a0}%"));
        assert_eq!(told("market_cap_tao", 100.0, 100.0).as_deref(), Some("no change"));
        assert_eq!(told("market_cap_tao", 0.0, 5.0).as_deref(), Some("+5"));
        assert_eq!(told("market_cap_tao", 2.0, 5000.0).as_deref(), Some("× 2,500"));
        assert_eq!(told("slots_filled", 0.5, 0.75).as_deref(), Some("+25.00 points"));
        assert_eq!(told("emission_enabled", 1.0, 0.0).as_deref(), Some("now no"));
        assert_eq!(told("releases_365d", 8.0, 12.0), None, "how many more is not known");
        assert_eq!(told("releases_365d", 4.0, 6.0).as_deref(), Some("+50.0\u{a0}%"));
        let metric = registry::known("market_cap_tao");
        let one = Value::from(Some(1.0));
        assert_eq!(moved(metric, Value::NOT_MEASURED, one, &Locale::default()), None);
    }
}
