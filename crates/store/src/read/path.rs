//! A column of the row itself, or of the row a lookup points to, as an expression.

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
struct Via {
    lookup: &'static Column,
    table: &'static Table,
}

/// Finds the column that a path names.
pub(super) fn find(table: &'static Table, path: &Path) -> Result<Found, StoreError> {
    let Some(navigation) = &path.navigation else {
        return Ok(Found { column: column(table, &path.column)?, via: None });
    };
    match table.navigation(navigation) {
        Some(NavigationTarget::One { column: lookup, table: target, .. }) if lookup.exposed => {
            Ok(Found { column: column(target, &path.column)?, via: Some(Via { lookup, table: target }) })
        }
        Some(NavigationTarget::Many { .. }) => Err(StoreError::NotSupported(format!(
            "A filter over the collection '{navigation}' is not supported."
        ))),
        _ => Err(StoreError::UnknownAttribute { column: navigation.clone(), table: table.name }),
    }
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
