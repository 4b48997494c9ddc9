//! Writes a query key by key.

use std::fmt::Write;

use super::migrate::VERSION;
use super::query::in_grammar;

/// A query being written, short for the address bar or in full for a copied link.
#[derive(Debug)]
pub struct Printer {
    full: bool,
    text: String,
}

impl Printer {
    /// Leaves out what is at its default.
    pub fn short() -> Self {
        Self { full: false, text: String::new() }
    }

    /// Writes everything, after the version of the grammar.
    pub fn full() -> Self {
        Self { full: true, text: format!("v={VERSION}") }
    }

    /// Whether everything is to be written.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// Writes a key unless it is at its default and the link is short. A value outside the grammar
    /// could not be read back, and is left out.
    pub fn put(&mut self, key: &str, value: &str, is_default: bool) {
        if value.is_empty() || !in_grammar(value) || (is_default && !self.full) {
            return;
        }
        let separator = if self.text.is_empty() { "" } else { "&" };
        write!(self.text, "{separator}{key}={value}").expect("writing to a string does not fail");
    }

    /// Writes a key that has a value only when something is chosen.
    pub fn put_some(&mut self, key: &str, value: Option<&str>) {
        self.put(key, value.unwrap_or_default(), false);
    }

    /// Writes a list joined with `~`; nothing when it is empty.
    pub fn put_list<T>(&mut self, key: &str, items: &[T], print: impl Fn(&T) -> String, is_default: bool) {
        let items: Vec<String> = items.iter().map(print).collect();
        self.put(key, &items.join("~"), is_default);
    }

    /// The query, without `?`.
    pub fn finish(self) -> String {
        self.text
    }
}
