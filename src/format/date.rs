//! Dates in words. Months are written in English like the rest of the page; times are UTC.

use super::{Locale, number};
use crate::model::{AsOf, Day};
use crate::registry::Style;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `7 Aug 2026`.
pub fn day(day: Day) -> String {
    format!("{} {}", day_short(day), day.ymd().0)
}

/// `7 Aug 2026, block 8,791,253`; of the two only what is known.
pub fn as_of(moment: AsOf, locale: &Locale) -> String {
    let block = moment.block.map(|block| format!("block {}", number(block as f64, Style::Integer, locale)));
    moment.day.map(day).into_iter().chain(block).collect::<Vec<_>>().join(", ")
}

/// `7 Aug`, where the year stands elsewhere.
pub fn day_short(day: Day) -> String {
    format!("{} {}", day.ymd().2, month(day))
}

/// `1 Mar to 29 Oct 2025`, `14 Dec 2024 to 3 Jan 2025`; a single day alone.
pub fn span(first: Day, last: Day) -> String {
    let start = if first.ymd().0 == last.ymd().0 { day_short(first) } else { day(first) };
    if first == last { day(last) } else { format!("{start} to {}", day(last)) }
}

/// `Aug 2026`.
pub fn month_year(day: Day) -> String {
    format!("{} {}", month(day), day.ymd().0)
}

/// How long before `today` a day was: `today`, `5 days ago`, `7 months ago`, `in 2 days`.
///
/// Days up to 60, months of 30.44 days up to two years, then years of 365.25 days; rounded down,
/// so that nothing sounds older than it is.
pub fn ago(then: Day, today: Day) -> String {
    let days = today.since(then);
    let span = match days.unsigned_abs() {
        0 => return "today".to_owned(),
        1 => "1 day".to_owned(),
        days @ 2..=60 => format!("{days} days"),
        days @ 61..=730 => format!("{} months", u64::from(days) * 100 / 3044),
        days => format!("{} years", u64::from(days) * 100 / 36525),
    };
    if days > 0 { format!("{span} ago") } else { format!("in {span}") }
}

fn month(day: Day) -> &'static str {
    MONTHS.get(usize::from(day.ymd().1) - 1).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words() {
        let august: Day = "2026-08-07".parse().unwrap();
        assert_eq!(day(august), "7 Aug 2026");
        assert_eq!(day_short(august), "7 Aug");
        assert_eq!(month_year(august), "Aug 2026");
        let since = |first: &str| span(first.parse().unwrap(), august);
        assert_eq!(since("2026-06-14"), "14 Jun to 7 Aug 2026");
        assert_eq!(since("2025-12-14"), "14 Dec 2025 to 7 Aug 2026");
        assert_eq!(since("2026-08-07"), "7 Aug 2026");
    }

    #[test]
    fn a_moment_is_what_is_known_of_it() {
        let (day, block) = ("2026-08-07".parse().ok(), Some(8_791_253));
        let told = |day, block| as_of(AsOf { day, block }, &Locale::default());
        assert_eq!(told(day, block), "7 Aug 2026, block 8,791,253");
        assert_eq!((told(None, block), told(None, None)), ("block 8,791,253".to_owned(), String::new()));
    }

    #[test]
    fn ages_are_rounded_down() {
        let today: Day = "2026-08-07".parse().unwrap();
        let cases = [
            (0, "today"),
            (1, "1 day ago"),
            (60, "60 days ago"),
            (61, "2 months ago"),
            (91, "2 months ago"),
            (92, "3 months ago"),
            (730, "23 months ago"),
            (731, "2 years ago"),
            (1095, "2 years ago"),
            (1096, "3 years ago"),
            (-1, "in 1 day"),
            (-45, "in 45 days"),
        ];
        for (days, text) in cases {
            assert_eq!(ago(today.plus(-days), today), text, "{days}");
        }
    }
}
