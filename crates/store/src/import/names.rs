//! Lookups that a file writes as names: the row of that name is found, or made with a key that follows from the name,
//! so that the next import makes the same one.

use std::collections::HashMap;

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{Report, TableReport};
use crate::StoreError;
use crate::bulk::Versions;
use crate::read::stored_row;
use crate::schema::{Table, VERSION, tables};
use crate::sql::{Sql, Value};

/// The names of the short lists. Letter case makes no difference.
#[derive(Default)]
pub(super) struct Names {
    known: HashMap<&'static str, HashMap<String, Value>>,
    made: HashMap<&'static str, u64>,
}

impl Names {
    /// The key of the row with this name, which is made if there is none.
    pub(super) async fn key(
        &mut self,
        connection: &mut SqliteConnection,
        versions: &mut Versions,
        table: &'static Table,
        name: &str,
    ) -> Result<Value, StoreError> {
        if !self.known.contains_key(table.name) {
            // Only now, because the table's own file is read before those that name its rows.
            self.known.insert(table.name, load(connection, table).await?);
        }
        let known = self.known.entry(table.name).or_default();
        let folded = name.to_lowercase();
        if let Some(key) = known.get(&folded) {
            return Ok(key.clone());
        }
        let path = format!("{}/{folded}", table.set);
        let key = Value::from(Uuid::new_v5(&Uuid::NAMESPACE_URL, path.as_bytes()));
        *self.made.entry(table.set).or_default() +=
            make(connection, table, key.clone(), name, versions.next()).await?;
        known.insert(folded, key.clone());
        Ok(key)
    }

    /// Adds the rows that were made to the report.
    pub(super) fn report(&self, report: &mut Report) {
        for (&set, &made) in &self.made {
            match report.tables.iter_mut().find(|table| table.set == set) {
                Some(table) => table.inserted += made,
                None => {
                    report.tables.push(TableReport { set, inserted: made, ..TableReport::default() });
                }
            }
        }
        // The sequence of a map is not that of anything.
        report.tables.sort_by_key(|table| tables().iter().position(|known| known.set == table.set));
    }
}

/// Reads the names that are in the database.
async fn load(
    connection: &mut SqliteConnection,
    table: &Table,
) -> Result<HashMap<String, Value>, StoreError> {
    let mut known = HashMap::new();
    let sql = Sql::new(&format!("SELECT {}, {} FROM {}", table.primary_name, table.key, table.name));
    for row in sql.query()?.fetch_all(connection).await? {
        if let [Value::Text(name), key] = &stored_row(&row)?[..] {
            known.insert(name.to_lowercase(), key.clone());
        }
    }
    Ok(known)
}

/// Makes the row; gives how many were made. A row that was made of this name and renamed since still has the key, and
/// stays as it is.
async fn make(
    connection: &mut SqliteConnection,
    table: &Table,
    key: Value,
    name: &str,
    version: Value,
) -> Result<u64, StoreError> {
    let (set, id, primary) = (table.name, table.key, table.primary_name);
    let mut sql = Sql::new(&format!("INSERT INTO {set} ({id}, {primary}, {VERSION}) VALUES ("));
    sql.bind(key).push(", ").bind(name.into()).push(", ").bind(version).push(") ON CONFLICT DO NOTHING");
    Ok(sql.query()?.execute(connection).await?.rows_affected())
}
