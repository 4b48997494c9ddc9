//! Numbers on axes and at line ends.

use crate::registry::Style;

/// A value as its metric prints it.
pub fn value(number: f64, style: Style) -> String {
    match style {
        Style::Integer => grouped(number, 0),
        Style::Decimals(decimals) => grouped(number, usize::from(decimals)),
        Style::Significant(digits) => significant(number, i32::from(digits)),
        Style::Percent(decimals) => format!("{}\u{a0}%", grouped(number * 100.0, usize::from(decimals))),
        Style::Date => crate::model::Day::from_epoch_days(number as i32).to_string(),
    }
}

/// The texts of ticks, with the decimals that the finest of them needs and no more.
pub fn ticks(numbers: &[f64], style: Style) -> Vec<String> {
    let factor = if matches!(style, Style::Percent(_)) { 100.0 } else { 1.0 };
    let one = |number: &f64| {
        let number = number * factor;
        let decimals = (0..9).find(|decimals| is_whole(number * 10f64.powi(*decimals))).unwrap_or(9);
        let text = match number.abs() {
            size if size >= 1e9 => format!("{}\u{a0}bn", trimmed(number / 1e9)),
            size if size >= 1e6 => format!("{}\u{a0}m", trimmed(number / 1e6)),
            _ => grouped(number, decimals as usize),
        };
        if factor > 1.0 { format!("{text}\u{a0}%") } else { text }
    };
    if style == Style::Date {
        return numbers.iter().map(|number| value(*number, style)).collect();
    }
    // On a linear axis all ticks carry the decimals of the finest; on a log axis each its own.
    let steps_equal = numbers.len() > 2
        && numbers.windows(3).all(|three| {
            ((three[2] - three[1]) - (three[1] - three[0])).abs() < 1e-6 * (three[2] - three[0]).abs()
        });
    let largest = numbers.iter().fold(0f64, |most, number| most.max(number.abs())) * factor;
    if !steps_equal || largest >= 1e6 {
        return numbers.iter().map(one).collect();
    }
    let decimals = (0..9usize)
        .find(|decimals| numbers.iter().all(|number| is_whole(number * factor * 10f64.powi(*decimals as i32))))
        .unwrap_or(9);
    let percent = if factor > 1.0 { "\u{a0}%" } else { "" };
    numbers
        .iter()
        .map(|number| {
            // A bare 0 reads better than 0.00.
            let decimals = if *number == 0.0 { 0 } else { decimals };
            let mut text = grouped(number * factor, decimals);
            text.push_str(percent);
            text
        })
        .collect()
}

fn is_whole(number: f64) -> bool {
    (number - number.round()).abs() < 1e-6 * number.abs().max(1.0)
}

fn trimmed(number: f64) -> String {
    let decimals = (0..4).find(|decimals| is_whole(number * 10f64.powi(*decimals))).unwrap_or(4);
    grouped(number, decimals as usize)
}

fn significant(number: f64, digits: i32) -> String {
    if number == 0.0 || !number.is_finite() {
        return "0".to_owned();
    }
    let magnitude = number.abs().log10().floor() as i32 + 1;
    grouped(number, (digits - magnitude).clamp(0, 12) as usize)
}

/// A number with grouped thousands and a real minus sign.
pub fn grouped(number: f64, decimals: usize) -> String {
    let plain = format!("{:.decimals$}", number.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() + 8);
    if number < 0.0 && plain.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
        text.push('−');
    }
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_follow_their_style() {
        assert_eq!(value(449.96, Style::Decimals(2)), "449.96");
        assert_eq!(value(89_668.4, Style::Integer), "89,668");
        assert_eq!(value(0.051_234, Style::Significant(3)), "0.0512");
        assert_eq!(value(1234.6, Style::Significant(3)), "1,235");
        assert_eq!(value(0.124_989, Style::Percent(1)), "12.5\u{a0}%");
        assert_eq!(value(-0.001, Style::Decimals(1)), "0.0");
        assert_eq!(value(-12.0, Style::Integer), "−12");
    }

    #[test]
    fn ticks_have_the_decimals_they_need() {
        assert_eq!(ticks(&[0.0, 0.05, 0.1], Style::Significant(4)), ["0", "0.05", "0.10"]);
        assert_eq!(ticks(&[0.01, 0.1, 1.0, 10.0, 1000.0], Style::Decimals(2)), ["0.01", "0.1", "1", "10", "1,000"]);
        assert_eq!(ticks(&[0.0, 0.1, 0.2], Style::Percent(2)), ["0\u{a0}%", "10\u{a0}%", "20\u{a0}%"]);
        assert_eq!(ticks(&[0.0, 2e6, 4e6], Style::Integer), ["0", "2\u{a0}m", "4\u{a0}m"]);
    }
}
