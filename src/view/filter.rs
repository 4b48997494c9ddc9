//! Filters on subnets: `f=cat.inference~emission_tao_day.gt.10~rung.ge.3~release.none_found~best.3.claimed`.

use super::Choice;
use super::number::{finite, plain};
use super::reader::quantity;
use crate::compute::select::Comparison;
use crate::format::{self, Locale};
use crate::model::{self, Day, Rung, RungState, Value};
use crate::registry::{Metric, Style};
use crate::snapshot::Snapshot;

/// One condition; a list of them holds when all do.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    /// Of the category with this slug.
    Category(String),
    /// A metric or a formula compared with a limit, in its own unit.
    Number(&'static Metric, Comparison, f64),
    /// Whether a metric or a formula has a number.
    Measured(&'static Metric, bool),
    /// The highest satisfied rung compared with 0 to 5; 0 is none satisfied.
    Rung(Comparison, u8),
    /// The state of one rung.
    State(Rung, RungState),
    /// The best state at a rung or above it, as [`Ladder::known_from`](crate::model::Ladder::known_from)
    /// reads it.
    Best(Rung, RungState),
    /// Whether anybody has searched for evidence.
    Searched(bool),
}

impl Choice for Comparison {
    const NAMES: &'static [(&'static str, Self)] =
        &[("gt", Self::Above), ("ge", Self::AtLeast), ("lt", Self::Below), ("le", Self::AtMost)];
}

impl Filter {
    /// Reads one condition.
    ///
    /// # Errors
    /// Why it is none, as a clause for the reader.
    pub fn from_link(text: &str) -> Result<Self, String> {
        let (subject, rest) = parted(text);
        match (subject, rest) {
            ("searched", "yes") => Ok(Self::Searched(true)),
            ("searched", "no") => Ok(Self::Searched(false)),
            ("cat", slug) if is_slug(slug) => Ok(Self::Category(slug.to_owned())),
            ("rung", rest) => rung(rest),
            ("best", rest) => {
                let (number, state) =
                    rest.split_once('.').ok_or("a best state is asked for as best.3.claimed")?;
                let rung = match number.as_bytes() {
                    [digit @ b'0'..=b'9'] => Rung::from_number(digit - b'0'),
                    _ => None,
                };
                Ok(Self::Best(rung.ok_or("rungs with a state are 1 to 5")?, rung_state(state)?))
            }
            (subject, state) => match Rung::from_id(subject) {
                Some(rung) => Ok(Self::State(rung, rung_state(state)?)),
                None => number(quantity(subject)?, rest),
            },
        }
    }

    /// The condition in links.
    pub fn to_link(&self) -> String {
        match self {
            Self::Category(slug) => format!("cat.{slug}"),
            Self::Number(metric, comparison, limit) => {
                format!("{}.{}.{}", metric.id, comparison.id(), plain(*limit))
            }
            Self::Measured(metric, true) => format!("{}.measured", metric.id),
            Self::Measured(metric, false) => format!("{}.missing", metric.id),
            Self::Rung(comparison, rung) => format!("rung.{}.{rung}", comparison.id()),
            Self::State(rung, state) => format!("{}.{}", rung.id(), state.id()),
            Self::Best(rung, state) => format!("best.{}.{}", rung.number(), state.id()),
            Self::Searched(true) => "searched.yes".to_owned(),
            Self::Searched(false) => "searched.no".to_owned(),
        }
    }

    /// The metric it is about, where it is about one.
    pub fn metric(&self) -> Option<&'static Metric> {
        match self {
            Self::Number(metric, ..) | Self::Measured(metric, _) => Some(metric),
            _ => None,
        }
    }

    /// Whether a subnet meets it. What is missing meets no comparison.
    pub fn holds(&self, snapshot: &Snapshot, row: usize) -> bool {
        let Some(subnet) = snapshot.subnets.get(row) else { return false };
        match self {
            Self::Category(slug) => {
                subnet.category.as_deref().is_some_and(|category| category_slug(category) == *slug)
            }
            Self::Number(metric, comparison, limit) => comparison.holds(snapshot.value(metric, row), *limit),
            Self::Measured(metric, measured) => snapshot.value(metric, row).number().is_some() == *measured,
            Self::Rung(comparison, rung) => {
                let highest = subnet.ladder.highest().map_or(0, Rung::number);
                // Nobody knows that there is nothing where nobody has looked.
                (highest > 0 || subnet.ladder.searched())
                    && comparison.holds(Value::Number(f64::from(highest)), f64::from(*rung))
            }
            Self::State(rung, state) => subnet.ladder.state(*rung) == *state,
            Self::Best(rung, state) => subnet.ladder.known_from(*rung) == *state,
            Self::Searched(searched) => subnet.ladder.searched() == *searched,
        }
    }

    /// The condition in words: `Emission above 10.00 τ/day`.
    pub fn words(&self, locale: &Locale) -> String {
        match self {
            Self::Category(slug) => format!("Category {}", slug.replace('-', " ")),
            Self::Number(metric, comparison, limit) => {
                let style = match metric.style {
                    // A limit is itself no lower bound, and no answer to a question.
                    Style::Capped(_) | Style::YesNo => Style::Integer,
                    style => style,
                };
                let limit = format::amount(*limit, style, metric.unit, locale);
                format!("{} {} {limit}", metric.label, comparison.words())
            }
            Self::Measured(metric, true) => format!("{} measured", metric.label),
            Self::Measured(metric, false) => format!("{} missing", metric.label),
            Self::Rung(comparison, rung) => format!("Highest rung {} {rung}", comparison.words()),
            Self::State(rung, state) => format!("Rung {}, {}: {}", rung.number(), rung.name(), state.words()),
            Self::Best(rung, state) => {
                format!("Rung {}{}, at best: {}", rung.number(), rung.or_above(), state.words())
            }
            Self::Searched(true) => "Searched for evidence".to_owned(),
            Self::Searched(false) => "Not searched for evidence".to_owned(),
        }
    }

    /// Whether both ask for the same thing, so that one of them is enough.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Category(_), Self::Category(_))) || self == other
    }
}

/// What a condition is about, and the rest. Numbers in formulas have full stops too, so that the
/// comparison parts them where there is one.
fn parted(text: &str) -> (&str, &str) {
    let comparison = Comparison::NAMES.iter().find_map(|(id, _)| text.find(&format!(".{id}.")));
    let state =
        || ["measured", "missing"].into_iter().find_map(|state| text.strip_suffix(state)?.strip_suffix('.'));
    let at = comparison.or_else(|| state().map(str::len)).or_else(|| text.find('.'));
    at.map_or((text, ""), |at| (&text[..at], &text[at + 1..]))
}

/// What a reader typed as the limit of a metric, in the unit that is shown: shares in per cent, dates
/// as `2026-08-07`, and everything else as a number.
///
/// # Errors
/// Why it is none, as a sentence for the reader.
pub fn typed_limit(metric: &Metric, typed: &str) -> Result<f64, &'static str> {
    let typed = typed.trim();
    let number = |text: &str| model::finite(text.trim());
    match metric.style {
        Style::Percent(_) => {
            let share = number(typed.strip_suffix('%').unwrap_or(typed));
            // A division keeps 12.5 % at 0.125.
            share.map(|share| share / 100.0).ok_or("A share is typed in per cent, such as 12.5 or 12.5 %.")
        }
        Style::Date => {
            let day = typed.parse::<Day>().ok().filter(|_| typed.len() == 10);
            day.map(|day| f64::from(day.epoch_days())).ok_or("A date is typed as 2026-08-07.")
        }
        _ => number(typed).ok_or("A limit is a number such as 0.5."),
    }
}

/// A category as links name it: small letters and digits, `-` for everything between.
pub fn category_slug(category: &str) -> String {
    let mut slug = String::with_capacity(category.len());
    for character in category.chars() {
        match character.to_ascii_lowercase() {
            letter @ ('a'..='z' | '0'..='9') => slug.push(letter),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.len() <= 40 && category_slug(text) == text
}

fn rung_state(id: &str) -> Result<RungState, String> {
    let state = RungState::from_id(id);
    state.ok_or_else(|| "a rung has no such state".to_owned())
}

fn rung(rest: &str) -> Result<Filter, String> {
    let (comparison, number) = rest.split_once('.').ok_or("a rung is compared as rung.ge.3")?;
    match number.as_bytes() {
        [digit @ b'0'..=b'5'] => Ok(Filter::Rung(Comparison::from_id(comparison)?, digit - b'0')),
        _ => Err("rungs are 0 to 5".to_owned()),
    }
}

fn number(metric: &'static Metric, rest: &str) -> Result<Filter, String> {
    match rest {
        "measured" => return Ok(Filter::Measured(metric, true)),
        "missing" => return Ok(Filter::Measured(metric, false)),
        _ => {}
    }
    let (comparison, limit) =
        rest.split_once('.').ok_or_else(|| format!("{0} is compared as {0}.gt.10", metric.id))?;
    Ok(Filter::Number(metric, Comparison::from_id(comparison)?, finite(limit)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;

    #[test]
    fn conditions_read_and_print() {
        for link in [
            "cat.data-and-search",
            "emission_tao_day.gt.10",
            "price_tao.le.0.0005",
            "price_tao.lt.1e-12",
            "fdv_tao.ge.-3.5e20",
            "stars.missing",
            "stars.measured",
            "rung.ge.3",
            "release.none_found",
            "reachable_product.lapsed",
            "best.3.none_found",
            "best.5.not_searched",
            "searched.no",
            "stars-mul-0.5.ge.0.25",
            "emission_tao_day-div-market_cap_tao.lt.1e-12",
            "stars-sub-neg-1.5.missing",
        ] {
            assert_eq!(Filter::from_link(link).map(|filter| filter.to_link()), Ok(link.to_owned()));
        }
    }

    #[test]
    fn what_is_no_condition_is_refused_with_a_reason() {
        for (link, reason) in [
            ("", "there is no metric of this name"),
            ("earnings.gt.1", "there is no metric of this name"),
            ("stars", "stars is compared as stars.gt.10"),
            ("stars.eq.1", "choose gt, ge, lt or le"),
            ("stars.gt.inf", "a limit is a number such as 0.5"),
            ("stars.gt.NaN", "a limit is a number such as 0.5"),
            ("stars.gt.1e999", "a limit is a number such as 0.5"),
            ("rung.ge.6", "rungs are 0 to 5"),
            ("rung", "a rung is compared as rung.ge.3"),
            ("release.done", "a rung has no such state"),
            ("best.3", "a best state is asked for as best.3.claimed"),
            ("best.0.claimed", "rungs with a state are 1 to 5"),
            ("best.03.claimed", "rungs with a state are 1 to 5"),
            ("best.3.done", "a rung has no such state"),
            ("cat.Inference", "there is no metric of this name"),
        ] {
            assert_eq!(Filter::from_link(link), Err(reason.to_owned()), "{link}");
        }
    }

    #[test]
    fn formulas_are_checked_and_missing_where_a_part_is() {
        let reason = |link: &str| Filter::from_link(link).unwrap_err();
        assert_eq!(
            reason("tao_in_pool-add-alpha_in_pool.gt.1"),
            "in “tao_in_pool + alpha_in_pool”, TAO and alpha cannot be added (at character 13)"
        );
        assert_eq!(
            reason("emission_tao_day-div-cap.gt.1"),
            "in “emission_tao_day / cap”, there is no metric called “cap” (at character 20)"
        );
        let snapshot = crate::snapshot::fixture::snapshot();
        let meets = |link: &str| {
            let filter = Filter::from_link(link).unwrap();
            let computed = snapshot.with_custom(&[filter.metric().unwrap()]);
            (0..snapshot.subnets.len()).filter(|row| filter.holds(&computed, *row)).collect::<Vec<_>>()
        };
        let measured = meets("emission_tao_day.measured");
        // Twice what is missing is missing, and meets no comparison.
        assert_eq!(meets("emission_tao_day-mul-2.ge.0"), measured);
        assert_eq!(meets("emission_tao_day-mul-2.measured"), measured);
        assert_eq!(meets("emission_tao_day-mul-2.missing").len(), snapshot.subnets.len() - measured.len());
        assert_eq!(meets("emission_tao_day-mul-0.5.gt.14.5"), meets("emission_tao_day.gt.29"));
    }

    #[test]
    fn limits_are_typed_in_the_unit_that_is_shown() {
        let typed = |id: &str, text: &str| typed_limit(registry::known(id), text);
        for text in ["12.5", "12.5 %", " 12.5%", "12.5\u{a0}%"] {
            assert_eq!(typed("emission_share", text), Ok(0.125), "{text}");
        }
        let date = registry::all().find(|metric| metric.style == Style::Date).unwrap();
        let day: Day = "2026-08-07".parse().unwrap();
        assert_eq!(typed_limit(date, "2026-08-07"), Ok(f64::from(day.epoch_days())));
        assert_eq!(typed("price_tao", "0.5"), Ok(0.5));
        for (id, text) in [
            ("emission_share", "12,5"),
            ("emission_share", "%"),
            (date.id, "20672"),
            (date.id, "2026-13-01"),
            (date.id, "2026-08-07T00:00:00Z"),
            ("price_tao", "5 %"),
            ("price_tao", "inf"),
            ("price_tao", ""),
        ] {
            assert!(typed(id, text).is_err(), "{id} {text}");
        }
    }

    #[test]
    fn conditions_have_words() {
        let words = |link: &str| Filter::from_link(link).unwrap().words(&Locale::default());
        assert_eq!(words("emission_tao_day.gt.10"), "Emission above 10.00\u{a0}τ/day");
        assert_eq!(words("release.none_found"), "Rung 2, release: none found");
        assert_eq!(words("best.3.claimed"), "Rung 3 or above, at best: claimed");
        assert_eq!(words("best.5.claimed"), "Rung 5, at best: claimed");
    }

    #[test]
    fn categories_have_slugs() {
        let cases =
            [("Inference", "inference"), ("Data & search", "data-search"), (" -A- ", "a"), ("数", "")];
        for (category, slug) in cases {
            assert_eq!(category_slug(category), slug);
        }
    }
}
