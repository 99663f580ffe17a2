//! Filters while they are typed: what two fields mean together, or what is wrong with which of them.

use super::{Day, Span};
use crate::{
    date::Date,
    decimal::Decimal,
    written::{Signs, read_amount},
};

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedProblem {
    /// It is no day of the calendar.
    NotADay,
    /// It is no amount.
    NotAnAmount,
    /// It is before the day from which is asked.
    BeforeFirst,
    /// It is less than the least that is asked for.
    BelowLeast,
}

/// What a field means; nothing if it is empty.
pub type Typed<T> = Result<Option<T>, TypedProblem>;

/// Reads the two days of a span. A day that the reader has not changed since it was shown stays as relative as it was.
pub fn read_span(from: &str, to: &str, shown: Span, today: Date) -> (Typed<Day>, Typed<Day>) {
    let (from, to) = (read_day(from, shown.from, today), read_day(to, shown.to, today));
    let is_reversed = matches!((from, to), (Ok(Some(from)), Ok(Some(to))) if from.on(today) > to.on(today));
    (from, if is_reversed { Err(TypedProblem::BeforeFirst) } else { to })
}

/// Reads the two amounts of a range.
pub fn read_bounds(min: &str, max: &str, signs: Signs) -> (Typed<Decimal>, Typed<Decimal>) {
    let read = |text: &str| match text.trim().is_empty() {
        true => Ok(None),
        false => read_amount(text, signs).map(Some).ok_or(TypedProblem::NotAnAmount),
    };
    let (min, max) = (read(min), read(max));
    let is_reversed = matches!((min, max), (Ok(Some(min)), Ok(Some(max))) if min > max);
    (min, if is_reversed { Err(TypedProblem::BelowLeast) } else { max })
}

/// The text of a day for a date field.
pub fn day_text(day: Option<Day>, today: Date) -> String {
    day.map(|day| day.on(today).to_string()).unwrap_or_default()
}

fn read_day(text: &str, shown: Option<Day>, today: Date) -> Typed<Day> {
    if text.is_empty() {
        return Ok(None);
    }
    match shown.filter(|_| text == day_text(shown, today)) {
        Some(day) => Ok(Some(day)),
        None => text.parse().map(|date| Some(Day::On(date))).map_err(|_| TypedProblem::NotADay),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Preset, *};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_preset_stays_relative_until_its_date_is_changed() {
        let (today, month) = (day("2026-11-21"), Preset::ThisMonth.span());
        let (from, to) = (day_text(month.from, today), day_text(month.to, today));
        assert_eq!((from.as_str(), to.as_str()), ("2026-11-01", "2026-11-30"));
        assert_eq!(read_span(&from, &to, month, today), (Ok(month.from), Ok(month.to)));
        let edited = read_span("2026-11-02", &to, month, today);
        assert_eq!(edited, (Ok(Some(Day::On(day("2026-11-02")))), Ok(month.to)));
        assert_eq!(read_span("", "", month, today), (Ok(None), Ok(None)), "emptied fields ask for any day");
    }

    #[test]
    fn a_wrong_day_is_found_at_its_own_field() {
        let read = |from, to| read_span(from, to, Span::default(), day("2026-11-21"));
        assert_eq!(read("0024-01-01", ""), (Err(TypedProblem::NotADay), Ok(None)));
        assert_eq!(read("2026-02-02", "2026-02-01").1, Err(TypedProblem::BeforeFirst));
        assert!(read("2026-02-02", "2026-02-02").1.is_ok(), "a span may be one day");
    }

    #[test]
    fn a_wrong_amount_is_found_at_its_own_field() {
        let read = |min, max| read_bounds(min, max, Signs { decimal: ',', group: Some('.') });
        assert_eq!(read("1.000,50", " "), (Ok(Some(Decimal::new(10005, 1))), Ok(None)));
        assert_eq!(read("much", "10"), (Err(TypedProblem::NotAnAmount), Ok(Some(Decimal::new(10, 0)))));
        assert_eq!(read("10", "9").1, Err(TypedProblem::BelowLeast));
    }
}
