//! A column of the row itself, or of the row a lookup points to: as an expression, and as a condition.

use portal_odata::Path;

use super::Scope;
use super::columns::column;
use crate::StoreError;
use crate::access::visible;
use crate::schema::{Column, NavigationTarget, Table};
use crate::sql::{Sql, Value};

/// A column with the way to it.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) column: &'static Column,
    via: Option<Via>,
}

/// A step over a lookup.
#[derive(Clone, Copy)]
pub(super) struct Via {
    lookup: &'static Column,
    pub(super) table: &'static Table,
}

/// Finds the column that a path names.
pub(super) fn find(table: &'static Table, path: &Path) -> Result<Found, StoreError> {
    let Some(navigation) = &path.navigation else {
        return Ok(Found { column: column(table, &path.column)?, via: None });
    };
    let via = step(table, navigation)?;
    Ok(Found { column: column(via.table, &path.column)?, via: Some(via) })
}

/// Finds the step that a navigation property to one row is.
pub(super) fn step(table: &'static Table, navigation: &str) -> Result<Via, StoreError> {
    match table.navigation(navigation) {
        Some(NavigationTarget::One { column: lookup, table, .. }) if lookup.exposed => {
            Ok(Via { lookup, table })
        }
        Some(NavigationTarget::Many { .. }) => Err(StoreError::NotSupported(format!(
            "A filter over the collection '{navigation}' needs any or all."
        ))),
        _ => Err(StoreError::UnknownAttribute { column: navigation.to_owned(), table: table.name }),
    }
}

/// How the row is looked for that a lookup points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looking {
    /// The rows that fulfil the condition are found first, and those that point to them by them: they are few.
    ByThem,
    /// They are found first as well, and held against each row, which is found otherwise.
    First,
    /// Each row's own is looked up.
    Each,
}

/// Adds the condition that a lookup points to a row which the viewer sees and which fulfils what `condition` adds.
pub(super) fn leads(
    sql: &mut Sql,
    scope: Scope<'_>,
    via: Via,
    looking: Looking,
    condition: impl FnOnce(&mut Sql, Scope<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let Via { lookup, table } = via;
    let (alias, other) = (scope.alias, sql.alias());
    let (target, key, name) = (table.name, table.key, lookup.name);
    sql.push("(");
    if let Some(type_column) = lookup.type_column() {
        sql.push(&format!("{alias}.{type_column} = ")).bind(Value::from(target)).push(" AND ");
    }
    let selected = format!("(SELECT {other}.{key} FROM {target} {other} WHERE ");
    match looking {
        Looking::ByThem => sql.push(&format!("{alias}.{name} IN {selected}")),
        // No index is searched for a computed value, so that the rows stay in the sequence that they are asked for in.
        Looking::First => sql.push(&format!("COALESCE({alias}.{name}, '') IN {selected}")),
        Looking::Each => sql.push(&format!("EXISTS {selected}{other}.{key} = {alias}.{name} AND ")),
    };
    sql.push("(");
    condition(sql, Scope { table, alias: &other, ..scope })?;
    sql.push(") AND ");
    visible(sql, scope.viewer, table, &other);
    sql.push("))");
    Ok(())
}

/// Adds the value of the column. Over a lookup it is the value of a row that the viewer sees, or none.
pub(super) fn push(sql: &mut Sql, scope: Scope<'_>, found: Found) {
    let name = found.column.name;
    match found.via {
        None => {
            sql.push(&format!("{}.{name}", scope.alias));
        }
        Some(via) => related(sql, scope, via.lookup, via.table, name),
    }
}

/// Adds the value of `name` in the row of `table` that `lookup` points to, if the viewer sees that row.
pub(super) fn related(sql: &mut Sql, scope: Scope<'_>, lookup: &Column, table: &'static Table, name: &str) {
    let (alias, other) = (scope.alias, sql.alias());
    let (target, key) = (table.name, table.key);
    sql.push(&format!(
        "(SELECT {other}.{name} FROM {target} {other} WHERE {other}.{key} = {alias}.{} AND ",
        lookup.name
    ));
    if let Some(type_column) = lookup.type_column() {
        sql.push(&format!("{alias}.{type_column} = ")).bind(Value::from(target)).push(" AND ");
    }
    visible(sql, scope.viewer, table, &other);
    sql.push(")");
}
