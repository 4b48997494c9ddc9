//! Lines of which a reader looks at some days only.

use super::number::with_unit;
use super::spec::{Axis, ChartSpec, Plot, TimeAxis};
use super::visible::visible;
use crate::format;
use crate::model::Day;

/// A line's last value in words. Where there are several, the axis says the unit once for all.
pub fn end_words(value: f64, axis: &Axis, lines: usize) -> String {
    let unit = match (lines, axis.unit.starts_with('$')) {
        (1, _) => axis.unit.as_str(),
        (_, true) => "$",
        (_, false) => "",
    };
    with_unit(value, axis.style, unit)
}

impl ChartSpec {
    /// The same lines from one day or age to another, both inside, each with its last value there. The
    /// sentence stays that of all days, and a note says so. Charts of another kind are left as they are.
    pub fn within(mut self, (from, to): (i32, i32)) -> Self {
        let Plot::Lines(lines) = &mut self.plot else { return self };
        let whole = lines.span;
        lines.span = (from.max(whole.0), to.min(whole.1));
        if lines.span == whole || lines.span.0 > lines.span.1 {
            lines.span = whole;
            return self;
        }
        let ends: Vec<String> = lines
            .series
            .iter()
            .map(|series| visible(series, lines).next_back())
            .map(|end| {
                end.map_or_else(String::new, |(_, value)| end_words(value, &lines.y, lines.series.len()))
            })
            .collect();
        lines.series.iter_mut().zip(ends).for_each(|(series, end)| series.end = end);
        let between = |(from, to): (i32, i32)| match lines.time {
            TimeAxis::Date => {
                let [from, to] = [from, to].map(|day| format::day(Day::from_epoch_days(day)));
                format!("{from} to {to}")
            }
            TimeAxis::Age => format!("day {from} to day {to}"),
        };
        // Before the other remarks, of which those that follow can be folded.
        let note = format!("Zoomed to {}; the sentence above is of {}.", between(lines.span), between(whole));
        self.notes.insert(0, note);
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::spec::{Axis, ChartSpec, LineSeries, Lines, Plot, ScaleKind, TimeAxis};
    use crate::registry::Style;

    fn chart(time: TimeAxis) -> ChartSpec {
        let values = vec![Some(1.0), Some(2.0), None, Some(4.0)];
        let series = LineSeries {
            id: "64.r1".to_owned(),
            label: "Chutes".to_owned(),
            slot: 0,
            start: 20_150,
            values,
            reconstructed: Vec::new(),
            end: "4 τ".to_owned(),
        };
        let y = Axis {
            metric: "price_tao".to_owned(),
            label: "Price".to_owned(),
            unit: "τ".to_owned(),
            scale: ScaleKind::Linear,
            style: Style::Integer,
        };
        let lines = Lines {
            time,
            span: (20_150, 20_153),
            y,
            baseline: None,
            series: vec![series],
            events: Vec::new(),
        };
        ChartSpec::wordless(Plot::Lines(lines))
    }

    #[test]
    fn a_part_of_the_days_has_its_own_last_values_and_says_what_it_is() {
        let part = chart(TimeAxis::Date).within((20_149, 20_152));
        let Plot::Lines(lines) = &part.plot else { panic!("no lines") };
        assert_eq!((lines.span, lines.series[0].end.as_str()), ((20_150, 20_152), "2\u{a0}τ"));
        assert_eq!(
            part.notes,
            ["Zoomed to 3 Mar 2025 to 5 Mar 2025; the sentence above is of 3 Mar 2025 to 6 Mar 2025."]
        );
        let aged = chart(TimeAxis::Age).within((20_151, 20_153));
        assert!(aged.notes[0].starts_with("Zoomed to day 20151 to day 20153;"), "{:?}", aged.notes);
        for whole in [(20_150, 20_153), (0, 99_999), (20_153, 20_150)] {
            assert_eq!(chart(TimeAxis::Date).within(whole), chart(TimeAxis::Date));
        }
    }
}
