//! How the number of a card comes of other numbers.

use crate::compute::formula::{Formula, Term};
use crate::format::{self, Locale};
use crate::model::Value;
use crate::registry::{self, Metric};
use crate::snapshot::Snapshot;

/// A formula twice: in words, and with the numbers of this card in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Worked {
    /// The formula in words.
    pub words: String,
    /// The same with its numbers.
    pub numbers: String,
    /// What it gives.
    pub result: String,
    /// How that stands to what was published.
    pub check: Check,
}

/// A result beside the published number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Nothing was published: this is the number.
    Computed,
    /// The published number is the same.
    Same,
    /// The published number is another.
    Differs,
}

impl Check {
    /// The sentence a reader sees.
    pub fn words(self) -> &'static str {
        match self {
            Check::Computed => "Computed in your browser from the numbers above.",
            Check::Same => "Computed again in your browser: the published number is the same.",
            Check::Differs => "Computed again in your browser: the published number is another.",
        }
    }
}

/// The formula with this row's numbers, and whether a published number is what it gives.
pub(super) fn worked(
    snapshot: &Snapshot,
    metric: &'static Metric,
    row: usize,
    locale: &Locale,
) -> Option<Worked> {
    let Some(formula) = metric.formula else { return added(snapshot, metric, row, locale) };
    let formula = Formula::parse(formula).ok()?;
    let published = snapshot.column(metric).is_some_and(|column| !column.computed);
    // Without its inputs a published number cannot be worked out again; one that is absent shows what it lacks.
    let recomputed = snapshot.recomputed(metric).map(|values| values[row]);
    if published && recomputed.is_none() {
        return None;
    }
    let numbers = formula.print(&|term| match term.value(snapshot, row) {
        Value::Number(number) => format::exact(number, locale),
        Value::Missing(absence) => format!("({})", absence.words()),
    });
    let result = recomputed.unwrap_or_else(|| snapshot.value(metric, row));
    let differs = || snapshot.mismatches(metric).iter().any(|(other, _)| *other == row);
    Some(Worked {
        words: formula.print(&Term::words),
        numbers,
        result: format::with_unit(result, metric, locale),
        check: match published {
            false => Check::Computed,
            true if differs() => Check::Differs,
            true => Check::Same,
        },
    })
}

/// What was received, from its published parts: a formula cannot say this, as a registration may have one
/// part and not the other.
fn added(snapshot: &Snapshot, metric: &Metric, row: usize, locale: &Locale) -> Option<Worked> {
    /// The sum and its larger part are rounded to whole TAO, the other to a tenth; what is small, to less.
    const ROUNDING: f64 = 1.05;
    const PARTS: [&str; 2] = ["received_rebuilt_tao", "received_captured_tao"];
    let published = snapshot.value(metric, row).number().filter(|_| metric.id == "earned_tao_cum")?;
    let part = |id| {
        let part = registry::known(id);
        Some((format::uncapitalised(part.label), snapshot.value(part, row).number()?))
    };
    let parts: Vec<(String, f64)> = PARTS.into_iter().filter_map(part).collect();
    let sum: f64 = parts.iter().map(|(_, part)| part).sum();
    let joined = |texts: Vec<String>| texts.join(" + ");
    (!parts.is_empty()).then(|| Worked {
        words: joined(parts.iter().map(|(label, _)| label.clone()).collect()),
        numbers: joined(parts.iter().map(|(_, part)| format::exact(*part, locale)).collect()),
        result: format::with_unit(Value::finite(sum), metric, locale),
        check: if (sum - published).abs() <= ROUNDING { Check::Same } else { Check::Differs },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::card::Card;
    use crate::snapshot::{fixture, snapshot_from_wire, wire};

    const EMISSION: &str = "emission_tao_day";

    fn of_row(snapshot: &Snapshot, id: &str, row: usize) -> Card {
        Card::of_row(snapshot, registry::known(id), row, &Locale::default())
    }

    #[test]
    fn a_number_says_what_it_is_and_how_it_was_computed() {
        let card = of_row(&fixture::snapshot(), "emission_share", 3);
        let worked = card.worked.unwrap();
        assert_eq!(card.value, worked.result);
        assert_eq!(worked.check, Check::Computed);
        // 28, 0 and 450 were measured; the fixture says nothing of the second subnet.
        assert_eq!(worked.numbers, "450 ÷ 478");
        assert!(!card.missing);
        assert_eq!(card.measured, "3 of 4 subnets");
    }

    #[test]
    fn what_is_missing_says_what_it_lacks() {
        let card = of_row(&fixture::snapshot(), "emission_share", 1);
        assert!(card.missing);
        let worked = card.worked.unwrap();
        assert!(worked.numbers.starts_with('('), "{}", worked.numbers);
        assert_eq!(worked.result, card.value);
    }

    #[test]
    fn what_was_received_says_what_it_is_made_of_and_how_far_that_is_off() {
        let (root, mut summary) = fixture::wire();
        let emission = summary.metrics[EMISSION].clone();
        let column = |values: [Option<f64>; 4], note: Option<&str>| wire::MetricColumn {
            values: values.to_vec(),
            note: note.map(str::to_owned),
            ..emission.clone()
        };
        let mut sums = column([Some(7335.0), None, Some(12.0), Some(900.0)], Some("Median error 3.5 %."));
        let days = "258 rebuilt days and 1 captured day.".to_owned();
        sums.exceptions.insert(0, wire::Exception { state: None, why: Some(days) });
        summary.metrics.insert("earned_tao_cum".to_owned(), sums);
        let rebuilt = column([Some(6972.7), None, Some(12.0), Some(100.0)], None);
        summary.metrics.insert("received_rebuilt_tao".to_owned(), rebuilt);
        let captured = column([Some(362.3), None, None, Some(100.0)], None);
        summary.metrics.insert("received_captured_tao".to_owned(), captured);
        let (snapshot, _) = snapshot_from_wire(root, summary).unwrap();
        let card = |row| of_row(&snapshot, "earned_tao_cum", row);
        let (whole, worked) = (card(0), card(0).worked.unwrap());
        assert_eq!(whole.why.as_deref(), Some("258 rebuilt days and 1 captured day. Median error 3.5 %."));
        assert_eq!(worked.words, "received, rebuilt days + received, captured days");
        assert_eq!((worked.numbers.as_str(), worked.check), ("6,972.7 + 362.3", Check::Same));
        assert_eq!(card(2).worked.unwrap().numbers, "12");
        assert_eq!(card(3).worked.unwrap().check, Check::Differs);
        assert_eq!((card(1).worked, card(1).why), (None, None));
    }

    #[test]
    fn a_published_number_is_held_against_its_formula() {
        let (root, mut summary) = fixture::wire();
        let emission = summary.metrics[EMISSION].clone();
        let published = vec![Some(28.0 / 478.0), None, Some(0.0), Some(0.95)];
        let column = wire::MetricColumn { values: published, ..emission };
        summary.metrics.insert("emission_share".to_owned(), column);
        let (snapshot, _) = snapshot_from_wire(root, summary).unwrap();
        let check = |row| of_row(&snapshot, "emission_share", row).worked.unwrap().check;
        assert_eq!((check(0), check(3)), (Check::Same, Check::Differs));
    }
}
