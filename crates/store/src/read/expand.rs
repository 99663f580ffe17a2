//! `$expand`: one more statement for each navigation property, whatever the number of rows.

use std::collections::HashMap;
use std::sync::Arc;

use portal_odata::Expand;

use super::filter::condition;
use super::list::MOST_ROWS;
use super::order::{push as push_order, sequence};
use super::plan::Plan;
use super::{Annotations, Cell, Row, Scope, columns};
use crate::access::visible_found;
use crate::db::Reader;
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

    /// Makes the answer of what `plan` selected, with the related rows in it.
    pub(super) fn rows(
        &self,
        reader: &Reader<'_>,
        viewer: &Viewer,
        plan: &Plan,
        stored: Vec<Vec<Value>>,
    ) -> Result<Vec<Row>, StoreError> {
        let keys: Vec<Keys> =
            self.0.iter().map(|expansion| stored.iter().map(|row| expansion.key(row)).collect()).collect();
        let mut rows: Vec<Row> = stored.into_iter().map(|stored| plan.row(stored)).collect();
        for (expansion, keys) in self.0.iter().zip(keys) {
            expansion.fill(reader, viewer, keys, &mut rows)?;
        }
        Ok(rows)
    }
}

/// For each row the key that leads to the related ones.
type Keys = Vec<Option<String>>;

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

    fn fill(
        &self,
        reader: &Reader<'_>,
        viewer: &Viewer,
        keys: Keys,
        rows: &mut [Row],
    ) -> Result<(), StoreError> {
        let mut wanted: Vec<&String> = keys.iter().flatten().collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut found: HashMap<String, Vec<Arc<Row>>> = HashMap::new();
        if !wanted.is_empty() {
            for related in reader.fetch(&self.statement(viewer, &wanted)?)? {
                if let Some(Value::Text(key)) = related.get(self.back.0) {
                    let key = key.clone();
                    found.entry(key).or_default().push(Arc::new(self.plan.row(related)));
                }
            }
        }
        for (row, key) in rows.iter_mut().zip(keys) {
            let related = key.and_then(|key| found.get(&key)).cloned().unwrap_or_default();
            let cell = match self.many {
                true => Cell::Rows(related),
                false => related.into_iter().next().map_or(Cell::Null, Cell::Row),
            };
            row.0.push((self.name.clone(), cell));
        }
        Ok(())
    }

    /// The key that leads from a row to the related ones, unless it leads to another table.
    fn key(&self, row: &[Value]) -> Option<String> {
        let elsewhere = self.from_table.is_some_and(
            |at| !matches!(row.get(at), Some(Value::Text(table)) if table == self.plan.table.name),
        );
        match row.get(self.from) {
            Some(Value::Text(key)) if !elsewhere => Some(key.clone()),
            _ => None,
        }
    }

    fn statement(&self, viewer: &Viewer, keys: &[&String]) -> Result<Sql, StoreError> {
        let scope = Scope { viewer, table: self.plan.table, alias: "t" };
        let mut sql = Sql::new("SELECT ");
        if !self.many {
            self.plan.push(&mut sql, scope);
            self.rows_of(&mut sql, scope, keys)?;
            return Ok(sql);
        }
        let sequence = sequence(scope.table, &self.asked.order_by)?;
        sql.push("* FROM (SELECT ");
        self.plan.push(&mut sql, scope);
        // The number of a row among those of its parent; rows without limit are numbered for the limit of all.
        sql.push(&format!(", ROW_NUMBER() OVER (PARTITION BY t.{}", self.back.1));
        push_order(&mut sql, "t", &sequence);
        sql.push(") AS place");
        self.rows_of(&mut sql, scope, keys)?;
        let top = self.asked.top.unwrap_or(MOST_ROWS).min(MOST_ROWS);
        sql.push(") found WHERE place <= ").bind(Value::Integer(i64::try_from(top).unwrap_or(i64::MAX)));
        sql.push(" ORDER BY place");
        Ok(sql)
    }

    /// Adds the table, the rows that are led to, what the viewer sees of them, and the filter.
    fn rows_of(&self, sql: &mut Sql, scope: Scope<'_>, keys: &[&String]) -> Result<(), StoreError> {
        sql.push(&format!(" FROM {} t WHERE t.{}", scope.table.name, self.back.1)).one_of(keys).push(" AND ");
        visible_found(sql, scope.viewer, scope.table, "t");
        if let Some(expr) = &self.asked.filter {
            sql.push(" AND ");
            condition(sql, scope, expr)?;
        }
        Ok(())
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
