//! The tree of a formula: what each node is worth, in which unit, and how it is printed.

use super::{FormulaError, Inputs, Term, total};
use crate::model::Value;
use crate::registry::{Kind, Metric, Scalar, Unit};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    /// Byte offset in the text, for messages.
    pub(super) at: usize,
    pub(super) kind: NodeKind,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum NodeKind {
    Number(f64),
    Metric(&'static Metric),
    Scalar(Scalar),
    Negate(Box<Node>),
    Sum(Box<Node>),
    Binary(Operator, Box<Node>, Box<Node>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
}

impl Operator {
    /// Its sign, its word in links, how tightly it binds, and how tightly what stands right of it has
    /// to bind to need no brackets.
    fn spelled(self) -> (&'static str, &'static str, u8, u8) {
        match self {
            Operator::Add => ("+", "add", 1, 1),
            Operator::Subtract => ("−", "sub", 1, 2),
            Operator::Multiply => ("×", "mul", 2, 2),
            Operator::Divide => ("÷", "div", 2, 3),
        }
    }
}

impl Node {
    pub(super) fn unit(&self) -> Result<Unit, FormulaError> {
        match &self.kind {
            NodeKind::Number(_) => Ok(Unit::ONE),
            NodeKind::Metric(metric) => Ok(metric.unit),
            NodeKind::Scalar(scalar) => Ok(scalar.unit()),
            NodeKind::Negate(inner) => inner.unit(),
            NodeKind::Sum(inner) => match inner.unit()? {
                unit if unit.alpha > 0 => {
                    Err(FormulaError::new(self.at, "alpha of different subnets cannot be added"))
                }
                unit => Ok(unit),
            },
            NodeKind::Binary(operator, left, right) => {
                let (a, b) = (left.unit()?, right.unit()?);
                match operator {
                    Operator::Multiply => Ok(a * b),
                    Operator::Divide => Ok(a / b),
                    Operator::Add | Operator::Subtract if a == b => Ok(a),
                    Operator::Add | Operator::Subtract => {
                        let name = |unit: Unit| {
                            if unit == Unit::ONE { "a plain number".to_owned() } else { unit.to_string() }
                        };
                        Err(FormulaError::new(
                            self.at,
                            format!("{} and {} cannot be added", name(a), name(b)),
                        ))
                    }
                }
            }
        }
    }

    pub(super) fn kind(&self) -> Option<Kind> {
        match &self.kind {
            // Numbers scale a quantity and do not change what it is.
            NodeKind::Number(_) | NodeKind::Scalar(_) => None,
            NodeKind::Metric(metric) => Some(metric.kind),
            NodeKind::Negate(inner) | NodeKind::Sum(inner) => inner.kind(),
            NodeKind::Binary(Operator::Divide, left, right) => match right.kind() {
                None => left.kind(),
                Some(_) => Some(Kind::Stock),
            },
            NodeKind::Binary(operator, left, right) => match (left.kind(), right.kind()) {
                (Some(one), None) | (None, Some(one)) if *operator == Operator::Multiply => Some(one),
                (None, None) => None,
                (a, b) if a == b && *operator != Operator::Multiply => a,
                _ => Some(Kind::Stock),
            },
        }
    }

    pub(super) fn spell(&self, words: &mut Vec<String>, outer: u8) {
        let mut say = |word: &str| words.push(word.to_owned());
        match &self.kind {
            NodeKind::Number(number) => say(&number.to_string()),
            NodeKind::Metric(metric) => say(metric.id),
            NodeKind::Scalar(scalar) => say(scalar.id()),
            NodeKind::Negate(inner) => {
                say("neg");
                inner.spell(words, 3);
            }
            NodeKind::Sum(inner) => {
                say("sum");
                say("open");
                inner.spell(words, 0);
                words.push("close".to_owned());
            }
            NodeKind::Binary(operator, left, right) => {
                let (_, word, own, right_own) = operator.spelled();
                let bracketed = own < outer;
                if bracketed {
                    say("open");
                }
                left.spell(words, own);
                words.push(word.to_owned());
                right.spell(words, right_own);
                if bracketed {
                    words.push("close".to_owned());
                }
            }
        }
    }

    pub(super) fn visit(&self, see: &mut impl FnMut(&Node)) {
        see(self);
        match &self.kind {
            NodeKind::Number(_) | NodeKind::Metric(_) | NodeKind::Scalar(_) => {}
            NodeKind::Negate(inner) | NodeKind::Sum(inner) => inner.visit(see),
            NodeKind::Binary(_, left, right) => {
                left.visit(see);
                right.visit(see);
            }
        }
    }

    pub(super) fn column(&self, inputs: &impl Inputs) -> Vec<Value> {
        let all = |value: Value| vec![value; inputs.rows()];
        match &self.kind {
            NodeKind::Number(number) => all(Value::finite(*number)),
            NodeKind::Metric(metric) => (0..inputs.rows()).map(|row| inputs.value(metric, row)).collect(),
            NodeKind::Scalar(scalar) => all(inputs.scalar(*scalar)),
            NodeKind::Negate(inner) => {
                inner.column(inputs).into_iter().map(|value| Value::Number(0.0) - value).collect()
            }
            NodeKind::Sum(inner) => all(total(&inner.column(inputs))),
            NodeKind::Binary(operator, left, right) => {
                let pairs = left.column(inputs).into_iter().zip(right.column(inputs));
                pairs
                    .map(|(a, b)| match operator {
                        Operator::Add => a + b,
                        Operator::Subtract => a - b,
                        Operator::Multiply => a * b,
                        Operator::Divide => a / b,
                    })
                    .collect()
            }
        }
    }

    pub(super) fn print(&self, name: &dyn Fn(Term) -> String, outer: u8) -> String {
        match &self.kind {
            NodeKind::Number(number) => number.to_string(),
            NodeKind::Metric(metric) => name(Term::Metric(metric)),
            NodeKind::Scalar(scalar) => name(Term::Scalar(*scalar)),
            NodeKind::Negate(inner) => format!("−{}", inner.print(name, 3)),
            NodeKind::Sum(inner) => match inner.kind {
                NodeKind::Metric(metric) => name(Term::SumOf(metric)),
                _ => format!("sum({})", inner.print(name, 0)),
            },
            NodeKind::Binary(operator, left, right) => {
                let (sign, _, own, right_own) = operator.spelled();
                let text = format!("{} {sign} {}", left.print(name, own), right.print(name, right_own));
                if own < outer { format!("({text})") } else { text }
            }
        }
    }
}
