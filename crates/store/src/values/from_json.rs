//! Values from request bodies, where numbers are digits that no float has touched.

use serde_json::value::RawValue;

use crate::schema::{Column, Kind};
use crate::sql::Value;

use super::{guid, moment, number, text, wrong_type};

/// Reads a member of a body for a column that is no lookup.
pub(crate) fn from_json(column: &Column, json: &RawValue) -> Result<Value, String> {
    let json = json.get();
    match json.as_bytes().first() {
        Some(b'n') => Ok(Value::Null),
        Some(b't') if column.kind == Kind::Bool => Ok(Value::Integer(1)),
        Some(b'f') if column.kind == Kind::Bool => Ok(Value::Integer(0)),
        Some(b'"') => {
            let found: String = serde_json::from_str(json).map_err(|_| wrong_type(column))?;
            match column.kind {
                Kind::DateTime | Kind::Date => moment(column, &found),
                Kind::Guid => guid(&found).ok_or_else(|| wrong_type(column)),
                _ => text(column, &found),
            }
        }
        Some(b'-' | b'0'..=b'9') => number(column, json),
        _ => Err(wrong_type(column)),
    }
}
