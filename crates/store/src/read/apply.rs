//! `$apply`: groups of rows and one figure for each, exact to the last place.

use std::sync::Arc;

use portal_odata::{Apply, Method, Query};
use sqlx::SqliteConnection;

use super::annotations::FORMATTED;
use super::columns::column;
use super::filter::{collation, condition};
use super::format::{Currency, formatted};
use super::list::{MOST_ROWS, fetch};
use super::plan::{cell, push_name};
use super::{Annotations, Cell, Row, Scope};
use crate::access::visible;
use crate::schema::{Column, Kind, Table};
use crate::sql::{Sql, Value};
use crate::{StoreError, Viewer};

/// How many more places than its column an average has.
const AVERAGE_PLACES: u32 = 6;

/// Refuses what cannot stand beside `$apply`.
pub(super) fn refuse_others(query: &Query) -> Result<(), StoreError> {
    let alone = Query { apply: query.apply.clone(), ..Query::default() };
    if *query == alone {
        return Ok(());
    }
    Err(StoreError::NotSupported("$apply together with other query options is not supported.".to_owned()))
}

/// Reads the groups with their figures.
pub(super) async fn figures(
    connection: &mut SqliteConnection,
    viewer: &Viewer,
    table: &'static Table,
    apply: &Apply,
    annotations: Annotations,
) -> Result<Vec<Row>, StoreError> {
    let groups = apply.group_by.iter().map(|name| groupable(table, name)).collect::<Result<Vec<_>, _>>()?;
    let figure =
        apply.aggregate.as_ref().map(|aggregate| Figure::new(table, &aggregate.method)).transpose()?;
    let sql = statement(Scope { viewer, table, alias: "t" }, apply, &groups, figure)?;
    let rows = fetch(connection, sql).await?;
    let alias: Arc<str> = apply.aggregate.as_ref().map_or("", |aggregate| &aggregate.alias).into();
    let answer = rows.iter().map(|stored| {
        let mut row = groups_of(stored, &groups, annotations);
        if let Some(figure) = figure {
            row.push((alias.clone(), figure.cell(stored.get(groups.len() * 2..).unwrap_or_default())));
        }
        Row(row)
    });
    Ok(answer.collect())
}

fn groupable(table: &'static Table, name: &str) -> Result<&'static Column, StoreError> {
    let column = column(table, name)?;
    match column.kind {
        Kind::DateTime | Kind::Date => {
            Err(StoreError::NotSupported(format!("Grouping by {name} is not supported.")))
        }
        _ => Ok(column),
    }
}

fn statement(
    scope: Scope<'_>,
    apply: &Apply,
    groups: &[&'static Column],
    figure: Option<Figure>,
) -> Result<Sql, StoreError> {
    let mut sql = Sql::new("SELECT ");
    for column in groups {
        sql.push(&format!("t.{}, ", column.name));
        match column.targets() {
            [] => {
                sql.push("NULL");
            }
            _ => push_name(&mut sql, scope, column),
        }
        sql.push(", ");
    }
    sql.push(&figure.map_or_else(|| "1, 1".to_owned(), Figure::expressions));
    sql.push(&format!(" FROM {} t WHERE ", scope.table.name));
    visible(&mut sql, scope.viewer, scope.table, "t");
    if let Some(expr) = &apply.filter {
        sql.push(" AND ");
        condition(&mut sql, scope, expr)?;
    }
    if !groups.is_empty() {
        let names = |sql: &mut Sql, column: &&'static Column| {
            sql.push(&format!("t.{}{}", column.name, collation(column)));
        };
        sql.push(" GROUP BY ").join(", ", groups, names).push(" ORDER BY ").join(", ", groups, names);
    }
    sql.push(&format!(" LIMIT {MOST_ROWS}"));
    Ok(sql)
}

/// The members of a group; one without value is left out.
fn groups_of(
    stored: &[Value],
    groups: &[&'static Column],
    annotations: Annotations,
) -> Vec<(Arc<str>, Cell)> {
    let mut row = Vec::new();
    for (column, values) in groups.iter().zip(stored.chunks(2)) {
        let [value, name] = values else { continue };
        if *value == Value::Null {
            continue;
        }
        let property = column.property();
        let text = match name {
            Value::Text(name) => Some(name.clone()),
            _ => formatted(column, value, &Currency { symbol: "", places: 2 }),
        };
        row.push((Arc::from(property.as_str()), cell(column, value)));
        if let Some(text) = text.filter(|_| annotations.formatted) {
            row.push((format!("{property}@{FORMATTED}").into(), Cell::Text(text)));
        }
    }
    row
}

/// A figure over one column, or the number of rows.
#[derive(Clone, Copy)]
enum Figure {
    Count,
    Sum(&'static Column),
    Average(&'static Column),
    Min(&'static Column),
    Max(&'static Column),
}

impl Figure {
    fn new(table: &'static Table, method: &Method) -> Result<Self, StoreError> {
        let number = |name: &str| {
            let column = column(table, name)?;
            match column.kind {
                Kind::Money | Kind::Decimal(_) | Kind::Integer => Ok(column),
                _ => Err(StoreError::invalid(name, "is not a number, and cannot be aggregated so.")),
            }
        };
        let ordered = |name: &str| {
            let column = column(table, name)?;
            match column.kind {
                Kind::DateTime | Kind::Date => Ok(column),
                _ => number(name),
            }
        };
        Ok(match method {
            Method::Count => Self::Count,
            Method::Sum(name) => Self::Sum(number(name)?),
            Method::Average(name) => Self::Average(number(name)?),
            Method::Min(name) => Self::Min(ordered(name)?),
            Method::Max(name) => Self::Max(ordered(name)?),
        })
    }

    /// Two expressions: the figure, or a sum and the number that it is divided by.
    fn expressions(self) -> String {
        match self {
            Self::Count => "COUNT(*), 1".to_owned(),
            Self::Sum(column) => format!("SUM(t.{}), 1", column.name),
            Self::Average(column) => format!("SUM(t.{0}), COUNT(t.{0})", column.name),
            Self::Min(column) => format!("MIN(t.{}), 1", column.name),
            Self::Max(column) => format!("MAX(t.{}), 1", column.name),
        }
    }

    fn cell(self, stored: &[Value]) -> Cell {
        match (self, stored) {
            (Self::Average(column), [Value::Integer(sum), Value::Integer(count)]) if *count > 0 => {
                average(*sum, *count, column.places().unwrap_or(0))
            }
            (Self::Count, [Value::Integer(count), ..]) => Cell::Integer(*count),
            (Self::Sum(column) | Self::Min(column) | Self::Max(column), [value, ..]) => cell(column, value),
            _ => Cell::Null,
        }
    }
}

/// The quotient with more places, rounded half away from zero.
fn average(sum: i64, count: i64, places: u32) -> Cell {
    let scaled = i128::from(sum) * 10_i128.pow(AVERAGE_PLACES);
    let count = i128::from(count);
    let half = if scaled < 0 { -(count / 2) } else { count / 2 };
    match i64::try_from((scaled + half) / count) {
        Ok(scaled) => Cell::Decimal { scaled, places: places + AVERAGE_PLACES },
        // Too large for so many places: the whole part is exact enough to be of use.
        Err(_) => Cell::Decimal { scaled: sum / i64::try_from(count).unwrap_or(1), places },
    }
}
