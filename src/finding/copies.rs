//! Whether the numbers that were computed at publication are those that are computed here.

use super::counted;
use crate::model;
use crate::registry::{self, Metric};
use crate::snapshot::Snapshot;

/// What became of comparing copies with what is computed here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// Values that were compared, the missing among them: that nothing is known is a result too.
    pub values: usize,
    /// Those that differ, as `Share of emission of 64.r1`.
    pub different: Vec<String>,
}

impl Compared {
    /// Both together.
    pub fn and(mut self, other: Self) -> Self {
        self.values += other.values;
        self.different.extend(other.different);
        self
    }

    /// The result in a sentence.
    pub fn sentence(&self) -> String {
        let values = counted(
            self.values,
            "value that was computed at publication is",
            "values that were computed at publication are",
        );
        match self.different.as_slice() {
            _ if self.values == 0 => {
                "No copies of what was computed at publication lie beside these files, so there is nothing to compare.".to_owned()
            }
            [] => format!("{values} the same here."),
            [first, ..] => format!(
                "Of {} computed at publication, {} here, {first} for one.",
                counted(self.values, "value", "values"),
                counted(self.different.len(), "differs", "differ")
            ),
        }
    }
}

/// The metrics that have a formula, of which the publisher writes copies (`data/current/metric`).
pub fn metrics() -> impl Iterator<Item = &'static Metric> {
    registry::all().filter(|metric| metric.formula.is_some())
}

/// Compares the copy of one metric, as CSV with the columns `subnet` and `value`, with what this snapshot
/// gives. Numbers differ when they are further apart than a part in a billion: both were computed from
/// the same columns, so that only the order of the steps can differ. Rows of subnets that are not in the
/// snapshot differ.
pub fn compared(snapshot: &Snapshot, metric: &'static Metric, copy: &str) -> Compared {
    let mut lines = copy.lines().map(fields);
    let heads = lines.next().unwrap_or_default();
    let column = |name: &str| heads.iter().position(|head| head == name);
    let Some((subnet, value)) = column("subnet").zip(column("value")) else { return Compared::default() };
    let mut result = Compared::default();
    for line in lines {
        let (Some(id), Some(text)) = (line.get(subnet), line.get(value)) else { continue };
        result.values += 1;
        let here = id.parse().ok().and_then(|id| snapshot.row(id)).map(|row| snapshot.value(metric, row));
        let same = here.is_some_and(|here| match (model::finite(text), here.number()) {
            (Some(copied), Some(here)) => (copied - here).abs() <= 1e-9 * copied.abs().max(here.abs()),
            (copied, here) => copied.is_none() && here.is_none(),
        });
        if !same {
            result.different.push(format!("{} of {id}", metric.label));
        }
    }
    result
}

/// The fields of one line of CSV. A name may hold commas and quotation marks, never a line break.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match letter {
            // Twice within quotation marks is once; what is between them stays.
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => {
                if let Some(last) = fields.last_mut() {
                    last.push(letter);
                }
            }
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::fixture;

    #[test]
    fn copies_are_compared_value_by_value_and_what_differs_is_named() {
        let snapshot = fixture::snapshot();
        let emission = registry::known("emission_tao_day");
        let of = |copy: &str| compared(&snapshot, emission, copy);
        let copy =
            "subnet,netuid,name,value\r\n64.r1,64,\"Chutes, \"\"the\"\" largest\",450\r\n6.r1,6,none,\r\n";
        assert_eq!(of(copy), Compared { values: 2, different: vec![] });
        assert_eq!(of(copy).sentence(), "2 values that were computed at publication are the same here.");
        for wrong in [copy.replace("450", "451"), copy.replace("450", ""), copy.replace("64.r1", "64.r9")] {
            assert_eq!(of(&wrong).different.len(), 1, "{wrong}");
        }
        let invented = copy.replace("none,", "none,0");
        assert_eq!(of(&invented).different, ["Emission of 6.r1"]);
        assert_eq!(
            of(&invented).sentence(),
            "Of 2 values computed at publication, 1 differs here, Emission of 6.r1 for one."
        );
        assert!(of("<!doctype html>").sentence().starts_with("No copies"));
    }
}
