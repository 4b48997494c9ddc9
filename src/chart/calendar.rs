//! Ticks on days: a few round dates, the year said once where it begins.

use crate::format;
use crate::model::Day;

/// A tick of a time axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTick {
    /// Days since 1970-01-01.
    pub day: i32,
    /// The words at the tick.
    pub text: String,
    /// The words under them, where a year or month begins.
    pub below: Option<String>,
}

#[derive(Clone, Copy)]
enum Every {
    Days(i32),
    Months(i32),
    Years(i32),
}

/// From fine to coarse.
const STEPS: [Every; 13] = [
    Every::Days(1),
    Every::Days(2),
    Every::Days(7),
    Every::Days(14),
    Every::Months(1),
    Every::Months(2),
    Every::Months(3),
    Every::Months(6),
    Every::Years(1),
    Every::Years(2),
    Every::Years(5),
    Every::Years(10),
    Every::Years(50),
];

/// Ticks inside `first..=last`, at most `most` of them.
pub fn ticks(first: i32, last: i32, most: usize) -> Vec<DateTick> {
    let span = f64::from((last - first).max(0));
    let enough = |every: &Every| {
        let days = match every {
            Every::Days(days) => f64::from(*days),
            Every::Months(months) => f64::from(*months) * 30.4,
            Every::Years(years) => f64::from(*years) * 365.25,
        };
        span / days <= most.max(1) as f64
    };
    match STEPS.into_iter().find(enough).unwrap_or(Every::Years(500)) {
        Every::Days(step) => day_ticks(first, last, step),
        Every::Months(step) => month_ticks(first, last, step),
        Every::Years(step) => year_ticks(first, last, step),
    }
}

/// Days counted from the first of each month (1, 8, 15, 22), so that every month reads alike.
fn day_ticks(first: i32, last: i32, step: i32) -> Vec<DateTick> {
    let mut ticks: Vec<DateTick> = Vec::new();
    let mut named = (0, 0);
    for day in first..=last {
        let (year, month, date) = Day::from_epoch_days(day).ymd();
        let place = i32::from(date) - 1;
        // The last step before the next month would crowd its first day.
        if place % step != 0 || (step > 1 && place + step > 30) {
            continue;
        }
        let fresh = named != (year, month);
        named = (year, month);
        let below = fresh.then(|| format::month_year(Day::from_epoch_days(day)));
        ticks.push(DateTick { day, text: date.to_string(), below });
    }
    ticks
}

fn month_ticks(first: i32, last: i32, step: i32) -> Vec<DateTick> {
    let (year, month, date) = Day::from_epoch_days(first).ymd();
    let start = year * 12 + i32::from(month) - 1 + i32::from(date > 1);
    let mut ticks: Vec<DateTick> = Vec::new();
    let mut named = None;
    for count in start.. {
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12));
        let Some(day) = Day::from_ymd(year, month as u8 + 1, 1).map(Day::epoch_days) else { break };
        if day > last {
            break;
        }
        if month % step == 0 {
            let below = (named != Some(year)).then(|| year.to_string());
            named = Some(year);
            ticks.push(DateTick { day, text: month_word(day), below });
        }
    }
    ticks
}

/// `Aug` of `Aug 2026`.
fn month_word(day: i32) -> String {
    let mut text = format::month_year(Day::from_epoch_days(day));
    text.truncate(3);
    text
}

fn year_ticks(first: i32, last: i32, step: i32) -> Vec<DateTick> {
    let from = Day::from_epoch_days(first).ymd().0;
    let to = Day::from_epoch_days(last).ymd().0;
    (from..=to)
        .filter(|year| year % step == 0)
        .filter_map(|year| Some((year, Day::from_ymd(year, 1, 1)?.epoch_days())))
        .filter(|(_, day)| (first..=last).contains(day))
        .map(|(year, day)| DateTick { day, text: year.to_string(), below: None })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(first: &str, last: &str, most: usize) -> String {
        let day = |text: &str| text.parse::<Day>().unwrap().epoch_days();
        let ticks = ticks(day(first), day(last), most);
        let words = ticks.iter().map(|tick| match &tick.below {
            Some(below) => format!("{}/{below}", tick.text),
            None => tick.text.clone(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_year_is_said_once() {
        assert_eq!(said("2025-02-14", "2025-10-29", 12), "Mar/2025 Apr May Jun Jul Aug Sep Oct");
        assert_eq!(said("2025-11-02", "2026-08-07", 5), "Jan/2026 Mar May Jul");
        assert_eq!(said("2025-02-14", "2026-08-07", 4), "Jul/2025 Jan/2026 Jul");
        assert_eq!(said("2019-05-01", "2026-08-07", 8), "2020 2021 2022 2023 2024 2025 2026");
        assert_eq!(said("2016-05-01", "2026-08-07", 4), "2020 2025");
    }

    #[test]
    fn days_start_again_with_every_month() {
        assert_eq!(said("2026-07-20", "2026-08-07", 4), "22/Jul 2026 1/Aug 2026");
        assert_eq!(said("2026-02-26", "2026-03-03", 9), "26/Feb 2026 27 28 1/Mar 2026 2 3");
        assert_eq!(said("2026-02-26", "2026-02-26", 9), "26/Feb 2026");
    }
}
