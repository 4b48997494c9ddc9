//! Spans of days: in links, and against the days there are.

use super::{Window, WindowEdge};
use crate::model::Day;

impl Window {
    /// Reads `all`, `30d`, `1y` or `2025-02-14..last`.
    ///
    /// # Errors
    /// Why it is no span, as a clause for the reader.
    pub fn from_link(text: &str) -> Result<Self, String> {
        if text == "all" {
            return Ok(Self::All);
        }
        let Some((from, to)) = text.split_once("..") else { return last_days(text) };
        let (from, to) = (WindowEdge::from_link(from)?, WindowEdge::from_link(to)?);
        match (from, to) {
            (WindowEdge::Last, _) | (_, WindowEdge::First) => {
                Err("a span starts at first or a day, and ends at last or a day".to_owned())
            }
            (WindowEdge::Day(a), WindowEdge::Day(b)) if b < a => Err("it ends before it starts".to_owned()),
            _ => Ok(Self::Between(from, to)),
        }
    }

    /// The span in links.
    pub fn to_link(self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::LastDays(days) if days % 365 == 0 => format!("{}y", days / 365),
            Self::LastDays(days) => format!("{days}d"),
            Self::Between(from, to) => format!("{}..{}", from.to_link(), to.to_link()),
        }
    }

    /// The first and last day shown, when the data run from `first` to `last`; `None` when the span
    /// and the data have no day in common.
    pub fn days(self, (first, last): (Day, Day)) -> Option<(Day, Day)> {
        let edge = |edge: WindowEdge| match edge {
            WindowEdge::First => first,
            WindowEdge::Last => last,
            WindowEdge::Day(day) => day,
        };
        let (from, to) = match self {
            Self::All => (first, last),
            Self::LastDays(days) => (last.plus(1 - i32::from(days)), last),
            Self::Between(from, to) => (edge(from), edge(to)),
        };
        let (from, to) = (from.max(first), to.min(last));
        (from <= to).then_some((from, to))
    }
}

impl WindowEdge {
    fn from_link(text: &str) -> Result<Self, String> {
        match text {
            "first" => Ok(Self::First),
            "last" => Ok(Self::Last),
            // A day and nothing after it: a day with a time of day would have two spellings.
            day if day.len() == 10 => day.parse().map(Self::Day).map_err(|_| NO_DAY.to_owned()),
            _ => Err(NO_DAY.to_owned()),
        }
    }

    fn to_link(self) -> String {
        match self {
            Self::First => "first".to_owned(),
            Self::Last => "last".to_owned(),
            Self::Day(day) => day.to_string(),
        }
    }
}

const NO_DAY: &str = "a span is written 2025-02-14..2025-10-29, with first or last, or as 30d or 1y";

fn last_days(text: &str) -> Result<Window, String> {
    let counted = [('d', 1u16), ('y', 365)].into_iter().find_map(|(unit, days)| {
        let count =
            text.strip_suffix(unit).filter(|count| count.bytes().all(|byte| byte.is_ascii_digit()))?;
        count.parse::<u16>().ok()?.checked_mul(days)
    });
    counted.filter(|days| *days > 0).map(Window::LastDays).ok_or_else(|| NO_DAY.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_and_print() {
        for link in ["all", "30d", "1y", "2y", "first..last", "2025-02-14..last", "first..2025-02-14"] {
            assert_eq!(Window::from_link(link).map(Window::to_link), Ok(link.to_owned()));
        }
        assert_eq!(Window::from_link("365d"), Window::from_link("1y"));
        for bad in [
            "",
            "d",
            "0d",
            "-1d",
            "9999999d",
            "200y",
            "é",
            "last..first",
            "2025-02-14",
            "a..b",
            "2025-02-15..2025-02-14",
            "2025-02-30..last",
            "first..last..last",
            "1dd",
        ] {
            assert!(Window::from_link(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn spans_are_cut_to_the_days_there_are() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let data = (day("2025-02-14"), day("2025-10-29"));
        let days = |link: &str| Window::from_link(link).unwrap().days(data);
        assert_eq!(days("all"), Some(data));
        assert_eq!(days("30d"), Some((day("2025-09-30"), day("2025-10-29"))));
        assert_eq!(days("9y"), Some(data));
        assert_eq!(days("2025-03-01..last"), Some((day("2025-03-01"), day("2025-10-29"))));
        assert_eq!(days("2026-01-01..last"), None);
    }
}
