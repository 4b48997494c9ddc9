//! What is known of whom, a tick a subnet.

use std::fmt::Write;

use crate::model::{Absence, Value};

/// Height of a tick that is a number.
const FULL: usize = 10;

/// The class of a mark, its height, and the values that it stands for.
type Kind = (&'static str, usize, &'static dyn Fn(&Value) -> bool);

/// An SVG strip of one metric over all rows, in their order: a full tick where there is a number, a
/// low one where it was searched for and none found, a dot where nobody measured or searched, and
/// nothing where it does not apply. One path for each of them, and the counts in words.
pub fn coverage_strip(values: &[Value]) -> String {
    let count = |of: &dyn Fn(&Value) -> bool| values.iter().filter(|value| of(value)).count();
    let mut words = vec![format!("{} measured", count(&|value| value.number().is_some()))];
    let absences = [Absence::NoneFound, Absence::NotMeasured, Absence::NotSearched, Absence::NotApplicable];
    for absence in absences {
        match count(&|value| *value == Value::Missing(absence)) {
            0 => {}
            count => words.push(format!("{count} {}", absence.words())),
        }
    }
    let width = values.len() * 2;
    let words = words.join(", ");
    let mut svg = format!(
        r#"<svg class="coverage" viewBox="0 0 {width} {FULL}" width="{width}" height="{FULL}" role="img" aria-label="{words}">"#
    );
    let kinds: [Kind; 3] = [
        ("measured", FULL, &|value| value.number().is_some()),
        ("none-found", 4, &|value| *value == Value::Missing(Absence::NoneFound)),
        ("unknown", 1, &|value| matches!(value, Value::Missing(Absence::NotMeasured | Absence::NotSearched))),
    ];
    for (class, height, of) in kinds {
        let mut path = String::new();
        for (index, _) in values.iter().enumerate().filter(|(_, value)| of(value)) {
            let _ = write!(path, "M{} {FULL}v-{height}", index * 2 + 1);
        }
        if !path.is_empty() {
            let _ = write!(svg, r#"<path class="{class}" d="{path}"/>"#);
        }
    }
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_own_tick() {
        let values = [
            Value::from(Some(0.0)),
            Value::Missing(Absence::NoneFound),
            Value::NOT_MEASURED,
            Value::NOT_APPLICABLE,
        ];
        let svg = coverage_strip(&values);
        assert_eq!(
            svg,
            "<svg class=\"coverage\" viewBox=\"0 0 8 10\" width=\"8\" height=\"10\" role=\"img\" \
             aria-label=\"1 measured, 1 none found, 1 not measured, 1 not applicable\">\
             <path class=\"measured\" d=\"M1 10v-10\"/><path class=\"none-found\" d=\"M3 10v-4\"/>\
             <path class=\"unknown\" d=\"M5 10v-1\"/></svg>"
        );
    }
}
