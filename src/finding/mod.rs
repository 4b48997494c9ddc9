//! Sentences that state what the data shows: true for the rows they are made of, or not made.

mod builders;
pub mod card;
pub mod changes;
pub mod claim;
pub mod copies;
mod described;
pub mod difference;
pub mod events;
pub mod example;
pub mod figures;
pub mod known;
pub mod lists;
pub mod movement;
pub mod part;
pub mod quoted;
mod received;
pub mod shipped;
pub mod since;
pub mod slots;
pub mod teams;
pub mod unpaid;
pub mod unverified;
pub mod usage;

pub use builders::{quiet_builders, standings, unpaid, unpaid_builders, unpaid_title};
pub use described::described;
pub use received::{received, since_last_ship};

use self::card::{Card, Spread, Tally};
use self::part::Part;
use crate::compute::concentration::{Concentration, NotConcentrated};
use crate::compute::rank::RankInterval;
use crate::compute::{order, select};
use crate::format::{self, Locale};
use crate::model::value::Direction;
use crate::model::{Day, SubnetId, Value};
use crate::registry::{self, Metric, Style};
use crate::snapshot::{Snapshot, day, wire};

/// The rows that have a number, largest first; equal numbers keep their order.
pub fn ranked(snapshot: &Snapshot, rows: &[usize], metric: &'static Metric) -> Vec<usize> {
    let mut ranked: Vec<_> =
        rows.iter().copied().filter(|row| snapshot.value(metric, *row).number().is_some()).collect();
    select::sort(&mut ranked, &[select::by_value(|row| snapshot.value(metric, row), Direction::Descending)]);
    ranked
}

/// How a metric is spread over some rows.
///
/// # Errors
/// When the values are no parts of a whole.
pub fn spread(
    snapshot: &Snapshot,
    metric: &'static Metric,
    rows: &[usize],
) -> Result<Concentration, NotConcentrated> {
    Concentration::of(rows.iter().map(|row| snapshot.value(metric, *row)))
}

/// What all subnets together are paid a day, and how few take how much of it. `None` where emission is
/// not measured.
fn payment(snapshot: &Snapshot, locale: &Locale) -> Option<Vec<Part>> {
    let rows: Vec<usize> = (0..snapshot.subnets.len()).collect();
    let metric = registry::known("emission_tao_day");
    let ranked = ranked(snapshot, &rows, metric);
    let amounts: Vec<Value> = ranked.iter().map(|row| snapshot.value(metric, *row)).collect();
    let spread = spread(snapshot, metric, &ranked).ok()?;
    let nothing = amounts.iter().filter(|amount| amount.number() == Some(0.0)).count();
    let all = ranked.len();
    let receiving = all - nothing;
    let top = receiving.min(5);
    let paid = if nothing == 0 { all.to_string() } else { format!("{receiving} of {all}") };
    let sum = Card::of_total(snapshot, metric, locale);
    let mut parts = vec![
        Part::words("The network pays "),
        Part::said(format::number(spread.total, Style::Integer, locale), sum),
        Part::words(" τ a day to "),
        Part::counted(paid, Tally::Paid(metric)),
        Part::words(" subnets."),
    ];
    let most = receiving > top;
    if most {
        let share = (Spread::Top(top), &spread);
        let share = Card::of_spread(snapshot, metric, share, &whose(snapshot, &rows), locale);
        let text = format::number(spread.top_share(top), Style::Percent(0), locale);
        parts.extend([
            Part::words(format!(" {} of them take ", words(top))),
            Part::said(text, share),
            Part::words(" of it"),
        ]);
    }
    if nothing > 0 {
        parts.extend([
            Part::words(if most { "; " } else { " " }),
            Part::counted(nothing, Tally::Unpaid(metric)),
            Part::words(" received none of the TAO emission at that block"),
        ]);
    }
    if most || nothing > 0 {
        parts.push(Part::words("."));
    }
    Some(parts)
}

/// What the numbers of a metric are, once for a list of them: `Price in τ/α, 7 Aug 2026`.
pub fn measured_as(snapshot: &Snapshot, metric: &'static Metric) -> String {
    let unit = format::unit(metric.unit);
    let unit = if unit.is_empty() { unit } else { format!(" in {unit}") };
    let day = snapshot.column(metric).and_then(|column| column.provenance.as_of.day);
    let day = day.or(snapshot.as_of.day).map_or_else(String::new, |day| format!(", {}", format::day(day)));
    format!("{}{unit}{day}", metric.label)
}

/// The headline of the overview.
pub fn overview(snapshot: &Snapshot) -> String {
    format!("What {} subnets earned, and what they shipped", snapshot.subnets.len())
}

/// What the network pays, or that it is not known.
pub fn paid(snapshot: &Snapshot, locale: &Locale) -> Vec<Part> {
    payment(snapshot, locale).unwrap_or_else(|| {
        let unknown =
            "Emission is not measured in this snapshot: what each subnet was paid is not known for this day.";
        vec![Part::words(unknown)]
    })
}

/// That nobody measured what a chart would be of.
pub fn unmeasured(snapshot: &Snapshot, metric: &Metric) -> String {
    let day = snapshot.as_of.day.map(format::day).unwrap_or_default();
    format!("{} was not measured in the snapshot of {day}, so there is nothing to draw.", metric.label)
}

/// What a registration is that has lost its slot.
pub fn former(id: SubnetId) -> String {
    format!("SN{id} · a former registration of slot {}", id.netuid())
}

/// When a subnet was registered, as far as it is known.
pub fn registered(snapshot: &Snapshot, row: usize, locale: &Locale) -> String {
    match snapshot.value(registry::known("registered_at_block"), row) {
        Value::Number(block) => {
            format!("registered at block {}", format::number(block, Style::Integer, locale))
        }
        Value::Missing(_) => "registration not measured".to_owned(),
    }
}

/// Who holds the slot of a former registration: before and after the name.
pub const SLOT_HELD_TODAY: [&str; 2] =
    ["The slot is held today by ", ", another registration and another project until shown otherwise."];

/// How a registration stands in the count of its slot.
pub fn registration(id: SubnetId) -> String {
    match id.generation() {
        1 => "first known registration of the slot".to_owned(),
        n => format!("registration {n} of the slot"),
    }
}

/// Others of the same category, nearest in rank by emission first, and of those as near the higher in rank.
/// Subnets that receive the same have one rank.
pub fn peers(snapshot: &Snapshot, row: usize, most: usize) -> Vec<usize> {
    let Some(category) = &snapshot.subnets[row].category else { return Vec::new() };
    let emission = registry::known("emission_tao_day");
    let all: Vec<usize> = (0..snapshot.subnets.len()).collect();
    let ranked = ranked(snapshot, &all, emission);
    let value = |row: usize| snapshot.value(emission, row).number();
    let place = |row: usize| ranked.iter().position(|other| value(*other) == value(row)).unwrap_or(0);
    let own = place(row);
    let mut near = ranked.clone();
    near.retain(|other| *other != row && snapshot.subnets[*other].category.as_ref() == Some(category));
    order::sort(&mut near, &|a, b| place(a).abs_diff(own).cmp(&place(b).abs_diff(own)));
    near.truncate(most);
    near
}

/// Days after which a reader is told how old the newest snapshot is.
const STALE_DAYS: i32 = 7;

/// That the newest snapshot is old, when it is; nothing when it is young, or the clock stands before it.
pub fn staleness(as_of: Day, today: Day) -> Option<String> {
    let age = today.since(as_of);
    (age > STALE_DAYS).then(|| {
        // One line on a phone: the page keeps room for one.
        format!("Newest snapshot: {}, {age} days ago.", format::day(as_of))
    })
}

/// A rank by what is earned, with what it holds under: one place where all definitions agree, an
/// interval where they do not.
pub fn place(rank: Option<RankInterval>) -> String {
    match rank {
        None => "no rank: not measured".to_owned(),
        Some(rank) if rank.is_certain() => {
            format!("rank {rank} of {} under all three definitions of earned", rank.of)
        }
        Some(rank) => format!("rank {rank} of {}, by the definition of earned", rank.of),
    }
}

/// The day a registration lost its slot; `None` for one that holds it, or of which no day is known.
pub fn lost_on(profile: &wire::Profile, id: SubnetId) -> Option<Day> {
    let name = id.to_string();
    let position = profile.generations.iter().position(|generation| generation.id == name)?;
    day(Some(&profile.generations.get(position + 1)?.registered_on))
}

/// The day of a registration, as a sentence has it after “on” and “from”.
pub fn registered_day(generation: &wire::Generation) -> String {
    day(Some(&generation.registered_on)).map_or_else(|| "a day that is not known".to_owned(), format::day)
}

/// Why no curve is drawn of emission that is known of so many days.
pub fn too_short(days: usize) -> String {
    let known = if days == 0 { "No day" } else { "One day" };
    format!("{known} of this registration’s emission is known, so no curve is drawn.")
}

/// When a registration held its slot: from the day it was registered, to the day of the next.
pub fn tenure(profile: &wire::Profile, id: SubnetId) -> String {
    let name = id.to_string();
    let position = profile.generations.iter().position(|generation| generation.id == name);
    let own = position.and_then(|position| profile.generations.get(position));
    let next = position.and_then(|position| profile.generations.get(position + 1));
    match (own, next) {
        (Some(own), Some(next)) => format!(
            "It held the slot from {} to {}, when the slot was registered anew. What was known of it stays here.",
            registered_day(own),
            registered_day(next)
        ),
        (Some(own), None) => {
            format!("It was registered on {}; when it lost the slot is not known.", registered_day(own))
        }
        (None, _) => "When it held the slot is not known.".to_owned(),
    }
}

/// What came of computing every number that has a formula once more from the captured columns.
pub fn recomputed(snapshot: &Snapshot) -> String {
    let formulas = registry::all().filter(|metric| snapshot.recomputed(metric).is_some());
    let (mut computed, mut published, mut wrong) = (0, 0, Vec::new());
    for metric in formulas {
        match snapshot.column(metric) {
            Some(column) if !column.computed => {
                published += 1;
                wrong.extend(snapshot.mismatches(metric).first().map(|_| metric.label));
            }
            _ => computed += 1,
        }
    }
    let computed = format!(
        "{} computed here from the captured columns, as every page shows them",
        counted(computed, "metric is", "metrics are")
    );
    match (published, wrong.len()) {
        (0, _) => format!("{computed}; the files of the snapshot hold no numbers that have a formula."),
        (_, 0) => format!(
            "{computed}; {} published too, and equal what their formulas give.",
            counted(published, "is", "are")
        ),
        _ => format!("{computed}. Published numbers are not what their formulas give: {}.", wrong.join(", ")),
    }
}

/// Whom numbers of these rows are about: `all 128 subnets`, `19 of 128 subnets`.
pub fn whose(snapshot: &Snapshot, rows: &[usize]) -> String {
    match (rows.len(), snapshot.subnets.len()) {
        (some, all) if some == all => format!("all {all} subnets"),
        (some, all) => format!("{some} of {all} subnets"),
    }
}

/// A count with what is counted.
fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("{count} {one}") } else { format!("{count} {many}") }
}

/// Small numbers as words, as a sentence wants them.
fn words(count: usize) -> String {
    let names = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    names.get(count).map_or_else(|| count.to_string(), |name| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{fixture, snapshot_from_wire};

    #[test]
    fn peers_stand_by_distance_in_rank_and_the_higher_of_two_as_near_first() {
        let (root, summary) = fixture::wire();
        let mut summary = serde_json::to_value(&summary).unwrap();
        // Of the first, fourth to seventh, and the two that are level on the eighth rank.
        let kinds = [Some(0), None, None, Some(0), Some(0), Some(0), Some(0), Some(0), Some(0)];
        let all = |text: &dyn Fn(usize) -> String| (1..=kinds.len()).map(text).collect::<Vec<_>>();
        summary["subnets"] = serde_json::json!(all(&|at| format!("{at}.r1")));
        summary["name"] = serde_json::json!(all(&|at| format!("N{at}")));
        summary["symbol"] = serde_json::json!(all(&|_| "x".to_owned()));
        summary["category"] = serde_json::json!(kinds);
        summary["ladder"]["states"] = serde_json::json!(all(&|_| "-----".to_owned()));
        let paid = [90, 80, 70, 60, 50, 40, 30, 0, 0];
        summary["metrics"]["emission_tao_day"]["values"] = serde_json::json!(paid);
        let (snapshot, _) = snapshot_from_wire(root, serde_json::from_value(summary).unwrap()).unwrap();
        assert_eq!(peers(&snapshot, 4, 9), [3, 5, 6, 7, 8, 0]);
        assert_eq!(peers(&snapshot, 4, 3), [3, 5, 6]);
        assert_eq!(peers(&snapshot, 8, 3), [7, 6, 5], "the level one has the same rank");
        assert_eq!(peers(&snapshot, 1, 3), [0; 0], "it has no category");
    }

    #[test]
    fn an_old_snapshot_says_so_and_a_wrong_clock_does_not() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let told = |today: &str| staleness(day("2026-08-07"), day(today));
        assert_eq!(told("2026-08-14"), None);
        assert_eq!(told("2026-08-15").unwrap(), "Newest snapshot: 7 Aug 2026, 8 days ago.");
        assert_eq!(told("1970-01-01"), None);
    }
}
