//! One row: each cell becomes a value, and everything that is wrong is named.

use sqlx::SqliteConnection;

use super::Run;
use super::refusals::BadRow;
use crate::StoreError;
use crate::schema::{Column, DefaultValue, Table};
use crate::sql::Value;
use crate::values::{from_text, now};

/// How much of a wrong cell is shown.
const MOST_SHOWN: usize = 60;

/// A column of the file that the table has.
pub(super) struct Cell {
    /// Its place in the file.
    pub(super) place: usize,
    pub(super) column: &'static Column,
    /// The column that says which table a lookup points to.
    pub(super) type_column: Option<String>,
    /// The table whose rows can be named instead of their key.
    named: Option<&'static Table>,
}

impl Cell {
    pub(super) fn new(place: usize, column: &'static Column) -> Self {
        let target = column.targets().first().and_then(|target| Table::named(target.table));
        let named = target.filter(|table| table.made_by_name);
        Self { place, column, type_column: column.type_column(), named }
    }
}

/// What a new row has when nothing is said.
pub(super) fn default(column: &Column) -> Option<Value> {
    column.default.map(|default| match default {
        DefaultValue::Integer(number) => Value::Integer(number),
        DefaultValue::Text(text) => text.into(),
        DefaultValue::Now => Value::Text(now()),
    })
}

/// A row while it is checked.
pub(super) struct RowCheck<'a, 'run> {
    pub(super) connection: &'a mut SqliteConnection,
    pub(super) run: &'a mut Run<'run>,
    pub(super) file: &'a str,
    pub(super) line: u64,
    /// How much is wrong with it.
    pub(super) complaints: usize,
}

impl RowCheck<'_, '_> {
    /// Says that something is wrong.
    pub(super) fn complain(&mut self, column: Option<&str>, reason: String) {
        self.complaints += 1;
        let column = column.map(str::to_owned);
        self.run.bad.push(BadRow { file: self.file.to_owned(), line: self.line, column, reason });
    }

    /// A row has as many cells as the first line.
    pub(super) fn width(&mut self, found: usize, wanted: usize) {
        if found != wanted {
            self.complain(None, format!("the row has {found} cells, and the first line {wanted}"));
        }
    }

    /// The values of the row, each lookup with several targets followed by the table it points to.
    pub(super) async fn values(
        &mut self,
        columns: &[Cell],
        cells: &[&[u8]],
    ) -> Result<Vec<Value>, StoreError> {
        let mut values = Vec::with_capacity(columns.len() + 8);
        for cell in columns {
            // A row that is too short was refused for that already.
            let Some(bytes) = cells.get(cell.place) else { continue };
            let value = match std::str::from_utf8(bytes) {
                Ok(text) => self.value(cell, text).await?,
                Err(_) => Err("is not UTF-8".to_owned()),
            };
            let value = value.unwrap_or_else(|reason| {
                self.complain(Some(cell.column.name), reason);
                Value::Null
            });
            let target = cell.type_column.as_ref().map(|_| self.run.customers.table(cell.column, &value));
            values.push(value);
            values.extend(target);
        }
        Ok(values)
    }

    async fn value(&mut self, cell: &Cell, text: &str) -> Result<Result<Value, String>, StoreError> {
        let column = cell.column;
        Ok(match (from_text(column, text), cell.named) {
            (Ok(Value::Null), _) if column.required => empty(column),
            (Err(_), Some(table)) => self.named(table, text.trim()).await?,
            (value, _) => value,
        }
        .map_err(|reason| explain(&reason, text)))
    }

    /// The key of the row with this name.
    async fn named(
        &mut self,
        table: &'static Table,
        name: &str,
    ) -> Result<Result<Value, String>, StoreError> {
        let column = table.column(table.primary_name);
        match column.map_or(Ok(Value::Null), |column| from_text(column, name)) {
            Ok(Value::Text(_)) => {
                self.run.names.key(self.connection, &mut self.run.versions, table, name).await.map(Ok)
            }
            other => Ok(other),
        }
    }
}

/// What an empty cell means where a value is needed. The time of the import is no answer: it would be another one in
/// each import.
fn empty(column: &Column) -> Result<Value, String> {
    match column.default {
        Some(DefaultValue::Integer(_) | DefaultValue::Text(_)) => Ok(default(column).unwrap_or(Value::Null)),
        Some(DefaultValue::Now) | None => Err("must not be empty".to_owned()),
    }
}

/// Adds what was found to what is wrong with it.
fn explain(reason: &str, text: &str) -> String {
    let reason = reason.trim_end_matches('.');
    if text.is_empty() {
        return reason.to_owned();
    }
    let shown: String = text.chars().take(MOST_SHOWN).collect();
    let rest = if shown.len() < text.len() { "…" } else { "" };
    format!("{reason}, found {shown:?}{rest}")
}
