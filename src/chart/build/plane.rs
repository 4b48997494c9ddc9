//! The earned-shipped plane.

use super::measure;
use super::words::{Credit, counted, noun, shown, was};
use crate::chart::number::round_with_unit;
use crate::chart::spec::{ChartSpec, Lane, LaneDot, Lanes, Plot, Tone};
use crate::compute::frontier::quiet_builders;
use crate::finding;
use crate::finding::card::{Sought, Tally};
use crate::finding::part::{Part, plain};
use crate::format::{self, Locale};
use crate::model::{Ladder, Rung, RungState};
use crate::registry::Unit;
use crate::snapshot::Snapshot;
use crate::view::{Plane, YScale};

/// The rung from which on dots are marked when the reader has made no cut: a product that answers.
const PRODUCT: u8 = 3;

/// The plane of all subnets; `marked` rows are labelled first.
pub fn plane_chart(snapshot: &Snapshot, view: &Plane, marked: &[usize]) -> ChartSpec {
    let rows: Vec<usize> = (0..snapshot.subnets.len()).collect();
    let standings = finding::standings(snapshot, &rows, view.metric);
    let product = view.cut_y.unwrap_or(PRODUCT);
    let drawn: Vec<(usize, LaneDot)> = standings
        .iter()
        .enumerate()
        .filter_map(|(row, standing)| {
            let x = standing.earned.number().filter(|earned| *earned >= 0.0)?;
            let lane = lane(standing.ladder);
            let high = standing.ladder.highest().is_some_and(|rung| rung.number() >= product);
            let beyond = view.cut_x.is_some_and(|cut| x >= cut);
            let tone = match (view.cut_x, view.cut_y) {
                // Without a cut of rungs, those beyond the only cut there is.
                (Some(_), None) if beyond => Tone::Earned,
                (Some(_), None) => Tone::Plain,
                _ if high => Tone::Shipped,
                _ if beyond && lane != NOT_SEARCHED => Tone::Earned,
                _ => Tone::Plain,
            };
            let (id, label) = (snapshot.subnets[row].id.to_string(), shown(snapshot, row));
            Some((row, LaneDot { id, label, lane, x, tone, marked: marked.contains(&row) }))
        })
        .collect();
    let place = |row: usize| drawn.iter().position(|(other, _)| *other == row);
    let frontier: Vec<usize> = quiet_builders(&standings).into_iter().filter_map(place).collect();
    let dots: Vec<LaneDot> = drawn.into_iter().map(|(_, dot)| dot).collect();
    let measure = measure::own(view.metric);
    let headline = plain(snapshot, &plane_sentence(snapshot, view), &Locale::default());
    let day =
        snapshot.column(view.metric).and_then(|column| column.provenance.as_of.day).or(snapshot.as_of.day);
    let day = day.map_or_else(String::new, |day| format!(", {}", format::day(day)));
    let line = if frontier.is_empty() {
        ""
    } else {
        ". The line of steps: nobody who is paid stands higher for less"
    };
    let subtitle = format!(
        "Each dot is a subnet. Across: {}, {}{day}. Up: the highest rung of evidence found{line}",
        noun(view.metric),
        measure.unit
    );
    let mut notes = Vec::new();
    let missing = standings.len() - dots.len();
    if missing > 0 {
        notes.push(format!(
            "Not drawn, because {} {} not measured: {}.",
            noun(view.metric),
            was(view.metric),
            counted(missing, "subnet")
        ));
    }
    let Credit { source, credits } = Credit::of_columns(snapshot, &[view.metric]);
    let source = match snapshot.searched_on {
        Some(day) => format!("{source}; evidence searched {}", format::day(day)),
        None => source,
    };
    ChartSpec {
        summary: format!("Dot chart of {} subnets. {headline}.", dots.len()),
        headline,
        subtitle,
        source,
        credits,
        notes,
        plot: Plot::Lanes(Lanes {
            x: measure::axis(view.metric, &measure, YScale::Log),
            // A sum of many days is none of one day's.
            zero: match day.is_empty() || ![Unit::TAO_PER_DAY, Unit::USD_PER_DAY].contains(&view.metric.unit)
            {
                true => "none".to_owned(),
                false => "none that day".to_owned(),
            },
            lanes: lanes(snapshot),
            dots,
            frontier,
            cut_x: view.cut_x,
            cut_y: view.cut_y,
        }),
    }
}

/// Positions of the lanes that are no rung; rungs stand between.
const NOTHING_FOUND: u8 = 0;
const CLAIMED: u8 = 1;
const NOT_SEARCHED: u8 = CLAIMED + Rung::ALL.len() as u8 + 1;

/// The lane in which a ladder stands. What was only claimed, or has lapsed, is neither found nor not.
fn lane(ladder: Ladder) -> u8 {
    match (ladder.highest(), ladder.best_from(Rung::PublicCode)) {
        (Some(rung), _) => CLAIMED + rung.number(),
        (None, _) if !ladder.searched() => NOT_SEARCHED,
        (None, RungState::NoneFound) => NOTHING_FOUND,
        (None, _) => CLAIMED,
    }
}

/// The lanes from the lowest up, and the one of those that nobody searched.
fn lanes(snapshot: &Snapshot) -> Vec<Lane> {
    let ladders = || snapshot.subnets.iter().map(|subnet| subnet.ladder);
    let searched = snapshot.anybody_searched();
    let plain = |name: &str, rung| Lane { name: name.to_owned(), rung, unsearched: String::new() };
    let lapsed = ladders()
        .any(|ladder| lane(ladder) == CLAIMED && ladder.best_from(Rung::PublicCode) == RungState::Lapsed);
    let claimed = plain(if lapsed { "claimed or lapsed" } else { "claimed only" }, None);
    let rungs = Rung::ALL.map(|rung| {
        let claims = ladders().filter(|ladder| ladder.state(rung) == RungState::Claimed).count();
        let unsearched = match claims {
            _ if searched[rung as usize] => String::new(),
            0 => "not searched".to_owned(),
            1 => "not searched; 1 subnet claims it".to_owned(),
            claims => format!("not searched; {claims} subnets claim it"),
        };
        Lane { unsearched, ..plain(rung.name(), Some(rung.number())) }
    });
    let mut lanes = vec![plain("nothing found", Some(0)), claimed];
    lanes.extend(rungs);
    lanes.push(plain("not searched", None));
    lanes
}

/// “29 subnets take at least 10 τ/day with nothing verified at rung 3 (reachable product) or above: nothing
/// found there for 18, only a claim there for 11; rung 3 searched 2 Aug 2026, rungs 4 and 5 not searched”.
/// It is about the cuts there are: without one of rungs, how many have anything verified. What nobody measured,
/// and whom nobody searched, is said and not counted as nothing.
pub fn plane_sentence(snapshot: &Snapshot, view: &Plane) -> Vec<Part> {
    if snapshot.measured(view.metric) == 0 {
        return vec![Part::words(format!("{} {} not measured", view.metric.label, was(view.metric)))];
    }
    let rows: Vec<usize> = (0..snapshot.subnets.len()).collect();
    let number = |tally: Tally| rows.iter().filter(|row| tally.counts(snapshot, **row) == Some(true)).count();
    let sought =
        |rung, state| Sought { metric: view.metric, at_least: view.cut_x, rung, state, single: [None; 5] };
    let least = view.cut_x.map(|cut| round_with_unit(cut, &measure::own(view.metric).unit));
    let of = if *view.metric == *Plane::default().metric {
        String::new()
    } else {
        format!(" ({})", noun(view.metric))
    };
    // `earns`, `take at least 10 τ/day`.
    let earn = |s: &str| match &least {
        Some(least) => format!("take{s} at least {least}{of}"),
        None => format!("earn{s}{of}"),
    };
    let Some(rung) = view.cut_y.and_then(Rung::from_number) else {
        let all = view.cut_x.map_or(Tally::Paid(view.metric), |cut| Tally::AtLeast(view.metric, cut));
        let verified = Tally::Sought(sought(Rung::PublicCode, Some(RungState::Satisfied)));
        let open = Tally::Sought(sought(Rung::PublicCode, Some(RungState::NotSearched)));
        let unsearched = number(open);
        let mut parts = match (number(all), number(verified)) {
            (0, _) => return vec![Part::words(format!("No subnet {}", earn("s")))],
            (1, with) => {
                let has = match with {
                    0 if unsearched > 0 => "; nobody searched for what it shipped",
                    0 => ", and has nothing verified on a rung",
                    _ => ", and has something verified on a rung",
                };
                return vec![Part::counted(1, all), Part::words(format!(" subnet {}{has}", earn("s")))];
            }
            (earning, _) if unsearched == earning => {
                return vec![
                    Part::words("Nobody searched for what the "),
                    Part::counted(earning, all),
                    Part::words(format!(" subnets that {} shipped", earn(""))),
                ];
            }
            (earning, with) => vec![
                Part::counted(with, verified),
                Part::words(" of the "),
                Part::counted(earning, all),
                Part::words(format!(" subnets that {} have something verified on a rung", earn(""))),
            ],
        };
        if unsearched > 0 {
            let those =
                [Part::words("; nobody searched "), Part::counted(unsearched, open), Part::words(" of them")];
            parts.extend(those);
        }
        return parts;
    };
    let what =
        format!("with nothing verified at rung {} ({}){}", rung.number(), rung.name(), rung.or_above());
    let sought = sought(rung, None);
    let tally = Tally::Sought(sought);
    let unverified = |row: &&usize| {
        let known = snapshot.subnets[**row].ladder.known_from(rung);
        sought.earns(snapshot, **row) == Some(true) && known != RungState::Satisfied
    };
    let corner = rows.iter().filter(unverified).count();
    let takes = match corner {
        0 => return vec![Part::words(format!("No subnet {} {what}", earn("s")))],
        1 => format!(" subnet {}", earn("s")),
        _ => format!(" subnets {}", earn("")),
    };
    // The table of all of them leaves out those of whom nobody knows what they shipped.
    let count = match corner == number(tally) {
        true => Part::counted(corner, tally),
        false => Part::words(corner.to_string()),
    };
    let mut parts = vec![count, Part::words(format!("{takes} {what}: "))];
    parts.extend(finding::unverified::why(snapshot, sought, true));
    parts
}
