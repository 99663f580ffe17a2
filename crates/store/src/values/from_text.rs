//! Values from CSV files, where everything is text and nothing is an empty cell.

use crate::schema::{Column, Kind};
use crate::sql::Value;

use super::{guid, moment, number, text, wrong_type};

/// Reads a cell; an empty one is no value.
pub(crate) fn from_text(column: &Column, cell: &str) -> Result<Value, String> {
    if cell.is_empty() {
        return Ok(Value::Null);
    }
    match column.kind {
        Kind::Text(_) | Kind::Memo(_) => text(column, cell),
        Kind::Integer | Kind::Choice(_) | Kind::Money | Kind::Decimal(_) => number(column, cell),
        Kind::DateTime | Kind::Date => moment(column, cell),
        Kind::Bool => match cell.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Ok(Value::Integer(1)),
            "false" | "0" | "no" => Ok(Value::Integer(0)),
            _ => Err(wrong_type(column)),
        },
        Kind::Guid | Kind::Lookup(_) | Kind::ForeignKey(_) => guid(cell).ok_or_else(|| wrong_type(column)),
    }
}
