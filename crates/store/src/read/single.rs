//! One row by its key.

use portal_odata::Query;
use uuid::Uuid;

use super::expand::Expansions;
use super::list::fetch;
use super::plan::Plan;
use super::{Annotations, Row, Scope, columns};
use crate::access::visible;
use crate::schema::Table;
use crate::sql::{Sql, Value};
use crate::{Db, StoreError, Viewer};

/// Reads a row. Of the query only `$select` and `$expand` have a meaning for one row; the others are refused.
///
/// # Errors
/// [`StoreError::RowMissing`] if it is not there or not for this viewer; otherwise as [`list`](super::list).
pub async fn row(
    db: &Db,
    viewer: &Viewer,
    table: &'static Table,
    key: Uuid,
    query: &Query,
    annotations: Annotations,
) -> Result<Row, StoreError> {
    refuse_others(query)?;
    let chosen = columns::select(table, query.select.as_deref())?;
    let mut plan = Plan::new(table, &chosen, annotations);
    let expansions = Expansions::new(&mut plan, &query.expand, annotations)?;
    let scope = Scope { viewer, table, alias: "t" };

    let mut sql = Sql::new("SELECT ");
    plan.push(&mut sql, scope);
    sql.push(&format!(" FROM {} t WHERE t.{} = ", table.name, table.key))
        .bind(Value::from(key))
        .push(" AND ");
    visible(&mut sql, viewer, table, "t");

    let mut connection = db.reads().begin().await?;
    let stored = fetch(&mut connection, sql).await?;
    let mut rows: Vec<Row> = stored.iter().map(|stored| plan.row(stored)).collect();
    expansions.fill(&mut connection, viewer, &stored, &mut rows).await?;
    rows.pop().ok_or(StoreError::RowMissing { table: table.name, id: key })
}

fn refuse_others(query: &Query) -> Result<(), StoreError> {
    let others = [
        ("$filter", query.filter.is_some()),
        ("$orderby", !query.order_by.is_empty()),
        ("$top", query.top.is_some()),
        ("$count", query.count),
        ("$apply", query.apply.is_some()),
        ("$skiptoken", query.skip_token.is_some()),
    ];
    match others.iter().find(|(_, given)| *given) {
        Some((name, _)) => Err(StoreError::NotSupported(format!(
            "The query option '{name}' is not supported for a single row."
        ))),
        None => Ok(()),
    }
}
