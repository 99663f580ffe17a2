//! The sequence of rows, and where in it a page begins. Paging is by key: the condition that a row comes after the
//! last one seen, which an index answers at the same cost for the first page and for the last.

use portal_odata::Order;

use super::columns::column;
use super::filter::collation;
use crate::StoreError;
use crate::schema::{Column, Table};
use crate::sql::{Sql, Value};

/// A column of the sequence.
#[derive(Clone, Copy, Debug)]
pub(super) struct By {
    pub(super) column: &'static Column,
    pub(super) descending: bool,
}

impl By {
    /// The column as it is compared.
    fn name(self, alias: &str) -> String {
        format!("{alias}.{}{}", self.column.name, collation(self.column))
    }
}

/// The sequence that was asked for, made unique by the key.
pub(super) fn sequence(table: &'static Table, orders: &[Order]) -> Result<Vec<By>, StoreError> {
    let mut sequence = Vec::new();
    for order in orders {
        let by = By { column: column(table, &order.column)?, descending: order.descending };
        sequence.push(by);
        // Nothing comes between two rows with the same key.
        if by.column.name == table.key {
            return Ok(sequence);
        }
    }
    if let Some(key) = table.column(table.key) {
        sequence.push(By { column: key, descending: false });
    }
    Ok(sequence)
}

/// The sequence as text, by which a token is known to belong to it.
pub(super) fn signature(sequence: &[By]) -> String {
    let parts = sequence
        .iter()
        .map(|by| format!("{} {}", by.column.name, if by.descending { "desc" } else { "asc" }));
    parts.collect::<Vec<_>>().join(",")
}

/// Adds `ORDER BY`. A row without value comes first, or last when the sequence is descending; said aloud because
/// PostgreSQL does it the other way round.
pub(super) fn push(sql: &mut Sql, alias: &str, sequence: &[By]) {
    if sequence.is_empty() {
        return;
    }
    sql.push(" ORDER BY ").join(", ", sequence, |sql, by| {
        let direction = if by.descending { " DESC NULLS LAST" } else { " ASC NULLS FIRST" };
        sql.push(&by.name(alias));
        // A column that is never empty is left to its index.
        sql.push(if by.column.required {
            direction.split(" NULLS").next().unwrap_or_default()
        } else {
            direction
        });
    });
}

/// A stretch of the sequence after a given row: rows that are alike in its first columns, and beyond in the next.
/// Each is one search in an index that has the sequence, and comes out of it sorted.
pub(super) struct Stretch<'a> {
    /// The columns in which the row is equalled, with its values.
    alike: Vec<(By, &'a Value)>,
    beyond: Beyond<'a>,
    /// What still orders the rows.
    pub(super) rest: &'a [By],
}

/// Where a stretch begins in the first column that is not alike.
enum Beyond<'a> {
    /// At the beginning.
    Everything,
    /// After this value.
    Value(By, &'a Value),
    /// After the rows without value.
    AnyValue(By),
    /// At the rows without value.
    NoValue(By),
}

/// The stretches that follow the row with the values `last`, the nearest first; all rows if there is no such row.
/// A single condition with alternatives would say the same, but no index can be searched for it.
pub(super) fn stretches<'a>(sequence: &'a [By], last: Option<&'a [Value]>) -> Vec<Stretch<'a>> {
    let Some(last) = last else {
        return vec![Stretch { alike: Vec::new(), beyond: Beyond::Everything, rest: sequence }];
    };
    let mut stretches = Vec::new();
    for (place, (by, value)) in sequence.iter().zip(last).enumerate().rev() {
        let mut add = |beyond, rest: usize| {
            let alike = sequence.iter().copied().zip(last).take(place).collect();
            stretches.push(Stretch { alike, beyond, rest: sequence.get(rest..).unwrap_or_default() });
        };
        match (value, by.descending) {
            // Rows without value come last: nothing is beyond them.
            (Value::Null, true) => {}
            (Value::Null, false) => add(Beyond::AnyValue(*by), place),
            (value, _) => add(Beyond::Value(*by, value), place),
        }
        if by.descending && !by.column.required && *value != Value::Null {
            add(Beyond::NoValue(*by), place + 1);
        }
    }
    stretches
}

impl Stretch<'_> {
    /// Adds the condition that a row is in the stretch, after another condition.
    pub(super) fn push(&self, sql: &mut Sql, alias: &str) {
        for (by, value) in &self.alike {
            sql.push(" AND ").push(&by.name(alias));
            match value {
                Value::Null => sql.push(" IS NULL"),
                value => sql.push(" = ").bind((*value).clone()),
            };
        }
        match &self.beyond {
            Beyond::Everything => {}
            Beyond::Value(by, value) => {
                let comparison = if by.descending { " < " } else { " > " };
                sql.push(" AND ").push(&by.name(alias)).push(comparison).bind((*value).clone());
            }
            // Not `IS NOT NULL`, which SQLite does not search an index for.
            Beyond::AnyValue(by) => {
                let least = if by.column.sql_type() == "TEXT" { "".into() } else { Value::Integer(i64::MIN) };
                sql.push(" AND ").push(&by.name(alias)).push(" >= ").bind(least);
            }
            Beyond::NoValue(by) => {
                sql.push(" AND ").push(&by.name(alias)).push(" IS NULL");
            }
        }
    }
}
