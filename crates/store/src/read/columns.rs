//! Finding the columns that a request names, and refusing those that are not there or not offered.

use crate::StoreError;
use crate::schema::{Column, Table};

/// The column behind a property name.
pub(super) fn column(table: &'static Table, property: &str) -> Result<&'static Column, StoreError> {
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
        .map(|name| if name == "*" { Err(not_enabled(table, "*")) } else { column(table, name) })
        .collect()
}

fn not_enabled(table: &'static Table, column: &str) -> StoreError {
    StoreError::AttributeNotEnabled { column: column.to_owned(), table: table.name }
}
