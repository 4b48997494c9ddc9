//! Calendar days in UTC.

use std::fmt;
use std::str::FromStr;

use time::{Date, Month};

/// A day in UTC, printed `2026-08-07`. Days can be subtracted: the difference counts days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Julian day number of 1970-01-01.
const EPOCH: i32 = 2_440_588;

impl Day {
    /// The day `days` after 1970-01-01, limited to the years 0000 to 9999.
    pub fn from_epoch_days(days: i32) -> Self {
        Self(days.clamp(-719_528, 2_932_896))
    }

    /// The day on which a Unix time in milliseconds falls.
    pub fn from_unix_millis(millis: f64) -> Self {
        Self::from_epoch_days((millis / 86_400_000.0).floor() as i32)
    }

    /// Days since 1970-01-01.
    pub fn epoch_days(self) -> i32 {
        self.0
    }

    /// The day `days` later (earlier for a negative number).
    pub fn plus(self, days: i32) -> Self {
        Self::from_epoch_days(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this day; negative when `earlier` is later.
    pub fn since(self, earlier: Day) -> i32 {
        self.0 - earlier.0
    }

    /// Year, month (1 to 12) and day of the month.
    pub fn ymd(self) -> (i32, u8, u8) {
        let (year, month, day) = self.date().to_calendar_date();
        (year, month.into(), day)
    }

    /// The day with this calendar date; `None` when there is none, as for 30 February.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(0..=9999).contains(&year) {
            return None;
        }
        let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
        Some(Self(date.to_julian_day() - EPOCH))
    }

    fn date(self) -> Date {
        Date::from_julian_day(self.0 + EPOCH).expect("the constructors limit days to the years 0 to 9999")
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = DayError;

    /// Reads `2026-08-07`; the time of day in `2026-08-07T08:35:00Z` is passed over.
    fn from_str(text: &str) -> Result<Self, DayError> {
        let error = || DayError(text.chars().take(40).collect());
        let date = text.split_once('T').map_or(text, |(date, _)| date);
        let mut parts = date.split('-');
        let mut number = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (|| Some((number(4)?, number(2)?, number(2)?)))().ok_or_else(error)?;
        if parts.next().is_some() {
            return Err(error());
        }
        Self::from_ymd(i32::from(year), month as u8, day as u8).ok_or_else(error)
    }
}

/// A text that is no calendar day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a day: write it as 2026-08-07")]
pub struct DayError(String);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_days_and_refuses_the_rest() {
        let day: Day = "2026-08-07".parse().unwrap();
        assert_eq!(day.epoch_days(), 20_672);
        assert_eq!("2026-08-07T08:35:00Z".parse(), Ok(day));
        assert_eq!("1970-01-01".parse::<Day>().unwrap().epoch_days(), 0);
        for bad in ["", "2026-02-30", "2026-8-7", "26-08-07", "2026-08-07-1", "2026-13-01", "٢٠٢٦-٠٨-٠٧"]
        {
            assert!(bad.parse::<Day>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn days_survive_printing(days in -719_528i32..2_932_896) {
            let day = Day::from_epoch_days(days);
            prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
            prop_assert_eq!(day.plus(400).since(day), day.plus(400).epoch_days() - days);
        }
    }
}
