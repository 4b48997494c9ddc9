//! The shared-clock ledger of one subnet: what it has received, added up, with its ships on the curve.

use super::Ground;
use super::lines::lines;
use super::words::{count, counted, in_text, month, shown};
use crate::chart::number::with_unit;
use crate::chart::spec::{ChartSpec, EventMark, LineSeries, Plot};
use crate::finding::shipped::Searched;
use crate::format;
use crate::model::{Day, Evidence, Rung};
use crate::registry;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Mode};

/// What the ledger of a registration is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Past<'a> {
    /// Its days.
    pub history: &'a History,
    /// Evidence for its rungs.
    pub evidence: &'a [Evidence],
    /// What happened meanwhile.
    pub events: &'a [EventMark],
    /// Which days were searched for releases.
    pub releases: Searched,
    /// The last day of the clock: that of the snapshot, or on which the slot was lost.
    pub until: Option<Day>,
    /// Whether it is known to have had another owner or name.
    pub changed_hands: bool,
}

/// The comparison that the ledger is made as: emission, added up.
pub fn ledger_view() -> Compare {
    let metric = registry::known("emission_tao_day");
    Compare { metric, mode: Mode::Cumulative, ..Compare::default() }
}

/// Cumulative emission with a mark for each dated piece of evidence from release upwards, on a clock that
/// runs to the day of the snapshot also where the curve has ended. Code is no ship: it shows work, not
/// its result.
pub fn ledger_chart(snapshot: &Snapshot, row: usize, past: &Past) -> ChartSpec {
    let Past { history, evidence, events, .. } = *past;
    let mut spec =
        lines(snapshot, &[(row, history)], &Ground { events, ..Ground::default() }, &ledger_view());
    let Plot::Lines(plot) = &mut spec.plot else { return spec };
    let Some(series) = plot.series.first() else { return spec };
    // The curve is of the days that were added up.
    let days = || (series.start..).zip(&series.values).filter(|(_, value)| value.is_some());
    if let Some(((first, _), (last, _))) = days().next().zip(days().last()) {
        plot.span = (first, last);
    }
    let curve = plot.span;
    plot.span.1 = past.until.map_or(curve.1, |until| until.epoch_days().max(curve.1));
    let ships = ships(evidence, plot.span);
    if let Some(total) = series.values.iter().rev().flatten().next() {
        let sum = with_unit(*total, plot.y.style, &plot.y.unit);
        let (from, to) = (Day::from_epoch_days(curve.0), Day::from_epoch_days(curve.1));
        let name = whose(snapshot, row, past);
        let (from, to) = (month(from), month(to));
        let when = if from == to { format!("in {from}") } else { format!("from {from} to {to}") };
        let shipped = shipped(&ships, past.releases, curve.0);
        spec.headline = format!("{name} received {sum} {when}{shipped}");
        spec.summary = format!("Line chart: {}. {}.", spec.subtitle, spec.headline);
    }
    spec.notes.extend(unsearched(past.releases, curve.0));
    let later = later(history, series, plot.span.1);
    plot.events.extend(ships.releases.into_iter().chain(ships.product).chain(later));
    spec
}

/// The subject of the headline. What a slot received before it changed hands was not received by those
/// who hold it today.
fn whose(snapshot: &Snapshot, row: usize, past: &Past) -> String {
    let name = in_text(&shown(snapshot, row));
    match past.changed_hands {
        true => format!("SN{}, today {name},", past.history.id.netuid()),
        false => name,
    }
}

/// What was shipped, as marks.
struct Ships {
    /// Each dated piece of evidence that is an event.
    releases: Vec<EventMark>,
    /// How many there are from before the clock.
    before: usize,
    /// That a product answered, once: its endpoints are parts of it, and the day is that of the last probe.
    product: Option<EventMark>,
}

/// Longest name of a mark: an answer to probes is told to its end, with its day.
const LABEL: usize = 80;

fn ships(evidence: &[Evidence], span: (i32, i32)) -> Ships {
    let mark = |day: i32, label: String| EventMark { day, label, series: Some(0) };
    // What is only said did not happen on the day it was said.
    let evidence = || evidence.iter().filter(|item| item.grade.is_shown());
    let dated = |item: &Evidence| {
        let day = item.day?.epoch_days();
        (span.0..=span.1).contains(&day).then(|| mark(day, format::shown_text(&item.what, LABEL)))
    };
    let early = |item: &&Evidence| item.day.is_some_and(|day| day.epoch_days() < span.0);
    let is_event = |item: &&Evidence| item.rung >= Rung::Release && item.rung != Rung::ReachableProduct;
    let answers = evidence().filter(|item| item.rung == Rung::ReachableProduct);
    let mut answers: Vec<EventMark> = answers.filter_map(dated).collect();
    let (day, parts) = (answers.iter().map(|answer| answer.day).max(), answers.len());
    let product = match parts {
        0 | 1 => answers.pop(),
        parts => day.map(|day| mark(day, format!("{parts} official surfaces answered a probe."))),
    };
    let events = || evidence().filter(is_event);
    Ships { releases: events().filter_map(dated).collect(), before: events().filter(early).count(), product }
}

/// What was found, and what was not found only where it was searched for.
fn shipped(ships: &Ships, releases: Searched, start: i32) -> String {
    let day = format::day;
    let released = match (ships.releases.len(), releases) {
        (0, Searched::Never) => "nobody has searched for releases".to_owned(),
        (0, Searched::Unknown) => String::new(),
        (0, Searched::Days(since, on)) if since.epoch_days() <= start => {
            format!("no dated release was found by {}", day(on))
        }
        (0, Searched::Days(since, on)) => {
            format!("no dated release was found from {} to {}, the days searched", day(since), day(on))
        }
        (found, releases) => {
            // Before the first day searched there may be others, of which the capture kept none.
            let kept = matches!(releases, Searched::Days(since, _) if since.epoch_days() > start);
            let least = if kept { "at least " } else { "" };
            let (noun, were) = if found == 1 { ("release", "was") } else { ("releases", "were") };
            let days = || ships.releases.iter().map(|mark| Day::from_epoch_days(mark.day));
            let months = days().min().zip(days().max()).map(|(first, last)| (month(first), month(last)));
            let of = match months {
                Some((first, last)) if first == last => format!(", of {first}"),
                Some((first, last)) => format!(", of {first} to {last}"),
                None => String::new(),
            };
            let before = match ships.before {
                0 => String::new(),
                before => format!(" ({} more of before)", count(before)),
            };
            format!("{least}{} dated {noun} {were} found{of}{before}", count(found))
        }
    };
    let product = ships
        .product
        .as_ref()
        .map(|answer| format!("a product answered a probe on {}", day(Day::from_epoch_days(answer.day))));
    let parts: Vec<String> =
        Some(released).filter(|part| !part.is_empty()).into_iter().chain(product).collect();
    if parts.is_empty() { String::new() } else { format!("; {}", parts.join(", and ")) }
}

/// From when on releases were searched for, where the curve begins before.
fn unsearched(releases: Searched, start: i32) -> Option<String> {
    let Searched::Days(since, _) = releases else { return None };
    let days = since.epoch_days() - start;
    (days > 0).then(|| {
        format!(
            "Releases were captured from {} on; in the {} before there may be others.",
            format::day(since),
            counted(days as usize, "day")
        )
    })
}

/// The last day that was captured after the curve has ended, a rule with its amount: added to the curve
/// it would hide the days between.
fn later(history: &History, series: &LineSeries, until: i32) -> Option<EventMark> {
    let end = series.start + series.values.len() as i32 - 1;
    let metric = registry::known("emission_tao_day");
    let points = history.series(metric)?.points().map(|(day, tao)| (day.epoch_days(), tao));
    let (day, tao) = points.filter(|(day, _)| *day > end && *day <= until).last()?;
    let amount = with_unit(tao, metric.style, "τ");
    Some(EventMark { day, label: format!("{amount} on this one day"), series: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Grade;

    #[test]
    fn what_is_only_said_is_no_mark() {
        let item = |rung, grade| Evidence {
            rung,
            what: "x".to_owned(),
            link: None,
            day: "2026-08-02".parse().ok(),
            grade,
            source: None,
            shared_with: Vec::new(),
        };
        let day = item(Rung::Release, Grade::Probe).day.unwrap().epoch_days();
        let marks = |grade| {
            let evidence = [item(Rung::Release, grade), item(Rung::ReachableProduct, grade)];
            let ships = ships(&evidence, (day - 1, day));
            (ships.releases.len(), ships.product.is_some())
        };
        for grade in Grade::ALL {
            let expected = if grade.is_shown() { (1, true) } else { (0, false) };
            assert_eq!(marks(grade), expected, "{grade:?}");
        }
    }
}
