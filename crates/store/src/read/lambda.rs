//! `any` and `all`: conditions on the rows of a collection, such as the lines of an order.

use portal_odata::Expr;

use super::related::Finding;
use super::{Scope, filter};
use crate::access::{visible, visible_found};
use crate::schema::{Collection, NavigationTarget, Table};
use crate::sql::Sql;
use crate::{Role, StoreError};

/// Up to so many rows of the collection are found first, and the rows they point to then; with more of them the rows
/// are walked through, and soon enough are found. At a million orders either takes a tenth of a second.
const MOST_FOUND_FIRST: u32 = 100_000;

/// Adds the condition that a row of the collection fulfils `condition`, or is there at all.
pub(super) fn any(
    sql: &mut Sql,
    scope: Scope<'_>,
    navigation: &str,
    condition: Option<&Expr>,
) -> Result<(), StoreError> {
    let rows = Rows::of(scope, navigation)?;
    match condition {
        // Who sees everything has nothing else that rows are found by.
        Some(condition) if scope.viewer.role == Role::Administrator => {
            sql.push("CASE WHEN (SELECT COUNT(*) FROM (");
            rows.found(sql, "1", condition)?;
            sql.push(&format!(" LIMIT {0} + 1) counted) <= {0} THEN ", MOST_FOUND_FIRST));
            sql.push(&format!("{}.{} IN (", scope.alias, scope.table.key));
            rows.found(sql, rows.collection.lookup, condition)?;
            sql.push(") ELSE ");
            rows.exists(sql, Some((condition, "")))?;
            sql.push(" END");
            Ok(())
        }
        condition => rows.exists(sql, condition.map(|condition| (condition, ""))),
    }
}

/// Adds the condition that no row of the collection fails `condition`.
pub(super) fn all(
    sql: &mut Sql,
    scope: Scope<'_>,
    navigation: &str,
    condition: &Expr,
) -> Result<(), StoreError> {
    sql.push("NOT ");
    Rows::of(scope, navigation)?.exists(sql, Some((condition, " IS NOT TRUE")))
}

/// The rows of a collection, as far as the viewer sees them.
struct Rows<'a> {
    parent: Scope<'a>,
    collection: &'static Collection,
    table: &'static Table,
}

impl<'a> Rows<'a> {
    fn of(parent: Scope<'a>, navigation: &str) -> Result<Self, StoreError> {
        match parent.table.navigation(navigation) {
            Some(NavigationTarget::Many { collection, table }) => Ok(Self { parent, collection, table }),
            Some(NavigationTarget::One { .. }) => Err(StoreError::BadQuery(format!(
                "'{navigation}' leads to one row, and takes neither any nor all."
            ))),
            None => {
                Err(StoreError::UnknownAttribute { column: navigation.to_owned(), table: parent.table.name })
            }
        }
    }

    /// Adds the condition that one of a row's own is among them; what follows the condition turns it round.
    fn exists(&self, sql: &mut Sql, condition: Option<(&Expr, &str)>) -> Result<(), StoreError> {
        let alias = sql.alias();
        let (parent, key) = (self.parent.alias, self.parent.table.key);
        sql.push(&format!("EXISTS (SELECT 1 FROM {} {alias} WHERE ", self.table.name));
        sql.push(&format!("{alias}.{} = {parent}.{key} AND ", self.collection.lookup));
        visible_found(sql, self.parent.viewer, self.table, &alias);
        if let Some((condition, turned)) = condition {
            sql.push(" AND (");
            filter::push(
                sql,
                Scope { table: self.table, alias: &alias, ..self.parent },
                Finding::None,
                condition,
            )?;
            sql.push(&format!("){turned}"));
        }
        sql.push(")");
        Ok(())
    }

    /// Adds a selection of `column` in all of them that fulfil the condition.
    fn found(&self, sql: &mut Sql, column: &str, condition: &Expr) -> Result<(), StoreError> {
        let alias = sql.alias();
        let column = if column == "1" { column.to_owned() } else { format!("{alias}.{column}") };
        sql.push(&format!("SELECT {column} FROM {} {alias} WHERE ", self.table.name));
        visible(sql, self.parent.viewer, self.table, &alias);
        sql.push(" AND ");
        filter::push(sql, Scope { table: self.table, alias: &alias, ..self.parent }, Finding::All, condition)
    }
}
