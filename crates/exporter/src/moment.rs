//! Instants as the reader's clock shows them. Spreadsheets know no time zones.

use portal_model::date::Date;
use std::fmt;

/// How many minutes the reader's clocks are ahead of UTC, at so many seconds after 1970-01-01T00:00:00Z.
pub type Zone = fn(i64) -> i32;

/// A day and a time, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// From 0 to 23.
    pub hour: u8,
    /// From 0 to 59.
    pub minute: u8,
    /// From 0 to 59.
    pub second: u8,
}

const DAY: i64 = 86_400;

impl Moment {
    /// Reads an ISO 8601 instant with its offset (`2024-07-04T10:30:00Z`), as clocks show it in `zone`. Fractions of a
    /// second are dropped. None if it is not one.
    pub fn read(text: &str, zone: Zone) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let (time, offset) = time.split_at(time.find(['Z', '+', '-'])?);
        let clock = seconds(time.split('.').next()?)?;
        let utc = i64::from(date.parse::<Date>().ok()?.day_number()) * DAY + clock - offset_of(offset)?;
        let local = utc + i64::from(zone(utc)) * 60;
        let of_day = local.rem_euclid(DAY);
        Some(Self {
            date: Date::from_day_number(i32::try_from(local.div_euclid(DAY)).ok()?),
            hour: (of_day / 3_600) as u8,
            minute: (of_day / 60 % 60) as u8,
            second: (of_day % 60) as u8,
        })
    }
}

/// The seconds of `10:30` or `10:30:59`.
fn seconds(clock: &str) -> Option<i64> {
    let parts: Vec<i64> = clock.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (hour, minute, second) = match parts[..] {
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    let is_time = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
    is_time.then_some(hour * 3_600 + minute * 60 + second)
}

/// The seconds of `Z`, `+02:00` or `-05:30`.
fn offset_of(offset: &str) -> Option<i64> {
    match offset.split_at_checked(1)? {
        ("Z", "") => Some(0),
        ("+", clock) => seconds(clock),
        ("-", clock) => seconds(clock).map(|seconds| -seconds),
        _ => None,
    }
}

/// `2024-07-04 12:30:00`, which spreadsheets of every language read as a day and a time.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:02}:{:02}:{:02}", self.date, self.hour, self.minute, self.second)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, zone: Zone) -> Option<String> {
        Moment::read(text, zone).map(|moment| moment.to_string())
    }

    #[test]
    fn an_instant_is_what_the_reader_s_clock_showed() {
        let cases: [(&str, Zone, &str); 5] = [
            ("2024-07-04T10:30:00Z", |_| 0, "2024-07-04 10:30:00"),
            ("2024-07-04T23:30:15.123Z", |_| 120, "2024-07-05 01:30:15"),
            ("2024-01-01T00:10Z", |_| -300, "2023-12-31 19:10:00"),
            ("2024-07-04T12:30:00+02:00", |_| 0, "2024-07-04 10:30:00"),
            ("1969-12-31T23:59:59Z", |_| 0, "1969-12-31 23:59:59"),
        ];
        for (text, zone, expected) in cases {
            assert_eq!(shown(text, zone).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_zone_is_that_of_the_instant_and_not_of_today() {
        let summer_only: Zone = |second| if second > 1_720_000_000 { 120 } else { 60 };
        assert_eq!(shown("2024-07-04T10:00:00Z", summer_only).as_deref(), Some("2024-07-04 12:00:00"));
        assert_eq!(shown("2024-01-04T10:00:00Z", summer_only).as_deref(), Some("2024-01-04 11:00:00"));
    }

    #[test]
    fn what_is_no_instant_is_not_read() {
        for text in [
            "",
            "2024-07-04",
            "2024-07-04T10:30:00",
            "2024-07-04T25:00:00Z",
            "2024-07-04T1:2:3:4Z",
            "T",
            "xTz",
        ] {
            assert_eq!(shown(text, |_| 0), None, "{text}");
        }
    }
}
