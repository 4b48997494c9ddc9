//! What is known of whom, a tick a subnet.

use std::fmt::Write;

use crate::model::{Absence, RungState, Value};

/// Height of the strip, and of the tick of what is known.
const FULL: usize = 10;

/// What a tick says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tick {
    Known,
    Lapsed,
    Claimed,
    Missing(Absence),
}

impl Tick {
    const ALL: [Tick; 7] = [
        Tick::Known,
        Tick::Lapsed,
        Tick::Claimed,
        Tick::Missing(Absence::NoneFound),
        Tick::Missing(Absence::NotMeasured),
        Tick::Missing(Absence::NotSearched),
        Tick::Missing(Absence::NotApplicable),
    ];

    /// Its path from the foot, and its class in the style sheet. Every state has a shape of its own: none
    /// is told by its colour alone.
    fn drawn(self) -> (&'static str, &'static str) {
        match self {
            Tick::Known => ("v-10", "known"),
            Tick::Lapsed => ("v-4m0-2v-4", "known"),
            Tick::Claimed => ("v-1m0-2v-1m0-2v-1", "claimed"),
            Tick::Missing(Absence::NoneFound) => ("v-4", "none-found"),
            Tick::Missing(Absence::NotMeasured) => ("v-1", "unknown"),
            Tick::Missing(Absence::NotSearched) => ("m0-5v-1", "unknown"),
            Tick::Missing(Absence::NotApplicable) => ("", ""),
        }
    }
}

/// An SVG strip of one metric over all rows, in their order: a full tick where there is a number, a low
/// one where it was searched for and none found, a point on the ground where it was not measured, a point
/// above it where nobody searched, and nothing where it does not apply. The counts are its words.
pub fn coverage_strip(values: &[Value]) -> String {
    let ticks = values.iter().map(|value| value.absence().map_or(Tick::Known, Tick::Missing));
    strip(&ticks.collect::<Vec<_>>(), "measured")
}

/// The same of one rung of the ladder: what is satisfied stands full, what has lapsed is broken, and what
/// is only claimed is three points.
pub fn rung_strip(states: &[RungState]) -> String {
    let ticks = states.iter().map(|state| match state {
        RungState::Satisfied => Tick::Known,
        RungState::Lapsed => Tick::Lapsed,
        RungState::Claimed => Tick::Claimed,
        RungState::NoneFound => Tick::Missing(Absence::NoneFound),
        RungState::NotSearched => Tick::Missing(Absence::NotSearched),
    });
    strip(&ticks.collect::<Vec<_>>(), RungState::Satisfied.words())
}

fn strip(ticks: &[Tick], known: &str) -> String {
    let (mut words, mut paths) = (Vec::new(), String::new());
    for kind in Tick::ALL {
        let at = ticks.iter().enumerate().filter(|(_, tick)| **tick == kind).map(|(index, _)| index);
        let at: Vec<usize> = at.collect();
        // That nothing is known is worth its word, too.
        if at.is_empty() && kind != Tick::Known {
            continue;
        }
        let says = match kind {
            Tick::Known => known,
            Tick::Lapsed => RungState::Lapsed.words(),
            Tick::Claimed => RungState::Claimed.words(),
            Tick::Missing(absence) => absence.words(),
        };
        words.push(format!("{} {says}", at.len()));
        let (path, class) = kind.drawn();
        if !path.is_empty() && !at.is_empty() {
            let _ = write!(paths, r#"<path class="{class}" d=""#);
            for index in at {
                let _ = write!(paths, "M{} {FULL}{path}", index * 2 + 1);
            }
            paths.push_str(r#""/>"#);
        }
    }
    let width = ticks.len() * 2;
    let words = words.join(", ");
    format!(
        r#"<svg class="coverage" viewBox="0 0 {width} {FULL}" width="{width}" height="{FULL}" role="img" aria-label="{words}">{paths}</svg>"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_of_a_number_has_its_own_tick() {
        let values = [
            Value::from(Some(0.0)),
            Value::Missing(Absence::NoneFound),
            Value::NOT_MEASURED,
            Value::NOT_APPLICABLE,
            Value::Missing(Absence::NotSearched),
        ];
        assert_eq!(
            coverage_strip(&values),
            "<svg class=\"coverage\" viewBox=\"0 0 10 10\" width=\"10\" height=\"10\" role=\"img\" \
             aria-label=\"1 measured, 1 none found, 1 not measured, 1 not searched, 1 not applicable\">\
             <path class=\"known\" d=\"M1 10v-10\"/><path class=\"none-found\" d=\"M3 10v-4\"/>\
             <path class=\"unknown\" d=\"M5 10v-1\"/><path class=\"unknown\" d=\"M9 10m0-5v-1\"/></svg>"
        );
        let none = coverage_strip(&[Value::NOT_MEASURED]);
        assert!(none.contains("aria-label=\"0 measured, 1 not measured\""), "{none}");
    }

    #[test]
    fn every_state_of_a_rung_has_its_own_tick() {
        let svg = rung_strip(&RungState::ALL);
        assert!(
            svg.contains("aria-label=\"1 satisfied, 1 lapsed, 1 claimed, 1 none found, 1 not searched\""),
            "{svg}"
        );
        let shapes: std::collections::BTreeSet<&str> = svg
            .split(" d=\"")
            .skip(1)
            .filter_map(|path| path.split_once("10"))
            .map(|(_, shape)| shape)
            .collect();
        assert_eq!(shapes.len(), RungState::ALL.len(), "{svg}");
    }
}
