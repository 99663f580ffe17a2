//! Moving an order on: picked, delivered, invoiced.

use portal_store::Db;
use sqlx::{Row, SqliteConnection};
use time::OffsetDateTime;

use super::stage::Stage;
use super::{MOST, Pace, touch};

/// The orders that go on now, with the stage they are at.
pub(super) async fn due(db: &Db, now: OffsetDateTime) -> Result<Vec<(String, Stage)>, sqlx::Error> {
    let rows = sqlx::query("SELECT salesorderid, stage FROM erp_order WHERE due <= $1 ORDER BY due LIMIT $2")
        .bind(now.unix_timestamp())
        .bind(MOST)
        .fetch_all(db.reads())
        .await?;
    let mut due = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(stage) = Stage::from_number(row.try_get("stage")?) {
            due.push((row.try_get("salesorderid")?, stage));
        }
    }
    Ok(due)
}

/// Brings an order from `stage` to the next. False if somebody else has changed its status since; then the
/// stand-in leaves it to them.
pub(super) async fn advance(
    write: &mut SqliteConnection,
    order: &str,
    stage: Stage,
    now: OffsetDateTime,
    pace: Pace,
) -> Result<bool, sqlx::Error> {
    let moved = match stage.next() {
        Some(next) => go_on(write, order, stage, next).await?,
        None => false,
    };
    let next = stage.next().filter(|_| moved);
    let due = next.filter(|next| next.next().is_some()).map(|next| now.unix_timestamp() + next.lasts(pace));
    sqlx::query("UPDATE erp_order SET stage = $1, due = $2 WHERE salesorderid = $3")
        .bind(next.unwrap_or(stage).number())
        .bind(due)
        .bind(order)
        .execute(&mut *write)
        .await?;
    if moved {
        touch(write, order, now).await?;
    }
    Ok(moved)
}

/// Writes the status of the next stage to the order and its lines.
async fn go_on(
    write: &mut SqliteConnection,
    order: &str,
    stage: Stage,
    next: Stage,
) -> Result<bool, sqlx::Error> {
    let codes = next.codes();
    let changed = sqlx::query(
        "UPDATE salesorder SET msdyn_processingstatus = $1, statecode = $2, statuscode = $3
          WHERE salesorderid = $4 AND msdyn_processingstatus = $5",
    )
    .bind(codes.processing)
    .bind(codes.state.0)
    .bind(codes.state.1)
    .bind(order)
    .bind(stage.codes().processing)
    .execute(&mut *write)
    .await?;
    if changed.rows_affected() == 0 {
        return Ok(false);
    }
    let shipped = if next == Stage::Picked { "quantityshipped" } else { "quantity" };
    let sql = format!(
        "UPDATE salesorderdetail SET msdyn_linestatus = $1, quantityshipped = {shipped} WHERE salesorderid = $2"
    );
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(codes.line).bind(order).execute(write).await?;
    Ok(true)
}
