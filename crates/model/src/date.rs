//! Calendar days. Dataverse sends them as a date or as midnight UTC; a day has no time zone here.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar, from 1753-01-01 (the earliest Dataverse keeps) to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A text that does not begin with a day `YYYY-MM-DD` that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl Date {
    /// The day with these parts, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1753..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Days since 1970-01-01, for distances between days.
    pub fn day_number(self) -> i32 {
        // Howard Hinnant's "days from civil": years start in March, so that the leap day comes last.
        let month = i32::from(self.month);
        let year = i32::from(self.year) - i32::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// How many days this day is after `earlier`; negative if it is before.
    pub fn days_after(self, earlier: Self) -> i32 {
        self.day_number() - earlier.day_number()
    }

    /// The form for time-zone-independent columns: midnight UTC.
    pub fn to_wire(self) -> String {
        format!("{self}T00:00:00Z")
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Reads `2024-08-01` and the day of `2024-08-01T00:00:00Z`.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let bytes = text.as_bytes();
        let separated = bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-';
        let ends = bytes.len() == 10 || bytes.get(10) == Some(&b'T');
        if !separated || !ends {
            return Err(NotADate);
        }
        let part = |from: usize, to: usize| {
            bytes[from..to].iter().try_fold(0u16, |sum, digit| {
                digit.is_ascii_digit().then(|| sum * 10 + u16::from(digit - b'0')).ok_or(NotADate)
            })
        };
        Self::new(part(0, 4)?, part(5, 7)? as u8, part(8, 10)? as u8).ok_or(NotADate)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(|_| D::Error::custom("a date YYYY-MM-DD was expected"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_and_a_midnight_are_the_same_day() {
        assert_eq!(day("2024-08-01"), day("2024-08-01T00:00:00Z"));
        assert_eq!(day("2024-08-01").to_wire(), "2024-08-01T00:00:00Z");
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "",
            "2024-02-30",
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-00-10",
            "1752-12-31",
            "2024-8-1",
            "2024-08-01x",
            "20x4-08-01",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn distances_cross_months_and_leap_days() {
        assert_eq!(day("2024-03-01").days_after(day("2024-02-28")), 2);
        assert_eq!(day("1970-01-01").day_number(), 0);
        assert_eq!(day("2026-11-21").day_number(), 20_778);
    }

    proptest! {
        #[test]
        fn reading_any_text_never_fails_badly(text in ".{0,24}") {
            let _ = text.parse::<Date>();
        }

        #[test]
        fn a_day_is_read_as_it_was_written(year in 1753u16..=9999, month in 1u8..=12, number in 1u8..=28) {
            let date = Date::new(year, month, number).unwrap();
            prop_assert_eq!(day(&date.to_string()), date);
        }
    }
}
