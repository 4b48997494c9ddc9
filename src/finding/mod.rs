//! Sentences that state what the data shows: true for the rows they are made of, or not made.

pub mod card;
pub mod changes;
pub mod claim;
pub mod copies;
pub mod events;
pub mod figures;
pub mod lists;
pub mod quoted;
pub mod shipped;
pub mod since;
pub mod slots;

use crate::compute::earned::Total;
use crate::compute::formula::total;
use crate::compute::frontier::{self, Standing};
use crate::compute::rank::RankInterval;
use crate::compute::{order, select};
use crate::format::{self, Locale};
use crate::model::value::Direction;
use crate::model::{Day, Evidence, Ladder, Rung, SubnetId, Value};
use crate::registry::{self, Metric, Style};
use crate::snapshot::{History, Snapshot, wire};

/// The rows that have a number, largest first; equal numbers keep their order.
pub fn ranked(snapshot: &Snapshot, rows: &[usize], metric: &'static Metric) -> Vec<usize> {
    let mut ranked: Vec<_> =
        rows.iter().copied().filter(|row| snapshot.value(metric, *row).number().is_some()).collect();
    select::sort(&mut ranked, &[select::by_value(|row| snapshot.value(metric, row), Direction::Descending)]);
    ranked
}

/// What all rows together are paid a day, and how few take how much of it. `None` where emission is
/// not measured.
pub fn payment(snapshot: &Snapshot, rows: &[usize], locale: &Locale) -> Option<String> {
    let metric = registry::known("emission_tao_day");
    let ranked = ranked(snapshot, rows, metric);
    let amounts: Vec<Value> = ranked.iter().map(|row| snapshot.value(metric, *row)).collect();
    let sum = total(&amounts).number().filter(|sum| *sum > 0.0)?;
    let nothing = amounts.iter().filter(|amount| amount.number() == Some(0.0)).count();
    let top = ranked.len().min(5);
    let part = total(&amounts[..top]).number()? / sum;
    let sum = format::number(sum, Style::Integer, locale);
    let part = format::number(part, Style::Percent(0), locale);
    let first = format!("The network pays {sum} τ a day to {} subnets.", ranked.len());
    let second =
        if ranked.len() > top { format!(" {} of them take {part} of it", words(top)) } else { String::new() };
    let third = match (second.is_empty(), nothing) {
        (true, 0) => String::new(),
        (true, _) => format!(" {nothing} received nothing at that block."),
        (false, 0) => ".".to_owned(),
        (false, _) => format!("; {nothing} received nothing at that block."),
    };
    Some(format!("{first}{second}{third}"))
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
pub fn paid(snapshot: &Snapshot, rows: &[usize], locale: &Locale) -> String {
    payment(snapshot, rows, locale).unwrap_or_else(|| {
        "Emission is not measured in this snapshot: what each subnet was paid is not known for this day."
            .to_owned()
    })
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

/// Rows that are paid at least `floor` TAO a day and whose ladder, having been searched, has nothing
/// satisfied at `rung` or above.
pub fn paid_without(snapshot: &Snapshot, rows: &[usize], floor: f64, rung: Rung) -> Vec<usize> {
    let metric = registry::known("emission_tao_day");
    let paid = |row: &usize| snapshot.value(metric, *row).number().is_some_and(|amount| amount >= floor);
    let mut found = ranked(snapshot, rows, metric);
    found.retain(|row| paid(row) && below(snapshot.subnets[*row].ladder, rung));
    found
}

/// Whether a ladder that has been searched stands below a rung.
pub fn below(ladder: Ladder, rung: Rung) -> bool {
    ladder.searched() && ladder.highest().is_none_or(|highest| highest < rung)
}

/// Where the rows stand on the plane of a metric, in their order.
pub fn standings(snapshot: &Snapshot, rows: &[usize], metric: &'static Metric) -> Vec<Standing> {
    let standing = |row: &usize| Standing {
        earned: snapshot.value(metric, *row),
        ladder: snapshot.subnets[*row].ladder,
    };
    rows.iter().map(standing).collect()
}

/// Rows that nobody beats at shipping more for less: see [`frontier::quiet_builders`].
pub fn quiet_builders(snapshot: &Snapshot, rows: &[usize]) -> Vec<usize> {
    let standings = standings(snapshot, rows, registry::known("emission_tao_day"));
    frontier::quiet_builders(&standings).into_iter().map(|position| rows[position]).collect()
}

/// Others of the same category, those whose emission is nearest in order of size first.
pub fn peers(snapshot: &Snapshot, row: usize, most: usize) -> Vec<usize> {
    let Some(category) = &snapshot.subnets[row].category else { return Vec::new() };
    let of_kind: Vec<_> = (0..snapshot.subnets.len())
        .filter(|other| snapshot.subnets[*other].category.as_ref() == Some(category))
        .collect();
    let ranked = ranked(snapshot, &of_kind, registry::known("emission_tao_day"));
    let place = ranked.iter().position(|other| *other == row).unwrap_or(0);
    let near = order::sorted(ranked.len(), &|a, b| a.abs_diff(place).cmp(&b.abs_diff(place)));
    near.into_iter().map(|at| ranked[at]).filter(|other| *other != row).take(most).collect()
}

/// What was received since the last verified release, on the days there is data for; `None` when no
/// release has a date. Reachability is no ship: it is found anew every day.
pub fn since_last_ship(
    history: &History,
    evidence: &[Evidence],
    until: Option<Day>,
    locale: &Locale,
) -> Option<String> {
    let last = evidence.iter().filter(|item| item.rung == Rung::Release).filter_map(|item| item.day).max()?;
    let total = Total::since_ship(history.series(registry::known("emission_tao_day"))?, last, until?);
    let ship = format!("its last verified release on {}", format::day(last));
    Some(match total.captured_days + total.reconstructed_days {
        0 => format!("Nothing is known of what it received in the {} days since {ship}.", total.missing_days),
        days => {
            let received = format::number(total.tao(), Style::Decimals(1), locale);
            let rest = match total.missing_days {
                0 => String::new(),
                missing => format!("; {missing} days without data are not counted"),
            };
            format!("{received} τ received since {ship}, on the {days} days with data{rest}.")
        }
    })
}

/// What a registration has received in all, and which part of it a model made.
pub fn received(history: &History, locale: &Locale) -> Option<String> {
    let total = Total::of(history.series(registry::known("emission_tao_day"))?)?;
    let tao = |amount: f64| format::number(amount, Style::Integer, locale);
    let rebuilt = format!(
        "{} τ on {} days, reconstructed from prices",
        tao(total.reconstructed_tao),
        total.reconstructed_days
    );
    let captured = format!("{} τ on {}", tao(total.captured_tao), captured_days(total.captured_days));
    let parts = match (total.reconstructed_days, total.captured_days) {
        (0, _) => captured,
        (_, 0) => rebuilt,
        _ => format!("{rebuilt}, and {captured}"),
    };
    let missing = match total.missing_days {
        0 => String::new(),
        missing => format!(" {missing} days in between have no value, so the true sum is larger."),
    };
    Some(format!("Known to have received {parts}.{missing}"))
}

fn captured_days(count: usize) -> String {
    if count == 1 { "the one day captured".to_owned() } else { format!("{count} captured days") }
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

/// The last name that a registration was seen with, as written on chain: hostile text.
pub fn name_of(profile: &wire::Profile, id: SubnetId) -> Option<&str> {
    let id = id.to_string();
    profile.generations.iter().find(|generation| generation.id == id).map(|own| own.name.as_str())
}

/// When a registration held its slot: from the day it was registered, to the day of the next.
pub fn tenure(profile: &wire::Profile, id: SubnetId) -> String {
    let name = id.to_string();
    let position = profile.generations.iter().position(|generation| generation.id == name);
    let own = position.and_then(|position| profile.generations.get(position));
    let next = position.and_then(|position| profile.generations.get(position + 1));
    let day = |generation: &wire::Generation| {
        generation.registered_on.parse().map_or_else(|_| generation.registered_on.clone(), format::day)
    };
    match (own, next) {
        (Some(own), Some(next)) => format!(
            "It held the slot from {} to {}, when the slot was registered anew. What was known of it stays here.",
            day(own),
            day(next)
        ),
        (Some(own), None) => {
            format!("It was registered on {}; when it lost the slot is not known.", day(own))
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
        (0, _) => format!("{computed}; none of them stands in the files of the snapshot."),
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

    #[test]
    fn an_old_snapshot_says_so_and_a_wrong_clock_does_not() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let told = |today: &str| staleness(day("2026-08-07"), day(today));
        assert_eq!(told("2026-08-14"), None);
        assert_eq!(told("2026-08-15").unwrap(), "Newest snapshot: 7 Aug 2026, 8 days ago.");
        assert_eq!(told("1970-01-01"), None);
    }
}
