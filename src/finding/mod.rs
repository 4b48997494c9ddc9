//! Sentences that state what the data shows: true for the rows they are made of, or not made.

mod builders;
pub mod card;
pub mod changes;
pub mod claim;
pub mod copies;
mod described;
pub mod events;
pub mod example;
pub mod figures;
pub mod known;
pub mod lists;
pub mod movement;
pub mod part;
pub mod quoted;
pub mod shipped;
pub mod since;
pub mod slots;
pub mod teams;
pub mod unpaid;
pub mod unverified;
pub mod usage;

pub use builders::{quiet_builders, standings, unpaid, unpaid_builders, unpaid_title};
pub use described::described;

use self::card::{Card, Days, Spread, Tally};
use self::part::Part;
use crate::compute::concentration::{Concentration, NotConcentrated};
use crate::compute::earned::Total;
use crate::compute::rank::RankInterval;
use crate::compute::{order, select};
use crate::format::{self, Locale};
use crate::model::value::Direction;
use crate::model::{Day, Evidence, Rung, SubnetId, Value};
use crate::registry::{self, Metric, Style};
use crate::snapshot::{History, Snapshot, wire};

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
    let top = ranked.len().min(5);
    let all = ranked.len();
    let paid = if nothing == 0 { all.to_string() } else { format!("{} of {all}", all - nothing) };
    let sum = Card::of_total(snapshot, metric, locale);
    let mut parts = vec![
        Part::words("The network pays "),
        Part::said(format::number(spread.total, Style::Integer, locale), sum),
        Part::words(" τ a day to "),
        Part::counted(paid, Tally::Paid(metric)),
        Part::words(" subnets."),
    ];
    let most = all > top;
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

/// What was received since the last verified release, on the days there is data for, or that no release
/// has a date; `None` where no day is known. Reachability is no ship: it is found anew every day.
pub fn since_last_ship(
    snapshot: &Snapshot,
    history: &History,
    evidence: &[Evidence],
    until: Option<Day>,
    locale: &Locale,
) -> Option<Vec<Part>> {
    let series = history.series(registry::known("emission_tao_day"))?;
    let release = |item: &&Evidence| item.rung == Rung::Release && item.grade.is_shown();
    let last = evidence.iter().filter(release).filter_map(|item| item.day).max();
    let Some(last) = last else {
        let unknown = "No release of it is known with a date, so what it received since its last verified release is not known.";
        return Some(vec![Part::words(unknown)]);
    };
    let until = until?;
    let total = Total::since_ship(series, last, until);
    let ship = format!("its last verified release on {}", format::day(last));
    let missing = counted(total.missing_days, "day", "days");
    let after = match (total.captured_days + total.reconstructed_days, total.missing_days) {
        (0, 0) => return Some(vec![Part::words(format!("No day has passed since {ship}."))]),
        (0, _) => {
            let unknown = format!("Nothing is known of what it received in the {missing} since {ship}.");
            return Some(vec![Part::words(unknown)]);
        }
        // The amount of a day is no sum.
        (1, _) => {
            let day = series.points().map(|(day, _)| day).filter(|day| *day > last && *day <= until).last();
            let day = day.map(format::day).unwrap_or_default();
            let rest = match total.missing_days {
                0 => String::new(),
                _ => format!(" What it received on the other {missing} is not known."),
            };
            format!(" τ received on {day}, the one day with data since {ship}.{rest}")
        }
        (days, 0) => format!(" τ received since {ship}, in {days} days."),
        (days, _) => {
            format!(
                " τ received since {ship}, on {days} days with data; {missing} without data are not counted."
            )
        }
    };
    let days = Days { from: last.plus(1), to: until, total, rebuilt: None };
    let card = Card::of_received(snapshot, history, days, locale);
    Some(vec![Part::said(format::number(total.tao(), Style::Decimals(1), locale), card), Part::words(after)])
}

/// What a registration has received in all, and which part of it a model made.
pub fn received(snapshot: &Snapshot, history: &History, locale: &Locale) -> Option<Vec<Part>> {
    let series = history.series(registry::known("emission_tao_day"))?;
    let ((from, to), total) = (series.extent()?, Total::of(series)?);
    let tao = |amount: f64, rebuilt: bool| {
        let days = Days { from, to, total, rebuilt: Some(rebuilt) };
        let card = Card::of_received(snapshot, history, days, locale);
        Part::said(format::number(amount, Style::Integer, locale), card)
    };
    let mut parts = vec![Part::words("Known to have received ")];
    if total.reconstructed_days > 0 {
        parts.push(tao(total.reconstructed_tao, true));
        let days = total.reconstructed_days;
        parts.push(Part::words(format!(" τ on {days} days, reconstructed from prices")));
    }
    if total.captured_days > 0 {
        if total.reconstructed_days > 0 {
            parts.push(Part::words(", and "));
        }
        parts.push(tao(total.captured_tao, false));
        parts.push(Part::words(format!(" τ on {}", captured_days(total.captured_days))));
    }
    let missing = match total.missing_days {
        0 => String::new(),
        1 => " 1 day in between has no value, so the true sum is larger.".to_owned(),
        missing => format!(" {missing} days in between have no value, so the true sum is larger."),
    };
    parts.push(Part::words(format!(".{missing}")));
    Some(parts)
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

/// The day a registration lost its slot; `None` for one that holds it, or of which no day is known.
pub fn lost_on(profile: &wire::Profile, id: SubnetId) -> Option<Day> {
    let name = id.to_string();
    let position = profile.generations.iter().position(|generation| generation.id == name)?;
    profile.generations.get(position + 1)?.registered_on.parse().ok()
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
    use crate::model::Grade;

    #[test]
    fn what_came_since_a_release_is_a_sum_only_where_it_is_of_days() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let series = |values: &[Option<f64>]| {
            crate::model::Series::of(day("2026-08-01"), values.to_vec(), Grade::Chain, None)
        };
        let told = |values: &[Option<f64>], released: Option<&str>, grade| {
            let metric = registry::known("emission_tao_day");
            let id = SubnetId::new(25, 1).unwrap();
            let history = History { id, series: vec![(metric, series(values))], notes: Default::default() };
            let evidence = released.map(|released| Evidence {
                rung: Rung::Release,
                what: "v1".to_owned(),
                link: None,
                day: Some(day(released)),
                grade,
                source: None,
                shared_with: Vec::new(),
            });
            let evidence: Vec<Evidence> = evidence.into_iter().collect();
            let (snapshot, locale) = (crate::snapshot::fixture::snapshot(), Locale::default());
            let said = since_last_ship(&snapshot, &history, &evidence, Some(day("2026-08-05")), &locale);
            part::plain(&snapshot, &said.unwrap(), &locale)
        };
        let said = |values: &[Option<f64>], released| told(values, released, Grade::PublicRecord);
        let one = [Some(5.0), None, None, None, Some(362.3)];
        assert_eq!(
            said(&one, Some("2026-08-02")),
            "362.3 τ received on 5 Aug 2026, the one day with data since its last verified release on 2 Aug 2026. What it received on the other 2 days is not known."
        );
        assert_eq!(
            said(&one, Some("2026-07-30")),
            "367.3 τ received since its last verified release on 30 Jul 2026, on 2 days with data; 4 days without data are not counted."
        );
        assert_eq!(
            said(&[Some(5.0), Some(1.5)], Some("2026-08-03")),
            "Nothing is known of what it received in the 2 days since its last verified release on 3 Aug 2026."
        );
        assert!(said(&one, None).starts_with("No release of it is known with a date"));
        // That somebody speaks of a release is none.
        assert_eq!(told(&one, Some("2026-08-02"), Grade::TeamSays), said(&one, None));
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
