//! Numbers on axes.

use crate::format::{self, Locale};
use crate::registry::Style;

/// The texts of ticks, with the decimals that the finest of them needs and no more. On a log axis
/// each tick has its own.
pub fn tick_texts(numbers: &[f64], style: Style, log: bool) -> Vec<String> {
    let needed = |number: f64| {
        let number = if matches!(style, Style::Percent(_)) { number * 100.0 } else { number };
        (0..9u8).find(|decimals| is_whole(number * 10f64.powi(i32::from(*decimals)))).unwrap_or(9)
    };
    let most = numbers.iter().map(|number| needed(*number)).max().unwrap_or(0);
    let largest = numbers.iter().fold(0f64, |most, number| most.max(number.abs()));
    let one = |number: f64| {
        // A bare 0 reads better than 0.00.
        let decimals = if number == 0.0 {
            0
        } else if log {
            needed(number)
        } else {
            most
        };
        match style {
            Style::Date => format::number(number, style, &Locale::default()),
            Style::Percent(_) => format::number(number, Style::Percent(decimals), &Locale::default()),
            _ if largest >= 1e6 => format::compact(number),
            _ => format::number(number, Style::Decimals(decimals), &Locale::default()),
        }
    };
    numbers.iter().map(|number| one(*number)).collect()
}

/// A number with its unit, `10 τ/day` or `$12`, as its metric prints it.
pub fn with_unit(number: f64, style: Style, unit: &str) -> String {
    joined(format::number(number, style, &Locale::default()), unit)
}

/// A number a reader chose, such as a cut, without decimals it does not have.
pub fn round_with_unit(number: f64, unit: &str) -> String {
    joined(format::number(number, Style::Significant(6), &Locale::default()), unit)
}

fn joined(number: String, unit: &str) -> String {
    match unit.strip_prefix('$') {
        Some(rest) => format!("${number}{rest}"),
        None if unit.is_empty() => number,
        None => format!("{number}\u{a0}{unit}"),
    }
}

fn is_whole(number: f64) -> bool {
    (number - number.round()).abs() < 1e-6 * number.abs().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_have_the_decimals_they_need() {
        assert_eq!(tick_texts(&[0.0, 0.05, 0.1], Style::Significant(4), false), ["0", "0.05", "0.10"]);
        assert_eq!(
            tick_texts(&[0.01, 0.1, 1.0, 1000.0], Style::Decimals(2), true),
            ["0.01", "0.1", "1", "1,000"]
        );
        assert_eq!(
            tick_texts(&[0.0, 0.1, 0.2], Style::Percent(2), false),
            ["0\u{a0}%", "10\u{a0}%", "20\u{a0}%"]
        );
        assert_eq!(tick_texts(&[0.0, 2e6, 4e6], Style::Integer, false), ["0", "2M", "4M"]);
    }
}
