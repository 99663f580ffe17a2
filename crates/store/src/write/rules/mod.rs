//! What the tables demand beyond their columns: values that follow from others, and what an order takes.

mod line;
mod order;

use sqlx::SqliteConnection;

use super::record::Record;
use crate::StoreError;
use crate::read::stored_row;
use crate::sql::{Sql, Value};

/// Sets what follows from other values, and refuses what breaks a rule of the table.
pub(super) async fn complete(
    connection: &mut SqliteConnection,
    record: &mut Record,
) -> Result<(), StoreError> {
    match record.table.name {
        "salesorder" => order::complete(connection, record).await,
        "salesorderdetail" => line::complete(connection, record).await,
        _ => Ok(()),
    }
}

/// Refuses to touch an order that the ERP has taken over, and its lines. Only active orders can be edited.
pub(super) async fn check_open(connection: &mut SqliteConnection, record: &Record) -> Result<(), StoreError> {
    let state = match record.table.name {
        "salesorder" => record.get("statecode").clone(),
        "salesorderdetail" => {
            let mut sql = Sql::new("SELECT statecode FROM salesorder WHERE salesorderid = ");
            sql.bind(record.get("salesorderid").clone());
            one(connection, sql).await?.into_iter().next().unwrap_or(Value::Null)
        }
        _ => return Ok(()),
    };
    if state == Value::Integer(0) {
        return Ok(());
    }
    Err(StoreError::Refused("The order cannot be changed: it is no longer active.".to_owned()))
}

/// The values of the one row of a statement; empty if there is none.
async fn one(connection: &mut SqliteConnection, sql: Sql) -> Result<Vec<Value>, StoreError> {
    let row = sql.query()?.fetch_optional(connection).await?;
    Ok(row.as_ref().map(stored_row).transpose()?.unwrap_or_default())
}
