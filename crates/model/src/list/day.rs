//! Days in an address: fixed, or relative to the reader's today, so that a link means the same tomorrow.

use crate::date::Date;
use std::{fmt, str::FromStr};

/// A day as an address says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// A day of the calendar, `2026-11-21`.
    On(Date),
    /// So many days from today, `-30d`, `+7d`; `today` is none.
    FromToday(i32),
    /// The first day of the present span of time, `month`.
    Begin(Unit),
    /// The last day of the present span of time, `month-end`.
    End(Unit),
}

/// A span of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A month.
    Month,
    /// Three months, beginning with January, April, July and October.
    Quarter,
    /// A year.
    Year,
}

/// The furthest relative day, in days: some 100 years.
const FURTHEST: i32 = 36_500;

impl Day {
    /// The day of the calendar.
    pub fn on(self, today: Date) -> Date {
        match self {
            Self::On(date) => date,
            Self::FromToday(days) => today.plus_days(days),
            Self::Begin(unit) => unit.first(today),
            // The day before the first day of the next span.
            Self::End(unit) => unit.first(unit.first(today).plus_days(unit.more_than())).plus_days(-1),
        }
    }
}

impl Unit {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Month, "month"), (Self::Quarter, "quarter"), (Self::Year, "year")];

    fn first(self, day: Date) -> Date {
        let month = match self {
            Self::Month => day.month(),
            Self::Quarter => (day.month() - 1) / 3 * 3 + 1,
            Self::Year => 1,
        };
        Date::new(day.year(), month, 1).unwrap_or(day)
    }

    /// So many days after its first day the next span has begun, and not the one after.
    fn more_than(self) -> i32 {
        match self {
            Self::Month => 31,
            Self::Quarter => 92,
            Self::Year => 366,
        }
    }

    fn slug(self) -> &'static str {
        Self::ALL.into_iter().find(|(unit, _)| *unit == self).map_or("", |(_, slug)| slug)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => date.fmt(f),
            Self::FromToday(0) => f.write_str("today"),
            Self::FromToday(days) => write!(f, "{}{}d", if *days < 0 { '-' } else { '+' }, days.abs()),
            Self::Begin(unit) => f.write_str(unit.slug()),
            Self::End(unit) => write!(f, "{}-end", unit.slug()),
        }
    }
}

impl FromStr for Day {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let unit = |slug: &str| Unit::ALL.into_iter().find(|(_, word)| *word == slug).map(|(unit, _)| unit);
        if text == "today" {
            return Ok(Self::FromToday(0));
        }
        if let Some(unit) = unit(text) {
            return Ok(Self::Begin(unit));
        }
        if let Some(unit) = text.strip_suffix("-end").and_then(unit) {
            return Ok(Self::End(unit));
        }
        // A plus that nobody encoded is a blank when it is read from an address.
        match text.strip_suffix('d').and_then(|days| days.trim_start().parse::<i32>().ok()) {
            Some(days) if days.abs() <= FURTHEST => Ok(Self::FromToday(days)),
            Some(_) => Err(()),
            None => text.parse().map(Self::On).map_err(drop),
        }
    }
}

/// From a day to a day, both included; either may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

/// A span that people ask for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Today.
    Today,
    /// The last seven days, today included.
    LastSevenDays,
    /// The present month, to its end.
    ThisMonth,
    /// The present quarter, to its end.
    ThisQuarter,
}

impl Preset {
    /// Every preset.
    pub const ALL: [Self; 4] = [Self::Today, Self::LastSevenDays, Self::ThisMonth, Self::ThisQuarter];

    /// The word for texts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::LastSevenDays => "last-7-days",
            Self::ThisMonth => "this-month",
            Self::ThisQuarter => "this-quarter",
        }
    }

    /// The days it means, relative as they are.
    pub fn span(self) -> Span {
        let (from, to) = match self {
            Self::Today => (Day::FromToday(0), Day::FromToday(0)),
            Self::LastSevenDays => (Day::FromToday(-6), Day::FromToday(0)),
            Self::ThisMonth => (Day::Begin(Unit::Month), Day::End(Unit::Month)),
            Self::ThisQuarter => (Day::Begin(Unit::Quarter), Day::End(Unit::Quarter)),
        };
        Span { from: Some(from), to: Some(to) }
    }

    /// The preset that means this span.
    pub fn of(span: Span) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.span() == span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: &str, today: &str) -> String {
        day.parse::<Day>().unwrap().on(today.parse().unwrap()).to_string()
    }

    #[test]
    fn a_relative_day_moves_with_today() {
        assert_eq!(on("today", "2026-11-21"), "2026-11-21");
        assert_eq!(on("-30d", "2026-11-21"), "2026-10-22");
        assert_eq!(on("+7d", "2024-02-25"), "2024-03-03");
        assert_eq!(on("month", "2026-11-21"), "2026-11-01");
        assert_eq!(on("month-end", "2024-02-10"), "2024-02-29");
        assert_eq!(on("month-end", "2024-01-31"), "2024-01-31");
        assert_eq!(on("quarter", "2026-11-21"), "2026-10-01");
        assert_eq!(on("quarter-end", "2026-11-21"), "2026-12-31");
        assert_eq!(on("year-end", "2024-01-01"), "2024-12-31");
        assert_eq!(on("2026-01-31", "2026-11-21"), "2026-01-31");
    }

    #[test]
    fn a_day_is_written_as_it_was_read_and_nonsense_is_none() {
        for text in ["today", "-30d", "+7d", "month", "quarter-end", "2026-01-31"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        assert_eq!(" 7d".parse(), Ok(Day::FromToday(7)), "a plus that was read as a blank");
        for text in ["", "d", "-d", "yesterday", "2026-02-30", "99999d", "week-end", "-end"] {
            assert_eq!(text.parse::<Day>(), Err(()), "{text}");
        }
    }

    #[test]
    fn a_preset_is_known_by_its_span() {
        for preset in Preset::ALL {
            assert_eq!(Preset::of(preset.span()), Some(preset));
        }
        assert_eq!(Preset::of(Span::default()), None);
    }
}
