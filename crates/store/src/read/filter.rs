//! `$filter` as a condition. Every condition is true or false and never unknown, as in OData: `ne` holds for a row
//! without value, and `not` turns round whatever is inside.

use portal_odata::{Comparison, Expr, Literal, Operand};

use super::path::{Found, find, push as push_value};
use super::related::{self, Finding, Part};
use super::{Scope, lambda, matching};
use crate::StoreError;
use crate::access::{visible, visible_found};
use crate::schema::{Column, Kind};
use crate::sql::{Sql, Value};
use crate::values::from_literal;

/// Adds what the viewer sees of the table, and the filter of a list or of figures.
pub(super) fn rows(sql: &mut Sql, scope: Scope<'_>, filter: Option<&Expr>) -> Result<(), StoreError> {
    // The lines of one order are found by it.
    match filter.is_some_and(|expr| pins(expr, "_salesorderid_value")) {
        true => visible_found(sql, scope.viewer, scope.table, scope.alias),
        false => visible(sql, scope.viewer, scope.table, scope.alias),
    }
    if let Some(expr) = filter {
        sql.push(" AND ");
        condition(sql, scope, expr)?;
    }
    Ok(())
}

/// Whether all rows of a filter have one key in the column `property`.
fn pins(expr: &Expr, property: &str) -> bool {
    match expr {
        Expr::And(parts) => parts.iter().any(|part| pins(part, property)),
        Expr::Compare { left, comparison: Comparison::Equal, right } => match (left, right) {
            (Operand::Path(path), Operand::Literal(Literal::Guid(_) | Literal::Untyped(_)))
            | (Operand::Literal(Literal::Guid(_)), Operand::Path(path)) => {
                path.navigation.is_none() && path.column == property
            }
            _ => false,
        },
        _ => false,
    }
}

/// Adds the condition.
pub(super) fn condition(sql: &mut Sql, scope: Scope<'_>, expr: &Expr) -> Result<(), StoreError> {
    push(sql, scope, Finding::Exact, expr)
}

/// Adds a condition, or a part of one.
pub(super) fn push(sql: &mut Sql, scope: Scope<'_>, finding: Finding, expr: &Expr) -> Result<(), StoreError> {
    if let Some((navigation, inner)) = related::asked(expr) {
        return related::push(sql, scope, finding, navigation, &inner);
    }
    let column = |path| find(scope.table, path);
    match expr {
        Expr::And(parts) => several(sql, scope, finding, related::together(parts, Expr::And), " AND "),
        Expr::Or(parts) => several(sql, scope, finding, related::together(parts, Expr::Or), " OR "),
        Expr::Not(inner) => {
            sql.push("(");
            push(sql, scope, finding, inner)?;
            sql.push(") IS NOT TRUE");
            Ok(())
        }
        Expr::Any { navigation, condition } => lambda::any(sql, scope, navigation, condition.as_deref()),
        Expr::All { navigation, condition } => lambda::all(sql, scope, navigation, condition),
        Expr::Match { kind, path, text } => matching::part(sql, scope, column(path)?, *kind, text),
        Expr::Compare { left, comparison, right } => match (left, right) {
            (Operand::Path(left), Operand::Path(right)) => {
                columns(sql, scope, column(left)?, *comparison, column(right)?)
            }
            (Operand::Path(path), Operand::Literal(value)) => {
                value_of(sql, scope, column(path)?, *comparison, value)
            }
            (Operand::Literal(value), Operand::Path(path)) => {
                value_of(sql, scope, column(path)?, turned(*comparison), value)
            }
            (Operand::Literal(_), Operand::Literal(_)) => {
                Err(StoreError::BadQuery("A comparison needs a column on one side.".to_owned()))
            }
        },
    }
}

fn several(
    sql: &mut Sql,
    scope: Scope<'_>,
    finding: Finding,
    parts: Vec<Part<'_>>,
    between: &str,
) -> Result<(), StoreError> {
    sql.push("(");
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            sql.push(between);
        }
        match part {
            Part::Own(expr) => push(sql, scope, finding, expr)?,
            Part::Related(navigation, inner) => related::push(sql, scope, finding, navigation, inner)?,
        }
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
            push_value(sql, scope, found);
            sql.push(" IS NULL");
        }
        (Value::Null, Comparison::NotEqual) => {
            push_value(sql, scope, found);
            sql.push(" IS NOT NULL");
        }
        (Value::Null, _) => return Err(no_order(column)),
        (Value::Text(text), Comparison::Equal | Comparison::NotEqual) if column.is_text() => {
            matching::whole(sql, scope, found, comparison == Comparison::Equal, &text);
        }
        (value, _) => {
            let operator = operator(column, comparison)?;
            push_value(sql, scope, found);
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
    push_value(sql, scope, left);
    sql.push(collation(left.column)).push(operator);
    push_value(sql, scope, right);
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
