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
    sql.push(" ORDER BY ").join(", ", sequence, |sql, by| {
        let direction = if by.descending { " DESC NULLS LAST" } else { " ASC NULLS FIRST" };
        sql.push(&format!("{alias}.{}{}", by.column.name, collation(by.column)));
        // A column that is never empty is left to its index.
        sql.push(if by.column.required {
            direction.split(" NULLS").next().unwrap_or_default()
        } else {
            direction
        });
    });
}

/// Adds the condition that a row comes after the one with these values of the sequence.
pub(super) fn after(sql: &mut Sql, alias: &str, sequence: &[By], last: &[Value]) {
    let ([by, rest @ ..], [value, others @ ..]) = (sequence, last) else {
        sql.push("FALSE");
        return;
    };
    let name = format!("{alias}.{}{}", by.column.name, collation(by.column));
    let beyond = if by.descending { "<" } else { ">" };
    match (value, by.descending) {
        // Rows without value come first, so that every row with one is after this.
        (Value::Null, false) => {
            sql.push(&format!("({name} IS NOT NULL OR ("));
            after(sql, alias, rest, others);
            sql.push("))");
        }
        (Value::Null, true) => {
            sql.push(&format!("({name} IS NULL AND "));
            after(sql, alias, rest, others);
            sql.push(")");
        }
        (value, true) if !by.column.required => {
            sql.push(&format!("({name} < ")).bind(value.clone());
            sql.push(&format!(" OR {name} IS NULL OR ({name} = ")).bind(value.clone()).push(" AND ");
            after(sql, alias, rest, others);
            sql.push("))");
        }
        // The bound outside of the alternative is what an index can search for.
        (value, _) => {
            sql.push(&format!("({name} {beyond}= ")).bind(value.clone());
            sql.push(&format!(" AND ({name} {beyond} ")).bind(value.clone());
            if !rest.is_empty() {
                sql.push(&format!(" OR ({name} = ")).bind(value.clone()).push(" AND ");
                after(sql, alias, rest, others);
                sql.push(")");
            }
            sql.push("))");
        }
    }
}
