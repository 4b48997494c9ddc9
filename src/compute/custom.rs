//! A reader's own formula, as a metric like any other.
//!
//! Links hold only `A-Z a-z 0-9 ~ . - _`, so a formula is spelled there with words, joined by `-`:
//!
//! | sign | `+` | `-` | `*` | `/` | `-` before a factor | `(` | `)` |
//! |---|---|---|---|---|---|---|---|
//! | word | `add` | `sub` | `mul` | `div` | `neg` | `open` | `close` |
//!
//! Numbers, ids of metrics, scalars and `sum` stand for themselves: `emission_tao_day / market_cap_tao`
//! is `emission_tao_day-div-market_cap_tao`. The spelling with the fewest brackets is the id of the
//! metric, so that the same formula is the same metric however it was written.

use std::sync::Mutex;

use super::formula::{Formula, FormulaError, Term};
use crate::registry::{self, Group, Metric, Style};

/// Longest spelling, in characters: what still fits a link that somebody sends.
const MAX_LENGTH: usize = 200;
/// Longest name on charts and cards, and on table headers.
const LABEL: usize = 80;
const SHORT: usize = 28;

const WORDS: [(&str, &str); 7] =
    [("add", "+"), ("sub", "-"), ("mul", "*"), ("div", "/"), ("neg", "-"), ("open", "("), ("close", ")")];

/// The metric of a formula as a reader types it.
///
/// # Errors
/// What is wrong with it, and where; also when it names no metric, or its units do not add up.
pub fn typed(text: &str) -> Result<&'static Metric, FormulaError> {
    let formula = Formula::parse(text)?;
    formula.unit()?;
    if formula.metrics().is_empty() {
        return Err(FormulaError { at: 0, message: "it names no metric".to_owned() });
    }
    let words = formula.words();
    let id = words.join("-");
    if id.len() > MAX_LENGTH {
        return Err(FormulaError { at: MAX_LENGTH, message: "it is too long for a link".to_owned() });
    }
    match registry::metric(&id) {
        Some(metric) => Ok(metric),
        None => interned(&id, &text_of(words.iter().map(String::as_str))),
    }
}

/// The metric of a formula as links spell it.
///
/// # Errors
/// As for [`typed`], with the formula as a reader would type it.
pub fn linked(link: &str) -> Result<&'static Metric, String> {
    let text = text_of(link.split('-'));
    typed(&text).map_err(|error| format!("in “{text}”, {error}"))
}

/// A metric of the registry, or of a formula as links spell it.
pub fn metric(id: &str) -> Option<&'static Metric> {
    registry::metric(id).or_else(|| linked(id).ok())
}

/// Whether a metric is a reader's own.
pub fn is_custom(metric: &Metric) -> bool {
    registry::metric(metric.id).is_none()
}

/// The metric as a reader would type it.
pub fn text(metric: &Metric) -> String {
    metric.formula.filter(|_| is_custom(metric)).unwrap_or(metric.id).to_owned()
}

/// The words of a link as a reader types them.
fn text_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let (mut text, mut before) = (String::new(), "");
    for word in words {
        let sign = WORDS.iter().find(|(other, _)| *other == word).map_or(word, |(_, sign)| *sign);
        // Brackets and a minus before a factor stand close to what they belong to.
        let close = matches!((before, word), ("" | "open" | "neg", _) | (_, "close") | ("sum", "open"));
        if !close {
            text.push(' ');
        }
        text.push_str(sign);
        before = word;
    }
    text
}

/// Every formula that was read in this session. They live as long as the program: a reader types few.
static READ: Mutex<Vec<&'static Metric>> = Mutex::new(Vec::new());

fn interned(id: &str, text: &str) -> Result<&'static Metric, FormulaError> {
    let mut read = READ.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(metric) = read.iter().find(|metric| metric.id == id) {
        return Ok(metric);
    }
    // Read anew from the canonical text, so that what is shown is what runs.
    let formula = Formula::parse(text)?;
    let label = formula.print(&Term::words);
    let kept = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    let metric: &'static Metric = Box::leak(Box::new(Metric {
        id: kept(id.to_owned()),
        label: kept(clamped(&label, LABEL)),
        short: kept(clamped(&label, SHORT)),
        unit: formula.unit()?,
        kind: formula.kind(),
        group: formula.metrics().first().map_or(Group::Market, |metric| metric.group),
        definition: kept(format!("A formula of a reader’s own: {text}.")),
        formula: Some(kept(text.to_owned())),
        computed_grade: None,
        limits: "Nobody has checked that it means anything. It is missing wherever one of its parts is.",
        style: Style::Significant(4),
    }));
    read.push(metric);
    Ok(metric)
}

fn clamped(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{Kind, Scalar, Unit};
    use proptest::prelude::*;

    #[test]
    fn one_formula_is_one_metric_however_it_is_written() {
        let metric = typed("emission_tao_day / market_cap_tao").unwrap();
        assert_eq!(metric.id, "emission_tao_day-div-market_cap_tao");
        assert_eq!(metric.label, "Emission ÷ Market cap");
        assert_eq!((metric.unit, metric.kind), (Unit::ONE / Unit::DAY, Kind::Stock));
        for text in ["(emission_tao_day)/market_cap_tao", " emission_tao_day ÷ (market_cap_tao) "] {
            assert!(std::ptr::eq(typed(text).unwrap(), metric), "{text}");
        }
        assert!(std::ptr::eq(linked(metric.id).unwrap(), metric));
        assert!(is_custom(metric));
        // A metric in brackets is that metric.
        assert!(std::ptr::eq(typed("((stars))").unwrap(), registry::known("stars")));
    }

    #[test]
    fn every_sign_has_its_word() {
        for (text, link) in [
            ("stars - -1", "stars-sub-neg-1"),
            ("-(stars + 0.50) * 2", "neg-open-stars-add-0.5-close-mul-2"),
            ("stars - (stars - 1)", "stars-sub-open-stars-sub-1-close"),
            ("stars / sum(stars)", "stars-div-sum-open-stars-close"),
            ("emission_tao_day * tao_usd", "emission_tao_day-mul-tao_usd"),
        ] {
            let metric = typed(text).unwrap();
            assert_eq!(metric.id, link);
            assert!(std::ptr::eq(linked(link).unwrap(), metric), "{link}");
        }
        assert_eq!(typed("-(stars+0.50)*2").unwrap().formula, Some("-(stars + 0.5) * 2"));
        assert_eq!(typed("stars - -1").unwrap().formula, Some("stars - -1"));
        for (word, _) in WORDS {
            assert!(registry::metric(word).is_none() && Scalar::from_id(word).is_none(), "{word}");
        }
    }

    #[test]
    fn flows_stay_flows_as_long_as_they_can_be_added_up() {
        for (text, kind) in [
            ("emission_tao_day - owner_tao_day", Kind::Flow),
            ("emission_tao_day * 2 / 3", Kind::Flow),
            ("-emission_tao_day * owner_cut", Kind::Flow),
            ("2 * market_cap_tao", Kind::Stock),
            ("market_cap_tao / age_days", Kind::Stock),
            ("1 / emission_tao_day", Kind::Stock),
        ] {
            assert_eq!(typed(text).unwrap().kind, kind, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let said = |link: &str| linked(link).unwrap_err();
        assert_eq!(
            said("emission_tao_day-div-cap"),
            "in “emission_tao_day / cap”, there is no metric called “cap” (at character 20)"
        );
        assert_eq!(
            said("tao_in_pool-add-alpha_in_pool"),
            "in “tao_in_pool + alpha_in_pool”, TAO and alpha cannot be added (at character 13)"
        );
        assert_eq!(said("1-add-2"), "in “1 + 2”, it names no metric (at character 1)");
        assert!(said(&["stars"; 30].join("-mul-")).ends_with("it is too long for a link (at character 201)"));
        assert!(said(&format!("stars-mul-{}", "9".repeat(350))).contains("is not a number"));
    }

    proptest! {
        #[test]
        fn any_text_is_a_metric_or_refused(text in "(stars|fdv_tao|sum\\(|[-+*/() ]|[0-9.]{1,4}){0,14}") {
            if let Ok(metric) = typed(&text) {
                prop_assert!(metric.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte)));
                prop_assert_eq!(linked(metric.id).map(|again| again.id), Ok(metric.id));
                let formula = metric.formula.filter(|_| is_custom(metric));
                prop_assert!(formula.is_none_or(|text| typed(text).is_ok_and(|again| again.id == metric.id)));
            }
        }
    }
}
