//! What an axis measures once a view's unit and mode are applied.

use super::words::period;
use crate::chart::spec::{Axis, ScaleKind};
use crate::format;
use crate::model::Series;
use crate::registry::{Metric, Style, Unit};
use crate::snapshot::Snapshot;
use crate::view::{Mode, UnitChoice, YScale};

/// A measure: factor on the metric's own numbers, unit and style of the result.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Each of the metric's numbers is multiplied by it.
    pub factor: f64,
    /// Its unit in words.
    pub unit: String,
    /// How it is printed.
    pub style: Style,
    /// What was asked for and cannot be shown, or only for some days, as a sentence.
    pub note: Option<String>,
    /// Words for the subtitle, such as `at $199.28 per τ`.
    pub at: Option<String>,
}

/// The metric's own unit.
pub fn own(metric: &Metric) -> Measure {
    Measure { factor: 1.0, unit: format::unit(metric.unit), style: metric.style, note: None, at: None }
}

/// The unit that a view asks for of values over time, where it can be had. Dollars of each day are in
/// the values already.
pub fn over_time(
    snapshot: &Snapshot,
    metric: &Metric,
    choice: Option<UnitChoice>,
    tao_usd: Option<&Series>,
) -> Measure {
    if choice != Some(UnitChoice::UsdThen) || metric.unit.tao != 1 {
        return chosen(snapshot, metric, choice);
    }
    let Some((prices, (first, last))) = tao_usd.and_then(|prices| Some((prices, prices.extent()?))) else {
        let note = "Dollar prices of each day are not in this snapshot; shown in τ.".to_owned();
        return Measure { note: Some(note), ..own(metric) };
    };
    let source = prices.sources().first().and_then(|at| snapshot.sources.get(*at));
    let source =
        source.map_or_else(String::new, |source| format!(" ({})", format::shown_text(&source.name, 200)));
    let note = format!(
        "The dollar price of TAO is known day by day from {}{source}; other days are left out.",
        period(first, last)
    );
    Measure { note: Some(note), at: Some("at the price of each day".to_owned()), ..dollars(metric, 1.0) }
}

/// TAO as dollars, at a price.
fn dollars(metric: &Metric, price: f64) -> Measure {
    Measure {
        factor: price,
        unit: format::unit(Unit { tao: 0, usd: 1, ..metric.unit }),
        style: Style::Significant(4),
        note: None,
        at: None,
    }
}

/// The unit that a view asks for of the values of a snapshot, where it can be had.
pub fn chosen(snapshot: &Snapshot, metric: &Metric, choice: Option<UnitChoice>) -> Measure {
    let own = own(metric);
    let cannot = |what: &str| Measure { note: Some(what.to_owned()), ..own.clone() };
    match choice {
        None => own,
        Some(UnitChoice::Tao) if metric.unit.tao == 1 => own,
        Some(UnitChoice::Alpha) if metric.unit.alpha == 1 => own,
        Some(UnitChoice::UsdNow | UnitChoice::UsdThen) if metric.unit.usd == 1 => own,
        Some(UnitChoice::UsdNow) if metric.unit.tao == 1 => match &snapshot.tao_usd {
            Some((price, at)) => Measure {
                at: Some(format!(
                    "at ${price:.2} per τ, {}",
                    at.parse().map_or_else(|_| format::shown_text(at, 20), format::day)
                )),
                ..dollars(metric, *price)
            },
            None => cannot("This snapshot has no dollar price; shown in τ."),
        },
        Some(UnitChoice::UsdThen) if metric.unit.tao == 1 => {
            cannot("Dollars of each day are for values over time; shown in τ.")
        }
        Some(_) => cannot("This metric does not have that unit; shown in its own."),
    }
}

/// The measure after a mode.
pub fn in_mode(measure: Measure, metric: &Metric, mode: Mode) -> Measure {
    match mode {
        Mode::Absolute => measure,
        Mode::Index => Measure { unit: String::new(), style: Style::Integer, ..measure },
        Mode::Share => Measure { unit: String::new(), style: Style::Percent(1), ..measure },
        Mode::Cumulative => {
            let total = if measure.unit.starts_with('$') {
                Unit { tao: 0, usd: 1, ..metric.unit }
            } else {
                metric.unit
            };
            let unit = format::unit(if total.day < 0 { total * Unit::DAY } else { total });
            Measure { unit, style: Style::Integer, ..measure }
        }
    }
}

/// The axis of a measure.
pub fn axis(metric: &Metric, measure: &Measure, scale: YScale) -> Axis {
    let scale = match scale {
        YScale::Linear => ScaleKind::Linear,
        YScale::Log => ScaleKind::Log,
    };
    Axis {
        metric: metric.id.to_owned(),
        label: metric.label.to_owned(),
        unit: measure.unit.clone(),
        scale,
        style: measure.style,
    }
}
