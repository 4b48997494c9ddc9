//! Takes typed values out of a query and keeps account of what could not be used.

use super::query::report;
use super::{Choice, Ignored, Query};
use crate::compute::custom;
use crate::registry::{self, Metric};

/// The reading of one query by one view.
#[derive(Debug)]
pub struct Reader<'q> {
    query: &'q Query,
    taken: Vec<&'static str>,
    ignored: Vec<Ignored>,
}

impl<'q> Reader<'q> {
    pub(super) fn new(query: &'q Query) -> Self {
        Self { query, taken: Vec::new(), ignored: query.ignored().to_vec() }
    }

    /// The value of a key; `read` gives the value or the reason why it is ignored.
    pub fn one<T>(&mut self, key: &'static str, read: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        let text = self.take(key)?;
        read(text).map_err(|reason| self.ignore(key, text, reason)).ok()
    }

    /// The values of a list joined with `~`: at most `most`, and no two of them the `same`. An item
    /// that cannot be used is reported and the rest is kept; `None` when nothing is left.
    pub fn many<T>(
        &mut self,
        key: &'static str,
        most: usize,
        read: impl Fn(&str) -> Result<T, String>,
        same: impl Fn(&T, &T) -> bool,
    ) -> Option<Vec<T>> {
        let mut items = Vec::new();
        for text in self.take(key)?.split('~').filter(|text| !text.is_empty()) {
            match read(text) {
                Err(reason) => self.ignore(key, text, reason),
                Ok(item) if items.iter().any(|other| same(other, &item)) => {
                    self.ignore(key, text, "said twice");
                }
                Ok(_) if items.len() == most => self.ignore(key, text, format!("at most {most} are shown")),
                Ok(item) => items.push(item),
            }
        }
        (!items.is_empty()).then_some(items)
    }

    /// One of a few named values, or its default.
    pub fn choice<T: Choice + Default>(&mut self, key: &'static str) -> T {
        self.one(key, T::from_id).unwrap_or_default()
    }

    /// A metric of the registry.
    pub fn metric(&mut self, key: &'static str) -> Option<&'static Metric> {
        self.one(key, metric)
    }

    /// A metric of the registry, or a formula of a reader's own.
    pub fn quantity(&mut self, key: &'static str) -> Option<&'static Metric> {
        self.one(key, quantity)
    }

    /// Reports a value that is readable but makes no sense here.
    pub fn ignore(&mut self, key: &str, value: &str, reason: impl Into<String>) {
        report(&mut self.ignored, Ignored::new(key, value, reason));
    }

    /// Everything that was not used; keys that no one took are among it.
    pub fn finish(mut self) -> Vec<Ignored> {
        for (key, value) in self.query.pairs() {
            if !self.taken.contains(&key.as_str()) {
                self.ignore(key, value, "this page has no such setting");
            }
        }
        self.ignored
    }

    fn take(&mut self, key: &'static str) -> Option<&'q str> {
        self.taken.push(key);
        self.query.get(key)
    }
}

/// The metric with this id or of this formula, or the reason why there is none. What holds no sign
/// is no formula.
pub(super) fn quantity(id: &str) -> Result<&'static Metric, String> {
    if id.contains('-') { custom::linked(id) } else { metric(id) }
}

/// The metric with this id, or the reason why there is none.
pub(super) fn metric(id: &str) -> Result<&'static Metric, String> {
    registry::metric(id).ok_or_else(|| "there is no metric of this name".to_owned())
}
