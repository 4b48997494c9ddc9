//! Numbers and units.

use super::{MINUS, NO_BREAK, date};
use crate::model::{Absence, Day, Value};
use crate::registry::{Metric, Style, Unit};

/// How a language writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// Between the whole part and the fraction.
    pub decimal: char,
    /// Between thousands.
    pub group: char,
}

impl Default for Locale {
    /// `1,234.5`, as in the files this program writes.
    fn default() -> Self {
        Self { decimal: '.', group: ',' }
    }
}

/// From here on, and below its inverse, a number is written as a power of ten.
const HUGE: f64 = 1e15;
/// The smallest number that is written out: one rao.
const TINY: f64 = 1e-9;

/// A number in the style of its metric, without a unit.
///
/// A number that is not zero is never printed as zero: where the style has too few decimals it
/// gets two significant digits instead. What is not finite has no answer and is said so.
pub fn number(value: f64, style: Style, locale: &Locale) -> String {
    if !value.is_finite() {
        return Absence::NotApplicable.words().to_owned();
    }
    match style {
        Style::Integer => fixed(value, 0, locale),
        Style::Decimals(digits) => fixed(value, digits, locale),
        Style::Significant(digits) => significant(value, digits, locale),
        Style::Percent(digits) => format!("{}{NO_BREAK}%", fixed(value * 100.0, digits, locale)),
        Style::Date => date::day(Day::from_epoch_days(value.round() as i32)),
        Style::Capped(most) if value >= f64::from(most) => format!("{} or more", fixed(value, 0, locale)),
        Style::Capped(_) => fixed(value, 0, locale),
        Style::YesNo => if value == 0.0 { "no" } else { "yes" }.to_owned(),
    }
}

/// Every digit that matters, for formulas with a row's numbers in them, which a reader may want to
/// work out again: at most twelve significant digits, because the rest is noise of the arithmetic.
pub fn exact(value: f64, locale: &Locale) -> String {
    number(value, Style::Significant(12), locale)
}

/// A number for programs to read: the shortest text that gives it back, with a point; a day as
/// `2026-08-07`, and a switch as the word on the page.
pub fn in_file(value: f64, style: Style) -> String {
    match style {
        Style::Date => Day::from_epoch_days(value.round() as i32).to_string(),
        Style::YesNo => number(value, style, &Locale::default()),
        _ => value.to_string(),
    }
}

/// The unit of the numbers of a file, where a share is a part of one.
pub fn unit_in_file(unit: &str, style: Style) -> &str {
    match style {
        Style::Percent(_) if unit.is_empty() => "of 1",
        _ => unit,
    }
}

/// The number without a unit, or the words for its absence.
pub fn value(value: Value, metric: &Metric, locale: &Locale) -> String {
    match value {
        Value::Number(amount) => number(amount, metric.style, locale),
        Value::Missing(absence) => absence.words().to_owned(),
    }
}

/// The number with its unit, such as `449.96 τ/day`, `$12,400/day` or `block 5,943,200`; or the
/// words for its absence.
pub fn with_unit(value: Value, metric: &Metric, locale: &Locale) -> String {
    match value {
        Value::Number(number) => amount(number, metric.style, metric.unit, locale),
        Value::Missing(absence) => absence.words().to_owned(),
    }
}

/// A number of a unit in any style, such as `3,600 τ/day`.
pub fn amount(value: f64, style: Style, of: Unit, locale: &Locale) -> String {
    let text = number(value, style, locale);
    if matches!(style, Style::Percent(_) | Style::Date) || of == Unit::ONE {
        return text;
    }
    // A metric in blocks is a height of the chain, not a span.
    if of == Unit::BLOCK {
        return format!("block{NO_BREAK}{text}");
    }
    let unit = unit(of);
    if let Some(rest) = unit.strip_prefix('$') {
        return match text.strip_prefix(MINUS) {
            Some(size) => format!("{MINUS}${size}{rest}"),
            None => format!("${text}{rest}"),
        };
    }
    let unit = if text == "1" { unit.trim_end_matches('s') } else { &unit };
    format!("{text}{NO_BREAK}{unit}")
}

/// The short form of a unit: `τ/day`, `τ/α`, `$`; nothing for plain numbers.
pub fn unit(unit: Unit) -> String {
    let text = unit.to_string().replace("TAO", "τ").replace("alpha", "α").replace("USD", "$");
    match text.strip_prefix("1/") {
        Some(span) => format!("per {span}"),
        None => text,
    }
}

/// Three significant digits at most, for axes and labels: `1.2k`, `450`, `0.0012`, `3.4M`.
pub fn compact(value: f64) -> String {
    const SUFFIXES: [(f64, &str); 4] = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")];
    let plain = Locale { decimal: '.', group: ',' };
    // Rounded first, so that 999,999 is 1M and not 1,000k.
    let rounded = round_significant(value, 3);
    match SUFFIXES.into_iter().find(|(size, _)| rounded.abs() >= *size && rounded.abs() < HUGE) {
        Some((size, suffix)) => format!("{}{suffix}", significant(rounded / size, 3, &plain)),
        None => number(rounded, Style::Significant(3), &plain),
    }
}

fn fixed(value: f64, decimals: u8, locale: &Locale) -> String {
    if value.abs() >= HUGE {
        return power_of_ten(value, 3, locale);
    }
    let digits = format!("{:.*}", usize::from(decimals), value.abs());
    if value != 0.0 && digits.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        return significant(value, 2, locale);
    }
    localised(value < 0.0, &digits, locale)
}

/// Whole digits are all kept, whatever their number; zeros at the end of the fraction are not.
fn significant(value: f64, digits: u8, locale: &Locale) -> String {
    let size = value.abs();
    if size >= HUGE || (size > 0.0 && size < TINY) {
        return power_of_ten(value, digits, locale);
    }
    let decimals = (i32::from(digits) - 1 - exponent(size)).max(0);
    localised(value < 0.0, trimmed(&format!("{size:.*}", decimals as usize)), locale)
}

/// `1.25 × 10²¹`.
fn power_of_ten(value: f64, digits: u8, locale: &Locale) -> String {
    let text = format!("{:.*e}", usize::from(digits).saturating_sub(1), value.abs());
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let raised: String = exponent.chars().map(superscript).collect();
    let mantissa = localised(value < 0.0, trimmed(mantissa), locale);
    format!("{mantissa}{NO_BREAK}×{NO_BREAK}10{raised}")
}

fn superscript(sign_or_digit: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    sign_or_digit.to_digit(10).and_then(|digit| DIGITS.get(digit as usize).copied()).unwrap_or('⁻')
}

/// The power of ten of the first digit; 0 for zero.
fn exponent(size: f64) -> i32 {
    if size == 0.0 { 0 } else { size.log10().floor() as i32 }
}

fn round_significant(value: f64, digits: i32) -> f64 {
    let decimals = digits - 1 - exponent(value.abs());
    // Beyond these the factor is no longer exact enough to help, and nothing is left to round.
    if !value.is_finite() || !(-15..=15).contains(&decimals) {
        return value;
    }
    let factor = 10f64.powi(decimals.abs());
    if decimals >= 0 { (value * factor).round() / factor } else { (value / factor).round() * factor }
}

/// A fraction without the zeros at its end.
fn trimmed(digits: &str) -> &str {
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits }
}

/// Plain digits with the reader's separators. Nothing is ever minus zero.
fn localised(negative: bool, digits: &str, locale: &Locale) -> String {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::with_capacity(digits.len() + whole.len() / 3 + 4);
    if negative && digits.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
        text.push(MINUS);
    }
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(locale.group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(locale.decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
