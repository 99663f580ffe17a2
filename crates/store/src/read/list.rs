//! Many rows: a page of them, and how many there are.

use portal_odata::Query;
use sqlx::SqliteConnection;

use super::expand::Expansions;
use super::order::{By, after, push as push_order, sequence};
use super::plan::Plan;
use super::{Annotations, Row, Scope, apply, columns, filter, stored_row, token};
use crate::access::visible;
use crate::schema::Table;
use crate::sql::{Sql, Value};
use crate::{Db, StoreError, Viewer};

/// The largest page, and the largest number a count tells (Dataverse).
pub const MOST_ROWS: u64 = 5000;

/// A page of rows.
#[derive(Debug, Default)]
pub struct Page {
    /// How many rows there are on all pages, up to [`MOST_ROWS`]; if asked for.
    pub count: Option<u64>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The `$skiptoken` of the next page, if there is one.
    pub next: Option<String>,
}

/// Reads a page of rows, or figures about rows. A `page_size` makes `$top` be ignored, as in Dataverse.
///
/// # Errors
/// A column that is not there or not offered, `$select` missing, a value of the wrong type, a token of another query.
pub async fn list(
    db: &Db,
    viewer: &Viewer,
    table: &'static Table,
    query: &Query,
    page_size: Option<u64>,
    annotations: Annotations,
) -> Result<Page, StoreError> {
    let mut connection = db.reads().begin().await?;
    if let Some(wanted) = &query.apply {
        apply::refuse_others(query)?;
        let rows = apply::figures(&mut connection, viewer, table, wanted, annotations).await?;
        return Ok(Page { rows, ..Page::default() });
    }
    let scope = Scope { viewer, table, alias: "t" };
    let count = match query.count {
        true => Some(count_rows(&mut connection, scope, query).await?),
        false => None,
    };
    let page = rows(&mut connection, scope, query, page_size, annotations).await?;
    Ok(Page { count, ..page })
}

/// Counts the rows of a filter, up to [`MOST_ROWS`].
///
/// # Errors
/// As [`list`].
pub async fn count(
    db: &Db,
    viewer: &Viewer,
    table: &'static Table,
    query: &Query,
) -> Result<u64, StoreError> {
    let mut connection = db.reads().acquire().await?;
    count_rows(&mut connection, Scope { viewer, table, alias: "t" }, query).await
}

async fn rows(
    connection: &mut SqliteConnection,
    scope: Scope<'_>,
    query: &Query,
    page_size: Option<u64>,
    annotations: Annotations,
) -> Result<Page, StoreError> {
    let chosen = columns::select(scope.table, query.select.as_deref())?;
    let sequence = sequence(scope.table, &query.order_by)?;
    let mut plan = Plan::new(scope.table, &chosen, annotations);
    let expansions = Expansions::new(&mut plan, &query.expand, annotations)?;
    let places: Vec<usize> = sequence.iter().map(|by| plan.stored(by.column.name)).collect();

    let top = query.top.filter(|_| page_size.is_none());
    let size = top.or(page_size).unwrap_or(MOST_ROWS).min(MOST_ROWS);
    let last = query.skip_token.as_deref().map(|text| token::read(&sequence, text)).transpose()?;
    let sql = statement(scope, query, &plan, &sequence, last.as_deref(), size + 1)?;
    let mut stored = fetch(connection, sql).await?;

    let more = stored.len() as u64 > size;
    stored.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    let next = stored.last().filter(|_| more && top.is_none()).map(|last| {
        let values = places.iter().map(|at| last.get(*at).cloned().unwrap_or(Value::Null));
        token::write(&sequence, values.collect())
    });
    let mut rows: Vec<Row> = stored.iter().map(|stored| plan.row(stored)).collect();
    expansions.fill(connection, scope.viewer, &stored, &mut rows).await?;
    Ok(Page { count: None, rows, next })
}

fn statement(
    scope: Scope<'_>,
    query: &Query,
    plan: &Plan,
    sequence: &[By],
    last: Option<&[Value]>,
    limit: u64,
) -> Result<Sql, StoreError> {
    let mut sql = Sql::new("SELECT ");
    plan.push(&mut sql, scope);
    from_where(&mut sql, scope, query)?;
    if let Some(last) = last {
        sql.push(" AND ");
        after(&mut sql, scope.alias, sequence, last);
    }
    push_order(&mut sql, scope.alias, sequence);
    sql.push(" LIMIT ").bind(Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX)));
    Ok(sql)
}

/// Adds the table, what the viewer sees of it, and the filter.
fn from_where(sql: &mut Sql, scope: Scope<'_>, query: &Query) -> Result<(), StoreError> {
    sql.push(&format!(" FROM {} {} WHERE ", scope.table.name, scope.alias));
    visible(sql, scope.viewer, scope.table, scope.alias);
    if let Some(expr) = &query.filter {
        sql.push(" AND ");
        filter::condition(sql, scope, expr)?;
    }
    Ok(())
}

async fn count_rows(
    connection: &mut SqliteConnection,
    scope: Scope<'_>,
    query: &Query,
) -> Result<u64, StoreError> {
    let mut sql = Sql::new("SELECT COUNT(*) FROM (SELECT 1");
    from_where(&mut sql, scope, query)?;
    sql.push(&format!(" LIMIT {MOST_ROWS}) counted"));
    match fetch(connection, sql).await?.first().and_then(|row| row.first()) {
        Some(Value::Integer(count)) => Ok(u64::try_from(*count).unwrap_or(0)),
        _ => Ok(0),
    }
}

/// Runs a statement and gives all its rows.
pub(super) async fn fetch(
    connection: &mut SqliteConnection,
    sql: Sql,
) -> Result<Vec<Vec<Value>>, StoreError> {
    let rows = sql.query()?.fetch_all(connection).await?;
    Ok(rows.iter().map(stored_row).collect::<Result<_, _>>()?)
}
