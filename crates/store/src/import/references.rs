//! Lookups across files. Which table a lookup with several targets points to is found before the files are read;
//! after all rows are in, the database finds what points nowhere, and the files are searched for its lines.

use std::collections::{HashMap, HashSet};

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::header::Header;
use super::refusals::{BadRow, Refusals};
use super::{ImportError, Run, Source, file_of};
use crate::StoreError;
use crate::read::stored_row;
use crate::schema::{Column, Table};
use crate::sql::{Sql, Value};

/// The keys of all tables that can be meant by a lookup with several targets, but for the first target (accounts),
/// which is meant when no other is.
pub(super) struct Customers(HashMap<&'static str, HashSet<Uuid>>);

impl Customers {
    /// Collects the keys in the database and in the files that are about to be imported.
    pub(super) async fn find(
        connection: &mut SqliteConnection,
        source: &Source,
        wanted: &[&'static Table],
    ) -> Result<Self, ImportError> {
        let mut keys = HashMap::new();
        let lookups = wanted.iter().flat_map(|table| table.columns);
        for table in lookups.flat_map(|column| column.targets().iter().skip(1)) {
            let Some(table) = Table::named(table.table) else { continue };
            if !keys.contains_key(table.name) {
                let mut found = stored_keys(connection, table).await?;
                if wanted.iter().any(|known| known.name == table.name) {
                    each_key(source, table, |key, _, _| {
                        found.insert(key);
                    })?;
                }
                keys.insert(table.name, found);
            }
        }
        Ok(Self(keys))
    }

    /// The table that a lookup points to.
    pub(super) fn table(&self, column: &Column, value: &Value) -> Value {
        let Value::Text(text) = value else { return Value::Null };
        let key = Uuid::try_parse(text).unwrap_or_default();
        let holds = |table: &str| self.0.get(table).is_some_and(|keys| keys.contains(&key));
        let found = column.targets().iter().find(|target| holds(target.table));
        found.or(column.targets().first()).map_or(Value::Null, |target| target.table.into())
    }
}

/// Refuses every row of the imported tables with a lookup that points nowhere.
pub(super) async fn check(
    connection: &mut SqliteConnection,
    run: &mut Run<'_>,
    wanted: &[&'static Table],
) -> Result<(), ImportError> {
    for table in wanted {
        let mut found: HashMap<Uuid, Vec<(&Column, Uuid)>> = HashMap::new();
        for column in table.columns.iter().filter(|column| !column.targets().is_empty() && !column.derived) {
            if column.targets().iter().any(|target| run.keyless.contains(target.table)) {
                continue;
            }
            for (row, key) in dangling(connection, table, column).await? {
                if !run.refused_keys.contains(&key) {
                    found.entry(row).or_default().push((column, key));
                }
            }
        }
        if !found.is_empty() {
            name(run.source, &mut run.bad, table, &found)?;
        }
    }
    Ok(())
}

/// The keys of the rows whose lookup points nowhere, with the key it points to.
async fn dangling(
    connection: &mut SqliteConnection,
    table: &Table,
    column: &Column,
) -> Result<Vec<(Uuid, Uuid)>, StoreError> {
    let (name, lookup, key) = (table.name, column.name, table.key);
    let mut sql = Sql::new(&format!("SELECT t.{key}, t.{lookup} FROM {name} t WHERE t.{lookup} IS NOT NULL"));
    for target in column.targets().iter().filter_map(|target| Table::named(target.table)) {
        let (target, target_key) = (target.name, target.key);
        sql.push(&format!(" AND NOT EXISTS (SELECT 1 FROM {target} x WHERE x.{target_key} = t.{lookup})"));
    }
    let rows = sql.query()?.fetch_all(connection).await?;
    let mut found = Vec::new();
    for row in &rows {
        if let [Value::Text(row), Value::Text(key)] = &stored_row(row)?[..] {
            found.extend(Uuid::try_parse(row).ok().zip(Uuid::try_parse(key).ok()));
        }
    }
    Ok(found)
}

/// Reads the file once more to find the lines of these rows.
fn name(
    source: &Source,
    bad: &mut Refusals,
    table: &'static Table,
    found: &HashMap<Uuid, Vec<(&Column, Uuid)>>,
) -> Result<(), ImportError> {
    each_key(source, table, |row, file, line| {
        for (column, key) in found.get(&row).into_iter().flatten() {
            let targets: Vec<_> = column.targets().iter().map(|target| target.table).collect();
            bad.push(BadRow {
                file: file.to_owned(),
                line,
                column: Some(column.name.to_owned()),
                reason: format!("there is no {} with the key {key}", targets.join(" and no ")),
            });
        }
    })
}

/// Gives the key of each row of a table's file, with the file and the line.
fn each_key(
    source: &Source,
    table: &'static Table,
    mut give: impl FnMut(Uuid, &str, u64),
) -> Result<(), ImportError> {
    let file = file_of(table);
    let mut rows = source.open(&file)?;
    let names = rows.next()?.map_or_else(Vec::new, |(_, names)| names);
    // What is wrong with the header is told when the file is loaded.
    let header = Header::read(table, &names, &file, &mut Refusals::default());
    let Some(place) = header.place(table.key) else { return Ok(()) };
    while let Some((line, cells)) = rows.next()? {
        if let Some(key) = cells.get(place).and_then(|key| Uuid::try_parse_ascii(key).ok()) {
            give(key, &file, line);
        }
    }
    Ok(())
}

async fn stored_keys(connection: &mut SqliteConnection, table: &Table) -> Result<HashSet<Uuid>, StoreError> {
    let sql = Sql::new(&format!("SELECT {} FROM {}", table.key, table.name));
    let mut keys = HashSet::new();
    for row in sql.query()?.fetch_all(connection).await? {
        if let [Value::Text(key)] = &stored_row(&row)?[..] {
            keys.extend(Uuid::try_parse(key));
        }
    }
    Ok(keys)
}
