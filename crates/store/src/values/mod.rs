//! Values on their way in and out: from a filter, a body or a CSV file to what is stored, and from what is stored
//! to what is shown. A problem is the end of a sentence that begins with "Attribute NAME".

mod calendar;
mod decimal;
mod from_json;
mod from_literal;
mod from_text;

pub(crate) use calendar::{now, parse_date_time};
pub(crate) use decimal::{format_scaled, parse_scaled};
pub(crate) use from_json::from_json;
pub(crate) use from_literal::from_literal;
pub(crate) use from_text::from_text;

use crate::schema::{Column, Kind};
use crate::sql::Value;

/// A number as written, for a column of numbers.
fn number(column: &Column, text: &str) -> Result<Value, String> {
    let number = match column.kind {
        Kind::Money | Kind::Decimal(_) => parse_scaled(text, column.places().unwrap_or(0))?,
        Kind::Integer => whole(text)?,
        Kind::Choice(labels) => {
            let value = whole(text)?;
            if !labels.iter().any(|(known, _)| *known == value) {
                return Err(format!("has no choice {value}."));
            }
            value
        }
        _ => return Err(wrong_type(column)),
    };
    if column.not_negative && number < 0 {
        return Err("must not be negative.".to_owned());
    }
    Ok(Value::Integer(number))
}

/// Whole numbers are 32 bits wide in Dataverse.
fn whole(text: &str) -> Result<i64, String> {
    text.parse::<i32>().map(i64::from).map_err(|_| "must be a whole number.".to_owned())
}

/// A text, for a column of text.
fn text(column: &Column, text: &str) -> Result<Value, String> {
    let (Kind::Text(most) | Kind::Memo(most)) = column.kind else { return Err(wrong_type(column)) };
    let length = text.chars().count();
    if length > most {
        return Err(format!("is too long: {length} characters, at most {most} are allowed."));
    }
    if text.contains('\0') {
        return Err("must not contain the character 0.".to_owned());
    }
    Ok(Value::Text(text.to_owned()))
}

/// A point in time or a day, for a column of either.
fn moment(column: &Column, text: &str) -> Result<Value, String> {
    let found = match column.kind {
        Kind::DateTime => parse_date_time(text),
        Kind::Date => calendar::parse_date(text),
        _ => return Err(wrong_type(column)),
    };
    found.map(Value::Text).ok_or_else(|| wrong_type(column))
}

/// A key with hyphens, as text.
fn guid(text: &str) -> Option<Value> {
    let key = uuid::Uuid::try_parse(text).ok().filter(|_| text.len() == 36)?;
    Some(Value::from(key))
}

/// What the column would have taken.
fn wrong_type(column: &Column) -> String {
    let wanted = match column.kind {
        Kind::Guid | Kind::Lookup(_) | Kind::ForeignKey(_) => "a GUID",
        Kind::Text(_) | Kind::Memo(_) => "a text",
        Kind::Integer => "a whole number",
        Kind::Bool => "true or false",
        Kind::Choice(_) => "the number of a choice",
        Kind::Money | Kind::Decimal(_) => "a number",
        Kind::DateTime => "a date with time, such as 2024-07-04T00:00:00Z",
        Kind::Date => "a date, such as 2024-07-04",
    };
    format!("must be {wanted}.")
}
