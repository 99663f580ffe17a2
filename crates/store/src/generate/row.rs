//! A row in the making: values by column, so that a row and its columns cannot get out of step.

use std::collections::HashSet;

use sqlx::SqliteConnection;

use crate::StoreError;
use crate::bulk::{Bulk, Known, Versions};
use crate::read::stored_row;
use crate::schema::Table;
use crate::sql::{Sql, Value};

/// The values of a row with the names of their columns.
pub(super) type Row = Vec<(&'static str, Value)>;

/// Rows of one table on their way in; the first one tells the columns.
pub(super) struct Rows {
    table: &'static Table,
    bulk: Option<Bulk>,
}

impl Rows {
    /// Begins.
    pub(super) fn of(table: &'static Table) -> Self {
        Self { table, bulk: None }
    }

    /// Adds a row, which must not be there yet.
    pub(super) async fn add(
        &mut self,
        connection: &mut SqliteConnection,
        versions: &mut Versions,
        row: Row,
    ) -> Result<(), StoreError> {
        let (names, values): (Vec<_>, Vec<_>) = row.into_iter().unzip();
        let bulk = self.bulk.get_or_insert_with(|| {
            let columns = names.into_iter().map(|name| (name.to_owned(), Known::Stays)).collect();
            Bulk::new(self.table, columns)
        });
        bulk.add(connection, versions, values).await
    }

    /// Writes what is waiting; gives how many rows were added.
    pub(super) async fn finish(mut self, connection: &mut SqliteConnection) -> Result<u64, StoreError> {
        let Some(bulk) = &mut self.bulk else { return Ok(0) };
        bulk.write(connection).await?;
        Ok(bulk.touched)
    }
}

/// An amount of cents, as stored.
pub(super) fn cents(amount: i64) -> Value {
    Value::Integer(amount * 100)
}

/// A quantity of whole units, as stored with five decimal places.
pub(super) fn units(quantity: i64) -> Value {
    Value::Integer(quantity * 100_000)
}

/// A time in seconds since 1970, as stored.
pub(super) fn moment(seconds: i64) -> Value {
    let format = time::macros::format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");
    let moment = time::OffsetDateTime::from_unix_timestamp(seconds).ok();
    moment.and_then(|moment| moment.format(format).ok()).map_or(Value::Null, Value::Text)
}

/// Which of the keys no row of the table has yet.
pub(super) async fn missing(
    connection: &mut SqliteConnection,
    table: &Table,
    keys: Vec<String>,
) -> Result<HashSet<Value>, StoreError> {
    let mut sql = Sql::new(&format!("SELECT {0} FROM {1} WHERE {0}", table.key, table.name));
    sql.one_of(&keys);
    let mut missing: HashSet<_> = keys.into_iter().map(Value::Text).collect();
    for row in sql.query()?.fetch_all(connection).await? {
        for key in stored_row(&row)? {
            missing.remove(&key);
        }
    }
    Ok(missing)
}
