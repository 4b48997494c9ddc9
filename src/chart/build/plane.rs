//! The earned-shipped plane.

use super::measure;
use super::words::{Credit, counted, noun, shown, was};
use crate::chart::number::round_with_unit;
use crate::chart::spec::{ChartSpec, Lane, LaneDot, Lanes, Plot, Tone};
use crate::compute::frontier::{Standing, Unverified, corner, quiet_builders};
use crate::finding::card::{Sought, Tally};
use crate::finding::part::{Part, plain};
use crate::finding::{self, shipped};
use crate::format::{self, Locale};
use crate::model::{Ladder, Rung, RungState};
use crate::snapshot::Snapshot;
use crate::view::{Plane, YScale};

/// The rung that the headline is about when the reader has made no cut: a product that answers.
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
            let tone = match (high, view.cut_x) {
                (true, _) => Tone::Shipped,
                (false, Some(cut)) if x >= cut && lane != NOT_SEARCHED => Tone::Earned,
                (false, _) => Tone::Plain,
            };
            let (id, label) = (snapshot.subnets[row].id.to_string(), shown(snapshot, row));
            Some((row, LaneDot { id, label, lane, x, tone, marked: marked.contains(&row) }))
        })
        .collect();
    let place = |row: usize| drawn.iter().position(|(other, _)| *other == row);
    let frontier: Vec<usize> = quiet_builders(&standings).into_iter().filter_map(place).collect();
    let dots: Vec<LaneDot> = drawn.into_iter().map(|(_, dot)| dot).collect();
    let measure = measure::own(view.metric);
    let locale = Locale::default();
    let headline = plain(snapshot, &plane_sentence(snapshot, view, &locale), &locale);
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
            zero: if day.is_empty() { "none".to_owned() } else { "none that day".to_owned() },
            lanes: lanes(&standings),
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
fn lanes(standings: &[Standing]) -> Vec<Lane> {
    let ladders = || standings.iter().map(|standing| standing.ladder);
    let plain = |name: &str, rung| Lane { name: name.to_owned(), rung, unsearched: String::new() };
    let lapsed = ladders()
        .any(|ladder| lane(ladder) == CLAIMED && ladder.best_from(Rung::PublicCode) == RungState::Lapsed);
    let claimed = plain(if lapsed { "claimed or lapsed" } else { "claimed only" }, None);
    let rungs = Rung::ALL.map(|rung| {
        let states = || ladders().map(|ladder| ladder.state(rung));
        let searched = states().any(|state| !matches!(state, RungState::NotSearched | RungState::Claimed));
        let unsearched = match states().filter(|state| *state == RungState::Claimed).count() {
            _ if searched => String::new(),
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
/// found there for 18, only a claim there for 11; rung 3 searched 2 Aug 2026, rungs 4 and 5 not searched”;
/// without cuts, how many of those that earn have a product.
pub fn plane_sentence(snapshot: &Snapshot, view: &Plane, locale: &Locale) -> Vec<Part> {
    let rows: Vec<usize> = (0..snapshot.subnets.len()).collect();
    let standings = finding::standings(snapshot, &rows, view.metric);
    let number = view.cut_y.unwrap_or(PRODUCT);
    let rung = Rung::ALL.into_iter().find(|rung| rung.number() == number).unwrap_or(Rung::ReachableProduct);
    let sought = Sought { metric: view.metric, at_least: view.cut_x, rung, state: None };
    let counted = |count: usize, tally| Part::counted(snapshot, count.to_string(), tally, &rows, locale);
    let Some(cut) = view.cut_x else {
        return verified(&standings, rung, |count, state| {
            counted(
                count,
                match state {
                    Some(_) => Tally::Sought(Sought { state, ..sought }),
                    None => Tally::Paid(view.metric),
                },
            )
        });
    };
    let above = if rung == Rung::ExternalRevenue { "" } else { " or above" };
    let what = format!(
        "at least {} with nothing verified at rung {} ({}){above}",
        round_with_unit(cut, &measure::own(view.metric).unit),
        rung.number(),
        rung.name()
    );
    let corner = corner(&standings, cut, rung);
    let tally = Tally::Sought(sought);
    let known = rows.iter().filter(|row| tally.counts(snapshot, **row) == Some(true)).count();
    let takes = match corner.count() {
        0 => return vec![Part::words(format!("No subnet takes {what}"))],
        1 => " subnet takes ",
        _ => " subnets take ",
    };
    // The table of all of them leaves out those of whom nobody knows what they shipped.
    let count = match corner.count() {
        count if count == known => counted(count, tally),
        count => Part::words(count.to_string()),
    };
    let mut parts = vec![count, Part::words(format!("{takes}{what}: "))];
    parts.extend(shipped::why(snapshot, sought, (&rows, true), locale));
    parts
}

/// How many of those that earn have a rung, or that nobody has searched for it. `number` makes a number of
/// the sentence: of those whose best state there it is, or of all that earn.
fn verified(
    standings: &[Standing],
    rung: Rung,
    number: impl Fn(usize, Option<RungState>) -> Part,
) -> Vec<Part> {
    let earns = |standing: &&Standing| standing.earned.number().is_some_and(|earned| earned > 0.0);
    let earning: Vec<Ladder> = standings.iter().filter(earns).map(|standing| standing.ladder).collect();
    let without = Unverified::among(earning.iter().copied(), rung);
    let article = if matches!(rung, Rung::Release | Rung::ReachableProduct) { "a " } else { "" };
    let more = if rung == Rung::ExternalRevenue { "" } else { " or more" };
    let what = format!("{article}{}{more}", rung.name());
    if !earning.is_empty() && without.claimed + without.not_searched == earning.len() {
        return vec![
            Part::words("Nobody has searched the "),
            number(earning.len(), None),
            Part::words(format!(" subnets that earn for {what}; ")),
            number(without.claimed, Some(RungState::Claimed)),
            Part::words(" claim it"),
        ];
    }
    let with = earning.len() - without.count();
    vec![
        number(with, Some(RungState::Satisfied)),
        Part::words(" of the "),
        number(earning.len(), None),
        Part::words(format!(" subnets that earn have {what}")),
    ]
}
