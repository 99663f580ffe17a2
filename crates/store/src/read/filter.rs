//! `$filter` as a condition. Every condition is true or false and never unknown, as in OData: `ne` holds for a row
//! without value, and `not` turns round whatever is inside.

use portal_odata::{Comparison, Expr, Literal, Operand};

use super::path::{Found, find, push};
use super::{Scope, matching};
use crate::StoreError;
use crate::schema::{Column, Kind};
use crate::sql::{Sql, Value};
use crate::values::from_literal;

/// Adds the condition.
pub(super) fn condition(sql: &mut Sql, scope: Scope<'_>, expr: &Expr) -> Result<(), StoreError> {
    match expr {
        Expr::And(parts) => several(sql, scope, parts, " AND "),
        Expr::Or(parts) => several(sql, scope, parts, " OR "),
        Expr::Not(inner) => {
            sql.push("(");
            condition(sql, scope, inner)?;
            sql.push(") IS NOT TRUE");
            Ok(())
        }
        Expr::Match { kind, path, text } => matching::part(sql, scope, find(scope.table, path)?, *kind, text),
        Expr::Compare { left, comparison, right } => match (left, right) {
            (Operand::Path(left), Operand::Path(right)) => {
                columns(sql, scope, find(scope.table, left)?, *comparison, find(scope.table, right)?)
            }
            (Operand::Path(path), Operand::Literal(value)) => {
                value_of(sql, scope, find(scope.table, path)?, *comparison, value)
            }
            (Operand::Literal(value), Operand::Path(path)) => {
                value_of(sql, scope, find(scope.table, path)?, turned(*comparison), value)
            }
            (Operand::Literal(_), Operand::Literal(_)) => {
                Err(StoreError::BadQuery("A comparison needs a column on one side.".to_owned()))
            }
        },
    }
}

fn several(sql: &mut Sql, scope: Scope<'_>, parts: &[Expr], between: &str) -> Result<(), StoreError> {
    sql.push("(");
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            sql.push(between);
        }
        condition(sql, scope, part)?;
    }
    sql.push(")");
    Ok(())
}

/// A column compared with a value.
fn value_of(
    sql: &mut Sql,
    scope: Scope<'_>,
    found: Found,
    comparison: Comparison,
    literal: &Literal,
) -> Result<(), StoreError> {
    let column = found.column;
    let value =
        from_literal(column, literal).map_err(|problem| StoreError::invalid(&column.property(), problem))?;
    match (value, comparison) {
        (Value::Null, Comparison::Equal) => {
            push(sql, scope, found);
            sql.push(" IS NULL");
        }
        (Value::Null, Comparison::NotEqual) => {
            push(sql, scope, found);
            sql.push(" IS NOT NULL");
        }
        (Value::Null, _) => return Err(no_order(column)),
        (Value::Text(text), Comparison::Equal | Comparison::NotEqual) if column.is_text() => {
            matching::whole(sql, scope, found, comparison == Comparison::Equal, &text);
        }
        (value, _) => {
            let operator = operator(column, comparison)?;
            push(sql, scope, found);
            sql.push(collation(column)).push(operator).bind(value);
        }
    }
    Ok(())
}

/// A column compared with another of the same kind.
fn columns(
    sql: &mut Sql,
    scope: Scope<'_>,
    left: Found,
    comparison: Comparison,
    right: Found,
) -> Result<(), StoreError> {
    let alike = left.column.sql_type() == right.column.sql_type()
        && left.column.places() == right.column.places()
        && left.column.is_text() == right.column.is_text()
        && is_key(left.column) == is_key(right.column);
    if !alike {
        return Err(StoreError::BadQuery(format!(
            "The columns {} and {} cannot be compared.",
            left.column.property(),
            right.column.property()
        )));
    }
    let operator = operator(left.column, comparison)?;
    push(sql, scope, left);
    sql.push(collation(left.column)).push(operator);
    push(sql, scope, right);
    Ok(())
}

fn operator(column: &Column, comparison: Comparison) -> Result<&'static str, StoreError> {
    match comparison {
        Comparison::Equal => Ok(" = "),
        Comparison::NotEqual => Ok(" IS DISTINCT FROM "),
        _ if is_key(column) || column.kind == Kind::Bool => Err(no_order(column)),
        Comparison::Greater => Ok(" > "),
        Comparison::GreaterOrEqual => Ok(" >= "),
        Comparison::Less => Ok(" < "),
        Comparison::LessOrEqual => Ok(" <= "),
    }
}

fn no_order(column: &Column) -> StoreError {
    StoreError::invalid(&column.property(), "can only be compared with eq and ne here.")
}

fn is_key(column: &Column) -> bool {
    column.is_lookup() || column.kind == Kind::Guid
}

/// How text is compared and ordered: without regard to the case of ASCII letters.
pub(super) fn collation(column: &Column) -> &'static str {
    if column.is_text() { " COLLATE NOCASE" } else { "" }
}

/// The comparison with its sides exchanged.
fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        same => same,
    }
}
