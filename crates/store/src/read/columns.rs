//! Finding the columns that a request names, and refusing those that are not there or not offered.

use crate::StoreError;
use crate::schema::{Column, Kind, Table};

/// The column behind a property name, to compare, order or group by. A file is none of these.
pub(super) fn column(table: &'static Table, property: &str) -> Result<&'static Column, StoreError> {
    let column = offered(table, property)?;
    match column.kind {
        Kind::File(_) => Err(StoreError::invalid(property, "is a file, and can only be selected.")),
        _ => Ok(column),
    }
}

/// The column behind a property name.
pub(super) fn offered(table: &'static Table, property: &str) -> Result<&'static Column, StoreError> {
    match table.property(property) {
        Some(column) if column.exposed => Ok(column),
        Some(_) => Err(not_enabled(table, property)),
        None => Err(StoreError::UnknownAttribute { column: property.to_owned(), table: table.name }),
    }
}

/// The columns of `$select`. Without it, or with `*`, all would be meant, and that is never enabled.
pub(super) fn select(
    table: &'static Table,
    names: Option<&[String]>,
) -> Result<Vec<&'static Column>, StoreError> {
    let names = names.ok_or_else(|| not_enabled(table, "*"))?;
    names
        .iter()
        .map(|name| if name == "*" { Err(not_enabled(table, "*")) } else { offered(table, name) })
        .collect()
}

fn not_enabled(table: &'static Table, column: &str) -> StoreError {
    StoreError::AttributeNotEnabled { column: column.to_owned(), table: table.name }
}
