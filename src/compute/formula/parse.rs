//! From text to a tree: by descent, one function a level of binding.

use super::FormulaError;
use super::node::{Node, NodeKind, Operator};
use crate::model;
use crate::registry::{self, Scalar};

/// Longest text that is read, in bytes.
const MAX_LENGTH: usize = 400;
/// Deepest nesting that is followed, so that hostile text cannot exhaust the stack.
const MAX_DEPTH: usize = 32;

/// Reads a whole text.
///
/// # Errors
/// The first thing that is not understood, with its position.
pub(super) fn read(text: &str) -> Result<Node, FormulaError> {
    if text.len() > MAX_LENGTH {
        return Err(FormulaError::new(MAX_LENGTH, format!("a formula has at most {MAX_LENGTH} characters")));
    }
    let mut parser = Parser { text, at: 0 };
    let root = parser.sum_of_terms(0)?;
    match parser.peek() {
        None => Ok(root),
        Some(other) => Err(FormulaError::new(parser.at, format!("“{other}” was not expected here"))),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    /// The next character that is not a space.
    fn peek(&mut self) -> Option<char> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        self.text[self.at..].chars().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn sum_of_terms(&mut self, depth: usize) -> Result<Node, FormulaError> {
        let mut left = self.product(depth)?;
        loop {
            let operator = match self.peek() {
                Some('+') => Operator::Add,
                Some('-' | '−') => Operator::Subtract,
                _ => return Ok(left),
            };
            left = self.binary(operator, left, depth, Self::product)?;
        }
    }

    fn product(&mut self, depth: usize) -> Result<Node, FormulaError> {
        let mut left = self.factor(depth)?;
        loop {
            let operator = match self.peek() {
                Some('*' | '×') => Operator::Multiply,
                Some('/' | '÷') => Operator::Divide,
                _ => return Ok(left),
            };
            left = self.binary(operator, left, depth, Self::factor)?;
        }
    }

    fn binary(
        &mut self,
        operator: Operator,
        left: Node,
        depth: usize,
        next: fn(&mut Self, usize) -> Result<Node, FormulaError>,
    ) -> Result<Node, FormulaError> {
        let at = self.at;
        self.at += self.text[at..].chars().next().map_or(0, char::len_utf8);
        let right = next(self, depth)?;
        if operator == Operator::Divide && matches!(right.kind, NodeKind::Number(0.0)) {
            return Err(FormulaError::new(right.at, "nothing can be divided by 0"));
        }
        Ok(Node { at, kind: NodeKind::Binary(operator, Box::new(left), Box::new(right)) })
    }

    fn factor(&mut self, depth: usize) -> Result<Node, FormulaError> {
        if depth > MAX_DEPTH {
            return Err(FormulaError::new(self.at, "too many brackets inside each other"));
        }
        let next = self.peek();
        let at = self.at;
        match next {
            None => Err(FormulaError::new(at, "something is missing at the end")),
            Some('-' | '−') => {
                self.at += next.map_or(0, char::len_utf8);
                Ok(Node { at, kind: NodeKind::Negate(Box::new(self.factor(depth + 1)?)) })
            }
            Some('(') => {
                self.at += 1;
                self.bracketed(depth)
            }
            Some(digit) if digit.is_ascii_digit() || digit == '.' => self.number(),
            Some(letter) if letter.is_ascii_alphabetic() => self.name(depth),
            Some(other) => Err(FormulaError::new(at, format!("“{other}” was not expected here"))),
        }
    }

    fn bracketed(&mut self, depth: usize) -> Result<Node, FormulaError> {
        let inner = self.sum_of_terms(depth + 1)?;
        if self.take(')') {
            Ok(inner)
        } else {
            Err(FormulaError::new(self.at, "a closing bracket is missing"))
        }
    }

    fn word(&mut self, belongs: fn(char) -> bool) -> String {
        let word: String = self.text[self.at..].chars().take_while(|c| belongs(*c)).collect();
        self.at += word.len();
        word
    }

    fn number(&mut self) -> Result<Node, FormulaError> {
        let at = self.at;
        let word = self.word(|c| c.is_ascii_digit() || c == '.');
        let number =
            model::finite(&word).ok_or_else(|| FormulaError::new(at, format!("“{word}” is not a number")))?;
        Ok(Node { at, kind: NodeKind::Number(number) })
    }

    fn name(&mut self, depth: usize) -> Result<Node, FormulaError> {
        let at = self.at;
        let word = self.word(|c| c.is_ascii_alphanumeric() || c == '_');
        let kind = if word == "sum" {
            if !self.take('(') {
                return Err(FormulaError::new(self.at, "“sum” wants a bracket after it"));
            }
            NodeKind::Sum(Box::new(self.bracketed(depth)?))
        } else if let Some(metric) = registry::metric(&word) {
            NodeKind::Metric(metric)
        } else if let Some(scalar) = Scalar::from_id(&word) {
            NodeKind::Scalar(scalar)
        } else {
            return Err(FormulaError::new(at, format!("there is no metric called “{word}”")));
        };
        Ok(Node { at, kind })
    }
}
