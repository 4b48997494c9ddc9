//! Formulas over metrics: read, checked for units, evaluated for all subnets at once.
//!
//! The registry's own definitions and a reader's columns are the same language: numbers, ids of
//! metrics and scalars, `+ - * / ( )`, and `sum(…)` over all subnets. A missing input makes a
//! missing result; nothing here can panic on any text.

mod node;
mod parse;

use self::node::{Node, NodeKind};
use crate::model::{Absence, Value};
use crate::registry::{Kind, Metric, Scalar, Unit};

/// A formula that was read without error. Its unit may still not add up: see [`Formula::unit`].
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    root: Node,
}

/// What a formula is evaluated against: a table of one row a subnet.
pub trait Inputs {
    /// Number of rows.
    fn rows(&self) -> usize;
    /// The value of a metric in a row.
    fn value(&self, metric: &'static Metric, row: usize) -> Value;
    /// A number of the whole network.
    fn scalar(&self, scalar: Scalar) -> Value;
}

/// What is wrong with a formula, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} (at character {})", self.at + 1)]
pub struct FormulaError {
    /// Byte offset of the mistake.
    pub at: usize,
    /// One clause without a full stop.
    pub message: String,
}

impl FormulaError {
    fn new(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// The first thing that is not understood, with its position.
    pub fn parse(text: &str) -> Result<Self, FormulaError> {
        parse::read(text).map(|root| Self { root })
    }

    /// The unit of the result.
    ///
    /// # Errors
    /// Where two different units are added, or amounts in the tokens of different subnets are.
    pub fn unit(&self) -> Result<Unit, FormulaError> {
        self.root.unit()
    }

    /// The metrics it names, in order of appearance, each once.
    pub fn metrics(&self) -> Vec<&'static Metric> {
        let mut found = Vec::new();
        self.root.visit(&mut |node| match node.kind {
            NodeKind::Metric(metric) if !found.contains(&metric) => found.push(metric),
            _ => {}
        });
        found
    }

    /// What kind of quantity it is: a flow or a total where only such are added, or one is scaled by
    /// plain numbers; a level otherwise.
    pub fn kind(&self) -> Kind {
        self.root.kind().unwrap_or(Kind::Stock)
    }

    /// What of it is known of the snapshot alone and has no history: a sum over all subnets, or a
    /// number of the network that is not the same every day.
    pub fn momentary(&self) -> Option<String> {
        let mut found = None;
        self.root.visit(&mut |node| {
            let words = match &node.kind {
                NodeKind::Sum(_) => Some("a sum over all subnets".to_owned()),
                NodeKind::Scalar(scalar) if scalar.constant().is_none() => Some(scalar.label().to_owned()),
                _ => None,
            };
            if found.is_none() {
                found = words;
            }
        });
        found
    }

    /// The formula with only the brackets it needs, word by word as links spell it.
    pub fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        self.root.spell(&mut words, 0);
        words
    }

    /// The result for every row. Sums skip what is missing; everything else carries it on.
    pub fn evaluate(&self, inputs: &impl Inputs) -> Vec<Value> {
        self.root.column(inputs)
    }

    /// The formula as a reader sees it, with `name` in place of each id (`sum(…)` stays a call).
    pub fn print(&self, name: &dyn Fn(Term) -> String) -> String {
        self.root.print(name, 0)
    }
}

/// A part of a formula that [`Formula::print`] asks a name for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Term {
    /// A metric of the row.
    Metric(&'static Metric),
    /// A metric summed over all subnets.
    SumOf(&'static Metric),
    /// A number of the network.
    Scalar(Scalar),
}

impl Term {
    /// The term as a reader calls it.
    pub fn words(self) -> String {
        match self {
            Term::Metric(metric) => metric.label.to_owned(),
            Term::SumOf(metric) => format!("sum of {} over all subnets", metric.label),
            Term::Scalar(scalar) => scalar.label().to_owned(),
        }
    }

    /// What the term stands for in a row.
    pub fn value(self, inputs: &impl Inputs, row: usize) -> Value {
        match self {
            Term::Metric(metric) => inputs.value(metric, row),
            Term::SumOf(metric) => {
                total(&(0..inputs.rows()).map(|row| inputs.value(metric, row)).collect::<Vec<_>>())
            }
            Term::Scalar(scalar) => inputs.scalar(scalar),
        }
    }
}

/// The sum of the numbers in a column; missing when there is no number at all.
pub fn total(column: &[Value]) -> Value {
    let mut numbers = column.iter().filter_map(|value| value.number()).peekable();
    match numbers.peek() {
        Some(_) => Value::finite(numbers.sum()),
        None => column
            .iter()
            .filter_map(|value| value.absence())
            .max()
            .map_or(Value::Missing(Absence::NotApplicable), Value::Missing),
    }
}

/// Whether a metric is captured as `input`, or computed from it, over however many formulas.
pub fn rests_on(metric: &'static Metric, input: &str) -> bool {
    let inputs = |text: &str| Formula::parse(text).map(|formula| formula.metrics()).unwrap_or_default();
    metric.id == input
        || metric.formula.is_some_and(|text| inputs(text).into_iter().any(|other| rests_on(other, input)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;
    use proptest::prelude::*;

    struct Two;
    impl Inputs for Two {
        fn rows(&self) -> usize {
            2
        }
        fn value(&self, metric: &'static Metric, row: usize) -> Value {
            match (metric.id, row) {
                ("tao_in_emission", 0) => Value::Number(0.012_462_749),
                ("excess_tao", 0) => Value::Number(0.050_031_047),
                ("stars", row) => Value::Number(row as f64 + 1.0),
                _ => Value::NOT_MEASURED,
            }
        }
        fn scalar(&self, scalar: Scalar) -> Value {
            Value::from(scalar.constant())
        }
    }

    fn evaluate(text: &str) -> Vec<Value> {
        Formula::parse(text).unwrap().evaluate(&Two)
    }

    #[test]
    fn every_formula_of_the_registry_reads_and_has_the_unit_it_declares() {
        for metric in registry::all() {
            let Some(text) = metric.formula else { continue };
            let formula = Formula::parse(text).unwrap_or_else(|error| panic!("{}: {error}", metric.id));
            assert_eq!(formula.unit(), Ok(metric.unit), "{}", metric.id);
            assert!(!formula.metrics().contains(&metric), "{} names itself", metric.id);
        }
    }

    #[test]
    fn computes_with_precedence_and_carries_what_is_missing() {
        let emission = evaluate("(tao_in_emission + excess_tao) * blocks_per_day");
        assert!((emission[0].number().unwrap() - 449.955_331_2).abs() < 1e-9);
        assert_eq!(emission[1], Value::NOT_MEASURED);
        assert_eq!(evaluate("1 + 2 * 3 - 8 / 4 / 2")[0], Value::Number(6.0));
        assert_eq!(evaluate("-(2 - 5) × 2")[0], Value::Number(6.0));
        assert_eq!(evaluate("stars / sum(stars)"), [Value::Number(1.0 / 3.0), Value::Number(2.0 / 3.0)]);
        assert_eq!(evaluate("sum(tao_in_emission)")[1], Value::Number(0.012_462_749));
        assert_eq!(evaluate("1 / (1 - 1)")[0], Value::Missing(Absence::NotApplicable));
        let error = Formula::parse("stars / 0").unwrap_err();
        assert_eq!((error.at, error.message.as_str()), (8, "nothing can be divided by 0"));
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let cases = [
            ("", "something is missing at the end (at character 1)"),
            ("1 +", "something is missing at the end (at character 4)"),
            ("emission", "there is no metric called “emission” (at character 1)"),
            ("(stars", "a closing bracket is missing (at character 7)"),
            ("stars stars", "“s” was not expected here (at character 7)"),
            ("1.2.3", "“1.2.3” is not a number (at character 1)"),
            ("sum stars", "“sum” wants a bracket after it (at character 5)"),
            ("ש", "“ש” was not expected here (at character 1)"),
        ];
        for (text, message) in cases {
            assert_eq!(Formula::parse(text).unwrap_err().to_string(), message, "{text}");
        }
        assert!(Formula::parse(&"(".repeat(300)).is_err());
    }

    #[test]
    fn units_that_do_not_add_up_are_refused() {
        let unit = |text: &str| Formula::parse(text).unwrap().unit();
        assert_eq!(unit("emission_tao_day / market_cap_tao"), Ok(Unit::ONE / Unit::DAY));
        assert_eq!(
            unit("tao_in_pool + alpha_in_pool").unwrap_err().to_string(),
            "TAO and alpha cannot be added (at character 13)"
        );
        assert!(unit("sum(alpha_out)").unwrap_err().message.contains("different subnets"));
        assert!(unit("sum(alpha_out * price_tao)").is_ok());
    }

    #[test]
    fn prints_with_names_and_only_the_brackets_it_needs() {
        let formula =
            Formula::parse("alpha_priced_tao_day * ((1 - owner_cut) / 2) * (1 - miner_burn)").unwrap();
        let name = |term: Term| match term {
            Term::Metric(metric) => metric.label.to_owned(),
            Term::SumOf(metric) => format!("sum of {}", metric.label),
            Term::Scalar(scalar) => scalar.id().to_owned(),
        };
        let printed = "Alpha paid out, priced × (1 − owner_cut) ÷ 2 × (1 − Miner pay burned)";
        assert_eq!(formula.print(&name), printed);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[a-z_0-9+*/() .−×-]{0,60}|.{0,60}") {
            if let Ok(formula) = Formula::parse(&text) {
                let _ = formula.unit();
                prop_assert_eq!(formula.evaluate(&Two).len(), 2);
            }
        }
    }
}
