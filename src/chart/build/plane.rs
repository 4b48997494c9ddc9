//! The earned-shipped plane.

use super::measure;
use super::words::{Credit, counted, noun, shown, was};
use crate::chart::number::round_with_unit;
use crate::chart::spec::{ChartSpec, LaneDot, Lanes, Plot, Tone};
use crate::compute::frontier::{Corner, Standing, corner};
use crate::format;
use crate::model::Rung;
use crate::snapshot::Snapshot;
use crate::view::{Plane, YScale};

/// The rung that the headline is about when the reader has made no cut: a product that answers.
const PRODUCT: u8 = 3;

/// The plane of all subnets; `marked` rows are labelled first.
pub fn plane_chart(snapshot: &Snapshot, view: &Plane, marked: &[usize]) -> ChartSpec {
    let rows = 0..snapshot.subnets.len();
    let standings: Vec<Standing> = rows
        .map(|row| Standing {
            earned: snapshot.value(view.metric, row),
            ladder: snapshot.subnets[row].ladder,
        })
        .collect();
    let not_searched = Rung::ALL.len() as u8 + 1;
    let dots = standings.iter().enumerate().filter_map(|(row, standing)| {
        let x = standing.earned.number().filter(|earned| *earned >= 0.0)?;
        let rung = standing.ladder.highest().map(Rung::number);
        let lane = match rung {
            Some(rung) => rung,
            None if standing.ladder.searched() => 0,
            None => not_searched,
        };
        let high = rung.is_some_and(|rung| rung >= view.cut_y.unwrap_or(PRODUCT));
        let tone = match (high, view.cut_x) {
            (true, _) => Tone::Shipped,
            (false, Some(cut)) if x >= cut && lane != not_searched => Tone::Earned,
            (false, _) => Tone::Plain,
        };
        Some(LaneDot {
            id: snapshot.subnets[row].id.to_string(),
            label: shown(snapshot, row),
            lane,
            x,
            tone,
            marked: marked.contains(&row),
        })
    });
    let dots: Vec<LaneDot> = dots.collect();
    let lanes = std::iter::once("nothing found").chain(Rung::ALL.map(Rung::name)).chain(["not searched"]);
    let measure = measure::own(view.metric);
    let headline = headline(view, &standings, &measure.unit);
    let day =
        snapshot.column(view.metric).and_then(|column| column.provenance.as_of.day).or(snapshot.as_of.day);
    let day = day.map_or_else(String::new, |day| format!(", {}", format::day(day)));
    let subtitle = format!(
        "Each dot is a subnet. Across: {}, {}{day}. Up: the highest rung of evidence found",
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
            lanes: lanes.map(str::to_owned).collect(),
            dots,
            cut_x: view.cut_x,
            cut_y: view.cut_y,
        }),
    }
}

/// “29 subnets take at least 10 τ/day and have nothing at rung 3 or above”; without cuts, how many
/// of those that earn have a product.
fn headline(view: &Plane, standings: &[Standing], unit: &str) -> String {
    let rung = view.cut_y.unwrap_or(PRODUCT);
    let name = Rung::ALL.get(usize::from(rung) - 1).map_or("that rung", |rung| rung.name());
    let article = if matches!(rung, 2 | 3) { "a " } else { "" };
    let above = if rung == 5 { name.to_owned() } else { format!("{article}{name} or more") };
    match view.cut_x {
        Some(cut) => {
            let Corner { count, .. } = corner(standings, cut, rung);
            let (subnets, take, have) =
                if count == 1 { ("subnet", "takes", "has") } else { ("subnets", "take", "have") };
            format!(
                "{count} {subnets} {take} at least {} and {have} nothing found at rung {rung} ({name}) or above",
                round_with_unit(cut, unit)
            )
        }
        None => {
            let earning: Vec<&Standing> = standings
                .iter()
                .filter(|standing| standing.earned.number().is_some_and(|earned| earned > 0.0))
                .collect();
            let with = earning
                .iter()
                .filter(|standing| standing.ladder.highest().is_some_and(|highest| highest.number() >= rung))
                .count();
            format!("{with} of the {} subnets that earn have {above}", earning.len())
        }
    }
}
