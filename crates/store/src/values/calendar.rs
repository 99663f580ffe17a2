//! Dates and points in time, as they are written and as they are stored.

use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{Date, OffsetDateTime, PrimitiveDateTime};

/// Dataverse knows nothing earlier.
const FIRST_YEAR: i32 = 1753;

/// The time now, as it is stored.
pub(crate) fn now() -> String {
    stored(OffsetDateTime::now_utc()).unwrap_or_default()
}

/// Reads a point in time with or without offset (then it is UTC), or a day (then it is its beginning); gives it as
/// `YYYY-MM-DDTHH:MM:SSZ`. Fractions of a second are dropped.
pub(crate) fn parse_date_time(text: &str) -> Option<String> {
    if let Some(day) = parse_date(text) {
        return Some(format!("{day}T00:00:00Z"));
    }
    let upper = text.to_ascii_uppercase().replacen(' ', "T", 1);
    let local = format_description!(
        "[year]-[month]-[day]T[hour]:[minute][optional [:[second][optional [.[subsecond]]]]]"
    );
    let moment = OffsetDateTime::parse(&upper, &Rfc3339)
        .or_else(|_| PrimitiveDateTime::parse(&upper, &local).map(PrimitiveDateTime::assume_utc))
        .ok()?;
    stored(moment)
}

/// Reads a day as `YYYY-MM-DD`; gives it as it is.
pub(crate) fn parse_date(text: &str) -> Option<String> {
    let day = Date::parse(text, format_description!("[year]-[month]-[day]")).ok()?;
    (day.year() >= FIRST_YEAR).then(|| text.to_owned())
}

fn stored(moment: OffsetDateTime) -> Option<String> {
    let utc = moment.checked_to_offset(time::UtcOffset::UTC)?;
    let text = utc.format(format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z")).ok()?;
    (FIRST_YEAR..=9999).contains(&utc.year()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_moment_is_stored_in_one() {
        let cases = [
            ("2024-07-04", Some("2024-07-04T00:00:00Z")),
            ("2024-07-04T12:30:00Z", Some("2024-07-04T12:30:00Z")),
            ("2024-07-04T12:30:00.123Z", Some("2024-07-04T12:30:00Z")),
            ("2024-07-04T00:30:00+02:00", Some("2024-07-03T22:30:00Z")),
            ("2024-07-04 12:30:00", Some("2024-07-04T12:30:00Z")),
            ("2024-07-04T12:30", Some("2024-07-04T12:30:00Z")),
            ("2024-02-30", None),
            ("1752-12-31", None),
            ("04.07.2024", None),
            ("", None),
        ];
        for (text, stored) in cases {
            assert_eq!(parse_date_time(text).as_deref(), stored, "{text}");
        }
    }
}
