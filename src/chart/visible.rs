//! What of a line is in sight: the days of the span, and the values that the scale can show.

use super::spec::{LineSeries, Lines, ScaleKind};

/// Days and values inside the span that the y scale can show.
pub fn visible<'a>(
    series: &'a LineSeries,
    lines: &'a Lines,
) -> impl DoubleEndedIterator<Item = (i32, f64)> + 'a {
    let log = lines.y.scale == ScaleKind::Log;
    let (first, values) = inside(series, lines);
    let value = move |value: Option<f64>| value.filter(|value| !log || *value > 0.0);
    let days = values.iter().enumerate();
    days.filter_map(move |(at, number)| Some((first.saturating_add(at as i32), value(*number)?)))
}

/// The entries inside the span, and the day of the first of them.
pub fn inside<'a>(series: &'a LineSeries, lines: &Lines) -> (i32, &'a [Option<f64>]) {
    let (first, last) = lines.span;
    // Positions from the first entry of days that can be far apart.
    let after =
        |day: i32| (i64::from(day) - i64::from(series.start)).clamp(0, series.values.len() as i64) as usize;
    let (from, to) = (after(first), after(last.saturating_add(1)));
    (series.start.saturating_add(from as i32), series.values.get(from..to).unwrap_or_default())
}
