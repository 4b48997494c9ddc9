//! Axes: domains that are honest, and few ticks.

use crate::chart::calendar;
use crate::chart::measure::width;
use crate::chart::number::tick_texts;
use crate::chart::scale::{self, Scale};
use crate::chart::spec::{Axis, ScaleKind, TimeAxis};

use super::FONT;

/// Least room between the words of two ticks, in pixels.
const BETWEEN: f64 = 4.0;

/// A scale with its ticks.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisLayout {
    /// Numbers to pixels.
    pub scale: Scale,
    /// In the order of the numbers.
    pub ticks: Vec<Tick>,
    /// Words for the whole axis, such as `τ/day, log scale`; may be empty.
    pub title: String,
    /// Where those words start (y axis) or end (x axis), and their middle.
    pub title_at: (f64, f64),
}

/// A tick.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// The number.
    pub value: f64,
    /// Its position in pixels.
    pub at: f64,
    /// Its words.
    pub text: String,
    /// A second line of words, such as the year.
    pub below: Option<String>,
}

impl AxisLayout {
    /// An axis of positions only.
    pub fn plain(from: f64, to: f64) -> Self {
        let scale = Scale::new(ScaleKind::Linear, (0.0, 1.0), (from, to));
        Self { scale, ticks: Vec::new(), title: String::new(), title_at: (from, to) }
    }

    /// Widest tick text in pixels.
    pub fn text_width(&self) -> f64 {
        self.ticks.iter().map(|tick| width(&tick.text, FONT)).fold(0.0, f64::max)
    }

    /// An axis across with only as many ticks as have room for their words: all, every second, every
    /// third.
    pub fn with_room(mut self) -> Self {
        let half = |tick: &Tick| width(&tick.text, FONT) / 2.0;
        let apart =
            |pair: &[&Tick]| (pair[1].at - pair[0].at).abs() >= half(pair[0]) + half(pair[1]) + BETWEEN;
        let every = (1..self.ticks.len()).find(|every| {
            let kept: Vec<&Tick> = self.ticks.iter().step_by(*every).collect();
            kept.windows(2).all(apart)
        });
        let every = every.unwrap_or(self.ticks.len()).max(1);
        self.ticks = self.ticks.into_iter().step_by(every).collect();
        self
    }

    /// The axis moved to another range of pixels.
    pub fn moved(mut self, from: f64, to: f64) -> Self {
        self.scale = Scale::new(self.scale.kind(), self.scale.domain(), (from, to));
        for tick in &mut self.ticks {
            tick.at = self.scale.position(tick.value);
        }
        self
    }
}

/// An axis over `extent` with about `count` ticks. Linear axes end on round numbers, and start at
/// zero unless all values are far from it.
pub fn number_axis(
    axis: &Axis,
    extent: Option<(f64, f64)>,
    count: usize,
    (from, to): (f64, f64),
) -> AxisLayout {
    let (domain, round) = match (axis.scale, extent) {
        (ScaleKind::Linear, None) => scale::nice((0.0, 1.0), count),
        (ScaleKind::Log, None) => ((1.0, 10.0), Vec::new()),
        (ScaleKind::Log, Some(extent)) => (scale::padded(extent), Vec::new()),
        (ScaleKind::Linear, Some((low, high))) => {
            let low = if low > 0.0 && low < 0.6 * high { 0.0 } else { low };
            scale::nice((low, high), count)
        }
    };
    let round = (axis.scale == ScaleKind::Linear).then_some(round);
    drawn(axis, Scale::new(axis.scale, domain, (from, to)), round, count, to)
}

/// The axis on a scale, with ticks at some numbers, or at those that the scale has.
fn drawn(axis: &Axis, scale: Scale, numbers: Option<Vec<f64>>, count: usize, to: f64) -> AxisLayout {
    let numbers = numbers.unwrap_or_else(|| scale.ticks(count));
    let texts = tick_texts(&numbers, axis.style, axis.scale == ScaleKind::Log);
    let ticks = numbers
        .into_iter()
        .zip(texts)
        .map(|(value, text)| Tick { value, at: scale.position(value), text, below: None })
        .collect();
    let log = if axis.scale == ScaleKind::Log { "log scale" } else { "" };
    let title = [axis.unit.as_str(), log].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    AxisLayout { scale, ticks, title: title.join(", "), title_at: (0.0, to) }
}

/// An axis over exactly a part of what there is; the widest ticks that the scale has inside it.
pub fn part_axis(axis: &Axis, part: (f64, f64), count: usize, (from, to): (f64, f64)) -> AxisLayout {
    drawn(axis, Scale::new(axis.scale, part, (from, to)), None, count, to)
}

/// An axis of days over `span`.
pub fn time_axis(time: TimeAxis, span: (i32, i32), (from, to): (f64, f64)) -> AxisLayout {
    // A single day stands in the middle.
    let around = i32::from(span.0 >= span.1);
    let domain = (f64::from(span.0 - around), f64::from(span.1.max(span.0) + around));
    let scale = Scale::new(ScaleKind::Linear, domain, (from, to));
    let most = ((to - from) / 58.0).clamp(3.0, 12.0) as usize;
    let ticks = match time {
        TimeAxis::Date => calendar::ticks(span.0, span.1, most)
            .into_iter()
            .map(|tick| (f64::from(tick.day), tick.text, tick.below))
            .collect(),
        TimeAxis::Age => {
            let numbers: Vec<f64> =
                scale.ticks(most.min(8)).into_iter().filter(|day| day.fract() == 0.0).collect();
            let texts = tick_texts(&numbers, crate::registry::Style::Integer, false);
            numbers.into_iter().zip(texts).map(|(day, text)| (day, text, None)).collect::<Vec<_>>()
        }
    };
    let ticks = ticks
        .into_iter()
        .map(|(value, text, below)| Tick { value, at: scale.position(value), text, below })
        .collect();
    let title = if time == TimeAxis::Age { "days since registration".to_owned() } else { String::new() };
    AxisLayout { scale, ticks, title, title_at: (to, from) }
}

/// Smallest and largest of the numbers the scale can show.
pub fn extent(scale: ScaleKind, values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let shown = values.filter(|value| value.is_finite() && (scale == ScaleKind::Linear || *value > 0.0));
    shown.fold(None, |extent, value| match extent {
        None => Some((value, value)),
        Some((low, high)) => Some((value.min(low), value.max(high))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Style;

    #[test]
    fn a_single_day_stands_in_the_middle() {
        let place = |span| {
            let axis = time_axis(TimeAxis::Date, span, (0.0, 100.0));
            (axis.scale.position(20_000.0), axis.ticks.len())
        };
        assert_eq!(place((20_000, 20_000)), (50.0, 1));
        assert_eq!(place((20_000, 20_004)).0, 0.0);
    }

    #[test]
    fn words_of_ticks_do_not_touch() {
        let spec = Axis {
            metric: String::new(),
            label: String::new(),
            unit: String::new(),
            scale: ScaleKind::Log,
            style: Style::Significant(3),
        };
        let texts = |room: f64| {
            let axis = number_axis(&spec, Some((0.0001, 400.0)), 3, (10.0, 10.0 + room)).with_room();
            axis.ticks.into_iter().map(|tick| tick.text).collect::<Vec<_>>()
        };
        assert_eq!(texts(400.0), ["0.0001", "0.01", "1", "100"]);
        // What a plane of 240 pixels leaves: 0.0001 lay on 0.01.
        assert_eq!(texts(90.0), ["0.0001", "1"]);
        assert_eq!(texts(10.0), ["0.0001"]);
    }
}
