//! A row in the making: values by column, so that a row and its columns cannot get out of step.

use std::collections::HashSet;

use sqlx::SqliteConnection;

use super::{Bulk, Known, Versions};
use crate::StoreError;
use crate::read::stored_row;
use crate::schema::Table;
use crate::sql::{Sql, Value};

/// The values of a row with the names of their columns.
pub(crate) type Row = Vec<(&'static str, Value)>;

/// Rows of one table on their way in; the first one tells the columns.
pub(crate) struct Rows {
    table: &'static Table,
    bulk: Option<Bulk>,
}

impl Rows {
    /// Begins.
    pub(crate) fn of(table: &'static Table) -> Self {
        Self { table, bulk: None }
    }

    /// Adds a row, which must not be there yet.
    pub(crate) async fn add(
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

    /// Writes what is waiting.
    pub(crate) async fn flush(&mut self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        match &mut self.bulk {
            Some(bulk) => bulk.write(connection).await,
            None => Ok(()),
        }
    }

    /// Writes what is waiting; gives how many rows were added.
    pub(crate) async fn finish(mut self, connection: &mut SqliteConnection) -> Result<u64, StoreError> {
        self.flush(connection).await?;
        Ok(self.bulk.map_or(0, |bulk| bulk.touched))
    }
}

/// An amount of cents, as stored.
pub(crate) fn cents(amount: i64) -> Value {
    Value::Integer(amount * 100)
}

/// A quantity of whole units, as stored with five decimal places.
pub(crate) fn units(quantity: i64) -> Value {
    Value::Integer(quantity * 100_000)
}

/// A time in seconds since 1970, as stored.
pub(crate) fn moment(seconds: i64) -> Value {
    let format = time::macros::format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");
    let moment = time::OffsetDateTime::from_unix_timestamp(seconds).ok();
    moment.and_then(|moment| moment.format(format).ok()).map_or(Value::Null, Value::Text)
}

/// Which of the keys no row of the table has yet.
pub(crate) async fn missing(
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
