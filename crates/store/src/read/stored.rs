//! A row as the database gives it.

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, TypeInfo, ValueRef};

use crate::sql::Value;

/// All values of a row, in the order of the statement.
pub(crate) fn stored_row(row: &SqliteRow) -> Result<Vec<Value>, sqlx::Error> {
    (0..row.len())
        .map(|i| {
            let raw = row.try_get_raw(i)?;
            if raw.is_null() {
                return Ok(Value::Null);
            }
            match raw.type_info().name() {
                "TEXT" => row.try_get_unchecked(i).map(Value::Text),
                _ => row.try_get_unchecked(i).map(Value::Integer),
            }
        })
        .collect()
}
