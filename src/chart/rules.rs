//! What happened, as the list that a chart's numbered rules refer to.

use super::spec::{ChartSpec, EventMark, Lines, Plot};
use super::visible::visible;
use crate::compute::order::sort;
use crate::format;
use crate::model::Day;

/// Positions of the events that are rules across the plot, earliest first: the rule of the first is
/// numbered 1.
pub fn numbered(lines: &Lines) -> Vec<usize> {
    let inside = |event: &EventMark| event.day >= lines.span.0 && event.day <= lines.span.1;
    let rule = |at: &usize| lines.events[*at].series.is_none() && inside(&lines.events[*at]);
    let mut rules: Vec<usize> = (0..lines.events.len()).filter(rule).collect();
    sort(&mut rules, &|a, b| lines.events[a].day.cmp(&lines.events[b].day));
    rules
}

impl ChartSpec {
    /// What the numbered rules of the chart stand for, in their order: `1 Nov 2025: TaoFlow …`.
    pub fn rules(&self) -> Vec<String> {
        let Plot::Lines(lines) = &self.plot else { return Vec::new() };
        // An empty plot has no rules.
        if lines.series.iter().all(|series| visible(series, lines).next().is_none()) {
            return Vec::new();
        }
        let words = |at: usize| {
            let event = &lines.events[at];
            format!("{}: {}", format::day(Day::from_epoch_days(event.day)), event.label)
        };
        numbered(lines).into_iter().map(words).collect()
    }
}
