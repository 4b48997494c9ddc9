//! Sentences that state what the data shows: true for the rows they are made of, or not made.

pub mod claim;
pub mod events;
pub mod slots;

use crate::compute::formula::total;
use crate::compute::frontier::{self, Standing};
use crate::format::{self, Locale};
use crate::model::value::Direction;
use crate::model::{Day, Evidence, Ladder, Rung, Value};
use crate::registry::{self, Metric, Style};
use crate::snapshot::{History, Snapshot};

/// The rows that have a number, largest first; equal numbers keep their order.
pub fn ranked(snapshot: &Snapshot, rows: &[usize], metric: &'static Metric) -> Vec<usize> {
    let mut ranked: Vec<_> =
        rows.iter().copied().filter(|row| snapshot.value(metric, *row).number().is_some()).collect();
    ranked.sort_by(|a, b| {
        snapshot.value(metric, *a).compare(snapshot.value(metric, *b), Direction::Descending)
    });
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
    let order = ranked(snapshot, &of_kind, registry::known("emission_tao_day"));
    let place = order.iter().position(|other| *other == row).unwrap_or(0);
    let mut peers: Vec<_> = order.into_iter().enumerate().filter(|(_, other)| *other != row).collect();
    peers.sort_by_key(|(at, _)| at.abs_diff(place));
    peers.into_iter().take(most).map(|(_, peer)| peer).collect()
}

/// What was received since the last verified ship, on the days there is data for; `None` when no ship
/// has a date, or nothing is known since. Reachability is not a ship: it is found anew every day.
pub fn since_last_ship(
    history: &History,
    evidence: &[Evidence],
    until: Option<Day>,
    locale: &Locale,
) -> Option<String> {
    let ships = evidence.iter().filter(|item| item.rung == Rung::Release).filter_map(|item| item.day);
    let last = ships.max()?;
    let series = history.series(registry::known("emission_tao_day"))?;
    let amounts: Vec<f64> =
        series.points().filter(|(day, _)| *day > last).map(|(_, amount)| amount).collect();
    let missing = usize::try_from(until?.since(last)).ok()?.checked_sub(amounts.len())?;
    let received = format::number(amounts.iter().sum(), Style::Decimals(1), locale);
    let counted = format!("{received} τ received since its last verified release on {}", format::day(last));
    Some(match (amounts.len(), missing) {
        (0, missing) => format!(
            "Nothing is known of what it received in the {missing} days since its last verified release on {}.",
            format::day(last)
        ),
        (_, 0) => format!("{counted}."),
        (days, missing) => {
            format!("{counted}, on the {days} days with data; {missing} days without are not counted.")
        }
    })
}

/// How many of the rows stand on a rung or above.
pub fn standing(snapshot: &Snapshot, rows: &[usize], rung: Rung) -> usize {
    rows.iter().filter(|row| snapshot.subnets[**row].ladder.highest() >= Some(rung)).count()
}

/// Small numbers as words, as a sentence wants them.
fn words(count: usize) -> String {
    let names = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    names.get(count).map_or_else(|| count.to_string(), |name| (*name).to_owned())
}
