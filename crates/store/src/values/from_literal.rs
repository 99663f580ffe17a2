//! Values from filters.

use portal_odata::Literal;

use crate::schema::{Column, Kind};
use crate::sql::Value;

use super::{moment, parse_scaled, whole, wrong_type};

/// Reads the value that a column is compared with.
pub(crate) fn from_literal(column: &Column, literal: &Literal) -> Result<Value, String> {
    match (column.kind, literal) {
        (_, Literal::Null) => Ok(Value::Null),
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
