//! The table that says the same as a chart: what a screen reader reads, and what a spreadsheet takes.

use crate::format::{self, Locale};
use crate::model::{Absence, Day};
use crate::registry::Style;

use super::readout::Asked;
use super::spec::{Axis, ChartSpec, Lanes, LineSeries, Lines, Plot, TimeAxis};

/// A chart as rows of text, as drawn: formatted for reading, or bare for a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// What each column holds.
    pub columns: Vec<Column>,
    /// One text a column.
    pub rows: Vec<Vec<String>>,
}

/// A column of a [`Twin`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub name: String,
    /// The unit as a reader sees it; empty for words and counts, and for shares but in a file.
    pub unit: String,
    /// Whether it holds numbers: in a file, days and switches are words.
    pub numbers: bool,
}

impl Column {
    fn words(name: &str) -> Self {
        Self { name: name.to_owned(), unit: String::new(), numbers: false }
    }

    fn of(name: String, axis: &Axis, digits: Digits) -> Self {
        let (unit, style) = (axis.unit.as_str(), axis.style);
        match digits {
            Digits::Shown(_) => Self { name, unit: unit.to_owned(), numbers: true },
            Digits::Exact => Self {
                name,
                unit: format::unit_in_file(unit, style).to_owned(),
                numbers: !matches!(style, Style::Date | Style::YesNo),
            },
        }
    }

    /// Name and unit, as the head of a table has them.
    pub fn head(&self) -> String {
        if self.unit.is_empty() { self.name.clone() } else { format!("{} ({})", self.name, self.unit) }
    }
}

/// How the numbers of a [`Twin`] are written.
#[derive(Debug, Clone, Copy)]
pub enum Digits<'a> {
    /// As a reader sees them.
    Shown(&'a Locale),
    /// As [`format::in_file`] writes them; empty when missing.
    Exact,
}

impl Digits<'_> {
    fn print(self, value: Option<f64>, style: Style) -> String {
        match (self, value) {
            (Digits::Shown(locale), Some(number)) => format::number(number, style, locale),
            (Digits::Shown(_), None) => Absence::NotMeasured.words().to_owned(),
            (Digits::Exact, Some(number)) => format::in_file(number, style),
            (Digits::Exact, None) => String::new(),
        }
    }
}

/// The table twin of a chart.
pub fn twin(spec: &ChartSpec, digits: Digits) -> Twin {
    first_rows(spec, digits, usize::MAX)
}

/// The first rows of the table twin, of which a chart over time may have thousands.
pub fn first_rows(spec: &ChartSpec, digits: Digits, most: usize) -> Twin {
    let head = |names: &[&str], axes: &[&Axis]| -> Vec<Column> {
        let words = names.iter().map(|name| Column::words(name));
        words.chain(axes.iter().map(|axis| Column::of(axis.label.clone(), axis, digits))).collect()
    };
    match &spec.plot {
        Plot::Lines(lines) => time_rows(lines, digits, most),
        Plot::Spark(spark) => Twin {
            columns: ["Position", "Value"]
                .map(|name| Column { numbers: true, ..Column::words(name) })
                .to_vec(),
            rows: spark
                .values
                .iter()
                .take(most)
                .enumerate()
                .map(|(index, value)| {
                    vec![(index + 1).to_string(), digits.print(*value, Style::Significant(4))]
                })
                .collect(),
        },
        Plot::Scatter(scatter) => Twin {
            columns: head(&["Id", "Subnet"], &[&scatter.x, &scatter.y]),
            rows: scatter
                .shown()
                .take(most)
                .map(|(_, point)| {
                    let (x, y) = (
                        digits.print(Some(point.x), scatter.x.style),
                        digits.print(Some(point.y), scatter.y.style),
                    );
                    vec![point.id.clone(), point.label.clone(), x, y]
                })
                .collect(),
        },
        Plot::Bars(bars) => Twin {
            columns: head(&["Id", "Subnet"], &[&bars.x]),
            rows: bars
                .bars
                .iter()
                .take(most)
                .map(|bar| {
                    let value = match bar.value {
                        None if matches!(digits, Digits::Shown(_)) => bar.text.clone(),
                        value => digits.print(value, bars.x.style),
                    };
                    vec![bar.id.clone(), bar.label.clone(), value]
                })
                .collect(),
        },
        Plot::Lanes(lanes) => Twin {
            columns: head(&["Id", "Subnet", "Rung"], &[&lanes.x]),
            rows: lanes
                .dots
                .iter()
                .take(most)
                .map(|dot| {
                    let lane = lane_name(lanes, dot.lane);
                    vec![dot.id.clone(), dot.label.clone(), lane, digits.print(Some(dot.x), lanes.x.style)]
                })
                .collect(),
        },
        Plot::Curve(curve) => Twin {
            columns: head(&[], &[&curve.x, &curve.y]),
            rows: curve
                .points
                .iter()
                .take(most)
                .map(|(x, y)| {
                    vec![digits.print(Some(*x), curve.x.style), digits.print(Some(*y), curve.y.style)]
                })
                .collect(),
        },
    }
}

/// The name of a lane by its position.
pub(super) fn lane_name(lanes: &Lanes, lane: u8) -> String {
    lanes.lanes.get(usize::from(lane)).map(|lane| lane.name.clone()).unwrap_or_default()
}

/// The number that a cell of the twin holds, where it holds one of a subnet that can be asked about.
pub fn asked(spec: &ChartSpec, row: &[String], column: usize) -> Option<Asked> {
    let first = row.first()?;
    let of = |axis: &Axis| Some(Asked::Row(first.clone(), axis.metric.clone()));
    match (&spec.plot, column) {
        (Plot::Lines(lines), 1..) => {
            let day = match lines.time {
                TimeAxis::Date => first.parse::<Day>().ok()?.epoch_days(),
                TimeAxis::Age => first.parse().ok()?,
            };
            let series = lines.series.get(column - 1)?;
            value_on(series, day).map(|_| Asked::Day(series.id.clone(), day))
        }
        (Plot::Scatter(scatter), 2) => of(&scatter.x),
        (Plot::Scatter(scatter), 3) => of(&scatter.y),
        (Plot::Bars(bars), 2) => {
            let bar = bars.bars.iter().find(|bar| bar.id == *first)?;
            match bar.at {
                Some(at) => Some(Asked::Day(first.clone(), at)),
                None => of(&bars.x),
            }
        }
        (Plot::Lanes(lanes), 3) => of(&lanes.x),
        _ => None,
    }
}

fn value_on(series: &LineSeries, day: i32) -> Option<f64> {
    series.values.get(usize::try_from(day.checked_sub(series.start)?).ok()?).copied().flatten()
}

/// One row a day that any series has, newest first: the last value is what most readers look for.
fn time_rows(lines: &Lines, digits: Digits, most: usize) -> Twin {
    let time = match lines.time {
        TimeAxis::Date => "Day",
        TimeAxis::Age => "Days since registration",
    };
    let column =
        |series: &LineSeries| Column::of(format!("{} {}", series.label, series.id), &lines.y, digits);
    let columns = std::iter::once(Column::words(time)).chain(lines.series.iter().map(column)).collect();
    let row = |day: i32| {
        let time = match lines.time {
            TimeAxis::Date => Day::from_epoch_days(day).to_string(),
            TimeAxis::Age => day.to_string(),
        };
        let values = lines.series.iter().map(|series| digits.print(value_on(series, day), lines.y.style));
        std::iter::once(time).chain(values).collect()
    };
    Twin { columns, rows: days(lines).take(most).map(row).collect() }
}

/// The days on which any line has a value, newest first.
fn days(lines: &Lines) -> impl Iterator<Item = i32> {
    let (first, last) = lines.span;
    (first..=last).rev().filter(|day| lines.series.iter().any(|series| value_on(series, *day).is_some()))
}

/// How many rows the table twin has.
pub fn row_count(spec: &ChartSpec) -> usize {
    match &spec.plot {
        Plot::Lines(lines) => days(lines).count(),
        Plot::Spark(spark) => spark.values.len(),
        Plot::Scatter(scatter) => scatter.shown().count(),
        Plot::Bars(bars) => bars.bars.len(),
        Plot::Lanes(lanes) => lanes.dots.len(),
        Plot::Curve(curve) => curve.points.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::spec::ScaleKind;

    fn spec() -> ChartSpec {
        let series = |label: &str, start: i32, values: &[Option<f64>]| LineSeries {
            id: "64.r1".to_owned(),
            label: label.to_owned(),
            slot: 0,
            start,
            values: values.to_vec(),
            reconstructed: vec![],
            end: String::new(),
        };
        let y = Axis {
            metric: String::new(),
            label: "Price".to_owned(),
            unit: "τ/α".to_owned(),
            scale: ScaleKind::Linear,
            style: Style::Significant(4),
        };
        ChartSpec {
            headline: "A, then B".to_owned(),
            subtitle: String::new(),
            summary: String::new(),
            source: "Source".to_owned(),
            credits: vec![],
            notes: vec![],
            plot: Plot::Lines(Lines {
                time: TimeAxis::Date,
                span: (20_000, 20_003),
                y,
                baseline: None,
                series: vec![
                    series("A", 20_000, &[Some(0.1), None, None, Some(0.4)]),
                    series("B", 20_001, &[Some(2.0)]),
                ],
                events: vec![],
            }),
        }
    }

    #[test]
    fn a_gap_is_words_for_a_reader_and_empty_in_a_file_and_days_without_values_are_left_out() {
        let locale = Locale::default();
        let shown = twin(&spec(), Digits::Shown(&locale));
        let heads: Vec<String> = shown.columns.iter().map(Column::head).collect();
        assert_eq!(heads, ["Day", "A 64.r1 (τ/α)", "B 64.r1 (τ/α)"]);
        assert_eq!(shown.rows.len(), 3);
        assert_eq!(shown.rows[0], ["2024-10-07", "0.4", "not measured"]);
        assert_eq!(twin(&spec(), Digits::Exact).rows[2], ["2024-10-04", "0.1", ""]);
        assert_eq!(row_count(&spec()), 3);
        assert_eq!(first_rows(&spec(), Digits::Shown(&locale), 2).rows, shown.rows[..2]);
    }
}
