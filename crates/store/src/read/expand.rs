//! `$expand`: one more statement for each navigation property, whatever the number of rows.

use std::collections::HashMap;
use std::sync::Arc;

use portal_odata::Expand;
use sqlx::SqliteConnection;

use super::filter::condition;
use super::list::{MOST_ROWS, fetch};
use super::order::{push as push_order, sequence};
use super::plan::Plan;
use super::{Annotations, Cell, Row, Scope, columns};
use crate::access::visible;
use crate::schema::{NavigationTarget, Table};
use crate::sql::{Sql, Value};
use crate::{StoreError, Viewer};

/// The navigation properties to expand, checked.
pub(super) struct Expansions<'a>(Vec<Expansion<'a>>);

struct Expansion<'a> {
    asked: &'a Expand,
    name: Arc<str>,
    plan: Plan,
    /// Whether it leads to many rows.
    many: bool,
    /// Where the key that leads to the related rows is in a row.
    from: usize,
    /// Where the table that a lookup with several targets points to is in a row.
    from_table: Option<usize>,
    /// Where the key that leads back is in a related row, and its column.
    back: (usize, &'static str),
}

impl<'a> Expansions<'a> {
    /// Checks what is asked for, and has `plan` select the keys that lead there.
    pub(super) fn new(
        plan: &mut Plan,
        expands: &'a [Expand],
        annotations: Annotations,
    ) -> Result<Self, StoreError> {
        expands
            .iter()
            .map(|asked| Expansion::new(plan, asked, annotations))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Adds the related rows to `rows`, which were made of `stored`.
    pub(super) async fn fill(
        &self,
        connection: &mut SqliteConnection,
        viewer: &Viewer,
        stored: &[Vec<Value>],
        rows: &mut [Row],
    ) -> Result<(), StoreError> {
        for expansion in &self.0 {
            expansion.fill(connection, viewer, stored, rows).await?;
        }
        Ok(())
    }
}

impl<'a> Expansion<'a> {
    fn new(plan: &mut Plan, asked: &'a Expand, annotations: Annotations) -> Result<Self, StoreError> {
        let unknown =
            || StoreError::UnknownAttribute { column: asked.navigation.clone(), table: plan.table.name };
        let (table, many, name) = match plan.table.navigation(&asked.navigation).ok_or_else(unknown)? {
            NavigationTarget::One { column, .. } if !column.exposed => return Err(unknown()),
            NavigationTarget::One { table, name, .. } => (table, false, name),
            NavigationTarget::Many { table, collection } => (table, true, collection.navigation),
        };
        if !many && (asked.top.is_some() || !asked.order_by.is_empty()) {
            return Err(StoreError::NotSupported(format!(
                "$top and $orderby are not supported in $expand of '{name}'."
            )));
        }
        let chosen = columns::select(table, asked.select.as_deref())?;
        let mut related = Plan::new(table, &chosen, annotations);
        let (from, from_table, back) = ways(plan, &asked.navigation, table).ok_or_else(|| {
            StoreError::UnknownAttribute { column: asked.navigation.clone(), table: plan.table.name }
        })?;
        let back = (related.stored(back), back);
        Ok(Self { asked, name: name.into(), plan: related, many, from, from_table, back })
    }

    async fn fill(
        &self,
        connection: &mut SqliteConnection,
        viewer: &Viewer,
        stored: &[Vec<Value>],
        rows: &mut [Row],
    ) -> Result<(), StoreError> {
        let mut keys: Vec<String> =
            stored.iter().filter_map(|row| self.key(row)).map(str::to_owned).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut found: HashMap<String, Vec<Row>> = HashMap::new();
        if !keys.is_empty() {
            for related in fetch(connection, self.statement(viewer, &keys)?).await? {
                if let Some(Value::Text(key)) = related.get(self.back.0) {
                    found.entry(key.clone()).or_default().push(self.plan.row(&related));
                }
            }
        }
        for (row, stored) in rows.iter_mut().zip(stored) {
            // Several rows can lead to the same one, so it is copied.
            let related = self.key(stored).and_then(|key| found.get(key)).cloned().unwrap_or_default();
            let cell = match self.many {
                true => Cell::Rows(related),
                false => related.into_iter().next().map_or(Cell::Null, |row| Cell::Row(Box::new(row))),
            };
            row.0.push((self.name.clone(), cell));
        }
        Ok(())
    }

    /// The key that leads from a row to the related ones, unless it leads to another table.
    fn key<'r>(&self, row: &'r [Value]) -> Option<&'r str> {
        let elsewhere = self.from_table.is_some_and(
            |at| !matches!(row.get(at), Some(Value::Text(table)) if table == self.plan.table.name),
        );
        match row.get(self.from) {
            Some(Value::Text(key)) if !elsewhere => Some(key),
            _ => None,
        }
    }

    fn statement(&self, viewer: &Viewer, keys: &[String]) -> Result<Sql, StoreError> {
        let scope = Scope { viewer, table: self.plan.table, alias: "t" };
        let back = self.back.1;
        let sequence = sequence(scope.table, &self.asked.order_by)?;
        let mut sql = Sql::new("SELECT * FROM (SELECT ");
        self.plan.push(&mut sql, scope);
        // The number of a row among those of its parent; rows without limit are numbered for the limit of all.
        sql.push(&format!(", ROW_NUMBER() OVER (PARTITION BY t.{back}"));
        push_order(&mut sql, "t", &sequence);
        sql.push(&format!(") AS place FROM {} t WHERE t.{back}", scope.table.name))
            .one_of(keys)
            .push(" AND ");
        visible(&mut sql, viewer, scope.table, "t");
        if let Some(expr) = &self.asked.filter {
            sql.push(" AND ");
            condition(&mut sql, scope, expr)?;
        }
        let top = self.asked.top.unwrap_or(MOST_ROWS).min(MOST_ROWS);
        sql.push(") found WHERE place <= ").bind(Value::Integer(i64::try_from(top).unwrap_or(i64::MAX)));
        sql.push(" ORDER BY place");
        Ok(sql)
    }
}

/// Where the key that leads on is in a row, where its table is, and the column of the related table it is found in.
fn ways(
    plan: &mut Plan,
    navigation: &str,
    table: &'static Table,
) -> Option<(usize, Option<usize>, &'static str)> {
    match plan.table.navigation(navigation)? {
        NavigationTarget::One { column, .. } => {
            let from = plan.stored(column.name);
            Some((from, column.type_column().map(|name| plan.stored(&name)), table.key))
        }
        NavigationTarget::Many { collection, .. } => {
            let key = plan.table.key;
            Some((plan.stored(key), None, collection.lookup))
        }
    }
}
