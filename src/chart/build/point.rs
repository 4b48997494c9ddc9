//! The card of one point of a line.

use super::compare::{Ground, borrowed, having, prepared};
use super::drawn::{Drawing, Drawn, registered};
use super::lines::{possible_mode, window};
use super::measure::{self, Measure};
use crate::chart::number::with_unit;
use crate::compute::formula::{Formula, Term};
use crate::finding::card::{Card, Check, Worked};
use crate::format::{self, Locale};
use crate::model::{Day, Grade, Value};
use crate::registry::Metric;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Mode, TimeBase};

/// The card of the value that a chart of these histories shows of one of them, `subject`, on a day
/// or at an age. `None` where it shows none.
pub fn point_card(
    snapshot: &Snapshot,
    subjects: &[(usize, &History)],
    subject: usize,
    ground: &Ground,
    view: &Compare,
    at: i32,
) -> Option<Card> {
    let locale = Locale::default();
    let mut notes = Vec::new();
    let mode = possible_mode(view, ground.totals, &mut notes);
    let unit = measure::over_time(snapshot, view.metric, view.unit, ground.tao_usd);
    let (row, history) = *subjects.get(subject)?;
    // Where only some are looked at, the days shown are theirs.
    let rows: Vec<usize> = subjects.iter().map(|(row, _)| *row).collect();
    let places = view.drawn(snapshot, &rows);
    let drawn: Vec<_> = places.iter().map(|place| subjects[*place]).collect();
    let subject = places.iter().position(|place| *place == subject)?;
    let having = having(&drawn, view);
    let prepared = prepared(&borrowed(&having), ground, view);
    let ready = borrowed(&prepared);
    let days = window(&ready, view, &mut notes)?;
    let drawing = Drawing { snapshot, view, mode, days, measure: &unit, totals: ground.totals };
    let line = drawing.line(0, *ready.get(subject)?, &mut Vec::new())?;
    let position = usize::try_from(at.checked_sub(line.start)?).ok()?;
    let shown = line.values.get(position).copied().flatten()?;
    let day = match view.base {
        TimeBase::Date => Day::from_epoch_days(at),
        TimeBase::Age => registered(snapshot, row)?.plus(at),
    };
    // What was captured, before anything was done to it for the chart.
    let own = history.having(view.metric);
    let card = Card::of_day(snapshot, row, &own, view.metric, day, &locale)?;
    let captured = own.series(view.metric)?.at(day)?;
    let measure = measure::in_mode(unit.clone(), view.metric, mode);
    let value = with_unit(shown, measure.style, &measure.unit);
    let made = match mode {
        Mode::Absolute => {
            converted(&unit, view.metric, captured, shown).or_else(|| worked(history, view.metric, day))
        }
        Mode::Index => Some((
            "value ÷ first value shown × 100".to_owned(),
            format!("{} ÷ {} × 100", exact(captured), exact(captured / shown * 100.0)),
        )),
        Mode::Share => Some((
            "value ÷ sum over all subnets that day".to_owned(),
            format!("{} ÷ {}", exact(captured), exact(captured / shown)),
        )),
        Mode::Cumulative => {
            let first = line.points().next()?.0;
            let counted = line.points().filter(|(day, _)| *day <= at).count();
            let start = day.plus(first - at);
            Some((
                "sum of the days with a value".to_owned(),
                format!("{counted} days from {} to {}", format::day(start), format::day(day)),
            ))
        }
    };
    let worked =
        made.map(|(words, numbers)| Worked { words, numbers, result: value.clone(), check: Check::Computed });
    let card = Card { value, worked, ..card };
    Some(if mode == Mode::Cumulative { added_up(card, view.metric, &line, at) } else { card })
}

/// The card of a sum: what it says of one day is not true of many.
fn added_up(card: Card, metric: &Metric, line: &Drawn, at: i32) -> Card {
    let modelled = line.modelled.iter().any(|(from, _)| *from <= at);
    Card {
        title: format!("{}, added up", card.title),
        definition: format!(
            "The sum of each day’s value from the first on. A day’s is: {}",
            metric.definition
        ),
        limits: "Days without a value add nothing, so with any of them the true sum is larger.".to_owned(),
        grades: if modelled { vec![Grade::Reconstructed] } else { card.grades },
        ..card
    }
}

fn exact(number: f64) -> String {
    format::exact(number, &Locale::default())
}

/// A value in another unit than it was captured in.
fn converted(unit: &Measure, metric: &Metric, captured: f64, shown: f64) -> Option<(String, String)> {
    let own = measure::own(metric);
    (unit.unit != own.unit && captured != 0.0).then(|| {
        let price = exact(shown / captured);
        (
            format!("{} × dollars for one τ", format::uncapitalised(metric.label)),
            format!("{} × {price}", exact(captured)),
        )
    })
}

/// The formula of a metric with the numbers of a day that has no reading of its own.
fn worked(history: &History, metric: &'static Metric, day: Day) -> Option<(String, String)> {
    let read = history.series(metric).and_then(|series| series.at(day));
    let formula = metric.formula.filter(|_| read.is_none()).and_then(|text| Formula::parse(text).ok())?;
    let number = |term: Term| match term {
        Term::Metric(metric) => {
            let history = history.having(metric);
            Value::from(history.series(metric).and_then(|series| series.at(day)))
        }
        Term::Scalar(scalar) => Value::from(scalar.constant()),
        Term::SumOf(_) => Value::NOT_MEASURED,
    };
    let numbers = formula.print(&|term| match number(term) {
        Value::Number(number) => exact(number),
        Value::Missing(absence) => format!("({})", absence.words()),
    });
    Some((formula.print(&Term::words), numbers))
}
