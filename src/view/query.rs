//! A query string as an ordered list of keys and values, and what of it was ignored.

use std::fmt;

use super::{Reader, migrate};
use crate::format::shown_text;

/// Keys that a link may have; the longest we print has 14.
const MAX_PAIRS: usize = 64;
/// Things ignored that are told apart; a page that lists more helps nobody.
const MAX_REPORTED: usize = 20;
/// Keys that other sites append to every link they pass on.
const FOREIGN: [&str; 5] = ["fbclid", "gclid", "igshid", "mc_cid", "ref"];

/// The keys and values of a link, in order, each key once, every value within the grammar
/// `A-Z a-z 0-9 ~ . - _`.
///
/// Values are percent-decoded once and leniently, because some programs encode `~`; what is
/// outside the grammar after that is ignored, so that decoding it again changes nothing
/// (the router decodes twice).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    pairs: Vec<(String, String)>,
    ignored: Vec<Ignored>,
}

/// A part of a link that was not used, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// The key, fit to be shown.
    pub key: String,
    /// The value, fit to be shown.
    pub value: String,
    /// A clause without a full stop.
    pub reason: String,
}

impl Ignored {
    /// Cleans and clamps what came from outside.
    pub fn new(key: &str, value: &str, reason: impl Into<String>) -> Self {
        Self { key: shown_text(key, 20), value: shown_text(value, 40), reason: reason.into() }
    }
}

impl fmt::Display for Ignored {
    /// `ignored: mode=foo (choose abs, index, share or cum)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ignored: {}={} ({})", self.key, self.value, self.reason)
    }
}

impl Query {
    /// Reads `a=b&c=d`, with or without `?` before it. Never fails.
    pub fn parse(raw: &str) -> Self {
        let raw = raw.strip_prefix('?').unwrap_or(raw);
        let raw = raw.split_once('#').map_or(raw, |(query, _)| query);
        let mut query = Self::default();
        for pair in raw.split('&').filter(|pair| !pair.is_empty()) {
            query.add(pair);
        }
        migrate::to_current(&mut query);
        query
    }

    fn add(&mut self, pair: &str) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decoded(key), decoded(value));
        let is_foreign = key.starts_with("utm_") || FOREIGN.contains(&key.as_str());
        // An empty value is how forms write a missing one.
        if value.is_empty() || is_foreign {
            return;
        }
        if !in_grammar(&key) || !in_grammar(&value) {
            self.ignore(Ignored::new(&key, &value, "links hold only letters A to Z, digits and ~ . - _"));
        } else if self.get(&key).is_some() {
            self.ignore(Ignored::new(&key, &value, "said twice; the first is used"));
        } else if self.pairs.len() == MAX_PAIRS {
            self.ignore(Ignored::new(&key, &value, "too many keys"));
        } else {
            self.pairs.push((key, value));
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.pairs.iter().find(|(other, _)| other == key).map(|(_, value)| value.as_str())
    }

    /// Every key with its value, in the order of the link.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// What could not be read at all, whatever the view.
    pub fn ignored(&self) -> &[Ignored] {
        &self.ignored
    }

    /// A reader that keeps account of the keys a view takes.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self)
    }

    /// Takes a key out.
    pub(super) fn remove(&mut self, key: &str) -> Option<String> {
        let at = self.pairs.iter().position(|(other, _)| other == key)?;
        Some(self.pairs.remove(at).1)
    }

    pub(super) fn ignore(&mut self, ignored: Ignored) {
        report(&mut self.ignored, ignored);
    }
}

/// Adds to a list that is read on a page, as long as that helps.
pub(super) fn report(list: &mut Vec<Ignored>, ignored: Ignored) {
    if list.len() < MAX_REPORTED {
        list.push(ignored);
    }
}

/// Whether a text can stand in a link as it is.
pub(super) fn in_grammar(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"~.-_".contains(&byte))
}

/// Percent-decoded once; what is no escape stays as it is.
pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = (*first == b'%').then(|| Some((digit(tail.first())?, digit(tail.get(1))?))).flatten();
        match escape {
            Some((high, low)) => {
                bytes.push(high * 16 + low);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: Option<&u8>) -> Option<u8> {
    char::from(*byte?).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn said(raw: &str) -> Vec<String> {
        Query::parse(raw).ignored().iter().map(Ignored::to_string).collect()
    }

    #[test]
    fn keys_keep_their_order_and_the_first_of_two_wins() {
        let query = Query::parse("?s=64~4&m=stars&s=1&&empty=&=x#top");
        assert_eq!(query.pairs()[..2], [("s".into(), "64~4".into()), ("m".into(), "stars".into())]);
        assert_eq!(query.get("empty"), None);
        assert_eq!(said("s=64&s=1"), ["ignored: s=1 (said twice; the first is used)"]);
    }

    #[test]
    fn values_are_decoded_once_and_then_stay_within_the_grammar() {
        assert_eq!(Query::parse("s=64%7e4").get("s"), Some("64~4"));
        for bad in ["s=64%257E4", "s=64+4", "s=%", "s=%zz", "s=a%20b", "s=<b>", "s=ש", "s=%ff%fe", "%00=a"] {
            assert_eq!(Query::parse(bad).pairs(), [], "{bad}");
            assert_eq!(said(bad).len(), 1, "{bad}");
        }
        assert_eq!(
            said("mode=%E2%80%AEfoo"),
            ["ignored: mode=foo (links hold only letters A to Z, digits and ~ . - _)"]
        );
    }

    #[test]
    fn what_other_sites_append_is_not_worth_a_word() {
        let query = Query::parse("utm_source=x&fbclid=a%2Fb&m=stars");
        assert_eq!((query.pairs().len(), query.ignored().len()), (1, 0));
    }

    #[test]
    fn endless_queries_are_bounded() {
        let long: String = (0..10_000).map(|key| format!("k{key}=v&")).collect();
        let query = Query::parse(&long);
        assert_eq!((query.pairs().len(), query.ignored().len()), (MAX_PAIRS, MAX_REPORTED));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5_000))]
        #[test]
        fn any_text_is_a_query(raw in "[a-z=&%~0-9.#?+é]{0,60}|.{0,80}") {
            let query = Query::parse(&raw);
            for (key, value) in query.pairs() {
                prop_assert!(in_grammar(key) && in_grammar(value) && !value.is_empty());
            }
        }
    }
}
