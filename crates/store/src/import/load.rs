//! One file: every row is read and checked, good ones go to the database, bad ones are refused.

use std::collections::HashSet;

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::derive::is_filled;
use super::header::Header;
use super::row::{Cell, RowCheck, default};
use super::{ImportError, Run, TableReport, file_of};
use crate::StoreError;
use crate::bulk::{Bulk, Known};
use crate::schema::{DefaultValue, Table};
use crate::sql::Value;

/// Reads a table's file into the database.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    run: &mut Run<'_>,
    table: &'static Table,
) -> Result<(), ImportError> {
    let file = file_of(table);
    let mut rows = run.source.open(&file)?;
    let names = rows.next()?.map_or_else(Vec::new, |(_, names)| names);
    let header = Header::read(table, &names, &file, &mut run.bad);
    if header.place(table.key).is_none() {
        run.keyless.insert(table.name);
    }
    let shape = Shape::new(table, &header);
    let mut bulk = shape.bulk();
    let before = count(connection, table).await?;
    let mut keys = HashSet::new();
    let mut good = 0;
    while let Some((line, cells)) = rows.next()? {
        let mut check = RowCheck { connection, run, file: &file, line, complaints: 0 };
        check.width(cells.len(), header.columns.len());
        let values = check.values(&shape.cells, &cells).await?;
        let key = shape.key(&values);
        if key.is_some_and(|key| !keys.insert(key)) {
            check.complain(Some(table.key), "an earlier row has the same key".to_owned());
        }
        if check.complaints == 0 && header.sound {
            good += 1;
            bulk.add(connection, &mut run.versions, shape.row(values)).await?;
        } else {
            run.refused_keys.extend(key);
        }
    }
    bulk.write(connection).await?;
    let inserted = count(connection, table).await? - before;
    run.report.tables.push(TableReport {
        set: table.set,
        inserted,
        updated: bulk.touched - inserted,
        unchanged: good - bulk.touched,
        skipped_columns: header.skipped,
    });
    Ok(())
}

async fn count(connection: &mut SqliteConnection, table: &Table) -> Result<u64, StoreError> {
    let text = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {}", table.name));
    let count: i64 = sqlx::query_scalar(text).fetch_one(connection).await?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// How a row of the file becomes a row of the database.
struct Shape {
    table: &'static Table,
    cells: Vec<Cell>,
    /// What new rows have in the columns that the file does not have.
    defaults: Vec<(&'static str, Known, Value)>,
}

impl Shape {
    fn new(table: &'static Table, header: &Header) -> Self {
        let places = header.columns.iter().enumerate();
        let cells: Vec<_> = places.filter_map(|(place, column)| Some(Cell::new(place, (*column)?))).collect();
        let missing = table.columns.iter().filter(|column| header.place(column.name).is_none());
        let defaults = missing
            .filter_map(|column| {
                // A changed row was modified now, unless the file knows better.
                let follows = column.name == "modifiedon" && column.default == Some(DefaultValue::Now);
                let known = if follows { Known::Follows } else { Known::Stays };
                Some((column.name, known, default(column)?))
            })
            .collect();
        Self { table, cells, defaults }
    }

    fn bulk(&self) -> Bulk {
        let mut columns = Vec::new();
        for Cell { column, type_column, .. } in &self.cells {
            let known = match column.name {
                name if name == self.table.key => Known::Stays,
                name if is_filled(self.table, name) => Known::ChangesIfGiven,
                _ => Known::Changes,
            };
            columns.push((column.name.to_owned(), known));
            columns.extend(type_column.clone().map(|name| (name, known)));
        }
        columns.extend(self.defaults.iter().map(|(name, known, _)| ((*name).to_owned(), *known)));
        Bulk::new(self.table, columns)
    }

    /// The key among the values of a row; a lookup with a type column before it has two of them.
    fn key(&self, values: &[Value]) -> Option<Uuid> {
        let before = self.cells.iter().take_while(|cell| cell.column.name != self.table.key);
        let place = before.map(|cell| if cell.type_column.is_some() { 2 } else { 1 }).sum::<usize>();
        match values.get(place) {
            Some(Value::Text(key)) => Uuid::try_parse(key).ok(),
            _ => None,
        }
    }

    fn row(&self, mut values: Vec<Value>) -> Vec<Value> {
        values.extend(self.defaults.iter().map(|(_, _, value)| value.clone()));
        values
    }
}
