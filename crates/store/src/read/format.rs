//! Values for people, in American English as a Dataverse organisation has them by default. A portal that speaks
//! other languages formats the values itself and uses these only for names and labels.

use crate::schema::{Column, Kind, MONEY_PLACES};
use crate::sql::Value;
use crate::values::format_scaled;

/// The currency of an amount: its symbol and its decimal places.
pub(super) struct Currency<'a> {
    pub(super) symbol: &'a str,
    pub(super) places: u32,
}

/// The formatted value, where it differs from the value itself.
pub(super) fn formatted(column: &Column, value: &Value, currency: &Currency<'_>) -> Option<String> {
    match (column.kind, value) {
        (Kind::Choice(labels), Value::Integer(number)) => {
            labels.iter().find(|(known, _)| known == number).map(|(_, label)| (*label).to_owned())
        }
        (Kind::Bool, Value::Integer(number)) => Some(if *number == 0 { "No" } else { "Yes" }.to_owned()),
        (Kind::Money, Value::Integer(scaled)) => Some(money(*scaled, currency)),
        (Kind::Decimal(places), Value::Integer(scaled)) => Some(grouped(&format_scaled(*scaled, places))),
        (Kind::Integer, Value::Integer(number)) => Some(grouped(&number.to_string())),
        (Kind::DateTime, Value::Text(text)) => date_time(text),
        (Kind::Date, Value::Text(text)) => date(text),
        _ => None,
    }
}

/// An amount rounded to the places of its currency, half away from zero.
fn money(scaled: i64, currency: &Currency<'_>) -> String {
    let places = currency.places.min(MONEY_PLACES);
    let unit = 10_i64.pow(MONEY_PLACES - places);
    let half = if scaled < 0 { -(unit / 2) } else { unit / 2 };
    let rounded = scaled.saturating_add(half) / unit;
    let digits = grouped(&format_scaled(rounded.saturating_abs(), places));
    format!("{}{}{digits}", if rounded < 0 { "-" } else { "" }, currency.symbol)
}

/// Puts commas between thousands.
fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut text = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + fraction
}

/// `2023-04-07T14:59:01Z` as `4/7/2023 2:59 PM`.
fn date_time(text: &str) -> Option<String> {
    let (day, time) = text.split_once('T')?;
    let (hour, rest) = time.split_once(':')?;
    let hour: u32 = hour.parse().ok()?;
    let half = if hour < 12 { "AM" } else { "PM" };
    Some(format!("{} {}:{} {half}", date(day)?, (hour + 11) % 12 + 1, rest.get(..2)?))
}

/// `2023-04-07` as `4/7/2023`.
fn date(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some(format!("{}/{}/{year}", month.trim_start_matches('0'), day.trim_start_matches('0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_the_symbol_and_the_places_of_their_currency() {
        let dollar = Currency { symbol: "$", places: 2 };
        assert_eq!(money(13_307_354_500, &dollar), "$1,330,735.45");
        assert_eq!(money(-10_050, &dollar), "-$1.01");
        assert_eq!(money(15_000, &Currency { symbol: "¥", places: 0 }), "¥2");
    }

    #[test]
    fn moments_are_written_as_in_america() {
        assert_eq!(date_time("2023-04-07T14:59:01Z").unwrap(), "4/7/2023 2:59 PM");
        assert_eq!(date_time("2023-12-10T00:05:00Z").unwrap(), "12/10/2023 12:05 AM");
    }
}
