//! Values from filters.

use portal_odata::Literal;

use crate::schema::{Column, Kind};
use crate::sql::Value;

use super::{from_text, moment, parse_scaled, whole, wrong_type};

/// Reads the value that a column is compared with.
pub(crate) fn from_literal(column: &Column, literal: &Literal) -> Result<Value, String> {
    match (column.kind, literal) {
        (_, Literal::Null) => Ok(Value::Null),
        (_, Literal::Untyped(text)) => untyped(column, text),
        (Kind::DateTime, Literal::EndOf(day)) if day.len() == 10 => {
            moment(column, &format!("{day}T23:59:59Z"))
        }
        (Kind::Date, Literal::EndOf(day)) => moment(column, day),
        (Kind::Guid | Kind::Lookup(_) | Kind::ForeignKey(_), Literal::Guid(key)) => Ok(Value::from(*key)),
        // Longer than the column is no mistake here: it is merely not found.
        (Kind::Text(_) | Kind::Memo(_), Literal::Text(text)) => Ok(Value::Text(text.clone())),
        (Kind::Bool, Literal::Bool(yes)) => Ok(Value::Integer(i64::from(*yes))),
        // Choices that do not exist are not refused: nothing has them.
        (Kind::Integer | Kind::Choice(_), Literal::Number(digits)) => whole(digits).map(Value::Integer),
        (Kind::Money | Kind::Decimal(_), Literal::Number(digits)) => {
            parse_scaled(digits, column.places().unwrap_or(0)).map(Value::Integer)
        }
        (Kind::DateTime | Kind::Date, Literal::Date(text) | Literal::DateTime(text)) => moment(column, text),
        _ => Err(wrong_type(column)),
    }
}

/// Reads a value whose type is told by the column alone.
fn untyped(column: &Column, text: &str) -> Result<Value, String> {
    match column.kind {
        Kind::Text(_) | Kind::Memo(_) => Ok(Value::Text(text.to_owned())),
        Kind::Integer | Kind::Choice(_) => whole(text).map(Value::Integer),
        Kind::Money | Kind::Decimal(_) => {
            parse_scaled(text, column.places().unwrap_or(0)).map(Value::Integer)
        }
        _ => match from_text(column, text)? {
            Value::Null => Err(wrong_type(column)),
            value => Ok(value),
        },
    }
}
