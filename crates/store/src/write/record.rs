//! A row while it is made or changed.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::body::Body;
use super::references::Reference;
use crate::StoreError;
use crate::read::stored_row;
use crate::schema::{Column, DefaultValue, Table, VERSION};
use crate::sql::{Sql, Value};
use crate::values::now;

/// The values of a row by the names of the database.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) table: &'static Table,
    values: BTreeMap<String, Value>,
}

impl Record {
    /// A row without values.
    pub(super) fn new(table: &'static Table) -> Self {
        Self { table, values: BTreeMap::new() }
    }

    /// The value of a column; none if it has none.
    pub(super) fn get(&self, name: &str) -> &Value {
        self.values.get(name).unwrap_or(&Value::Null)
    }

    /// The text of a column, if it has one.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Sets a column.
    pub(super) fn set(&mut self, name: &str, value: Value) {
        self.values.insert(name.to_owned(), value);
    }

    /// Sets a column that has no value.
    pub(super) fn fill(&mut self, name: &str, value: impl FnOnce() -> Value) {
        if *self.get(name) == Value::Null {
            self.set(name, value());
        }
    }

    /// Takes over what a body says.
    pub(super) fn take(&mut self, body: &Body) {
        for (column, value) in &body.values {
            self.set(column.name, value.clone());
        }
        for Reference { column, target } in &body.references {
            let (key, table) = match target {
                Some((table, key)) => (Value::from(*key), table.name.into()),
                None => (Value::Null, Value::Null),
            };
            self.set(column.name, key);
            if let Some(name) = column.type_column() {
                self.set(&name, table);
            }
        }
    }

    /// Sets what a new row has when nothing is said.
    pub(super) fn fill_defaults(&mut self) {
        let time = now();
        for column in self.table.columns {
            if let Some(default) = column.default {
                self.fill(column.name, || match default {
                    DefaultValue::Integer(number) => number.into(),
                    DefaultValue::Text(text) => text.into(),
                    DefaultValue::Now => Value::Text(time.clone()),
                });
            }
        }
    }

    /// Refuses a row without a value that it must have.
    pub(super) fn check_required(&self) -> Result<(), StoreError> {
        let missing = |column: &&Column| column.required && *self.get(column.name) == Value::Null;
        match self.table.columns.iter().find(missing) {
            Some(column) => Err(StoreError::invalid(column.name, "is required.")),
            None => Ok(()),
        }
    }

    /// Reads the row with this key, with its version; none if it is not there.
    pub(super) async fn load(
        connection: &mut SqliteConnection,
        table: &'static Table,
        key: Uuid,
    ) -> Result<Option<Self>, StoreError> {
        let names: Vec<String> = table
            .columns
            .iter()
            .flat_map(|column| [Some(column.name.to_owned()), column.type_column()])
            .flatten()
            .chain([VERSION.to_owned()])
            .collect();
        let mut sql =
            Sql::new(&format!("SELECT {} FROM {} WHERE {} = ", names.join(", "), table.name, table.key));
        sql.bind(key.into());
        let Some(row) = sql.query()?.fetch_optional(connection).await? else { return Ok(None) };
        let values = names.into_iter().zip(stored_row(&row)?).collect();
        Ok(Some(Self { table, values }))
    }

    /// Adds the row to its table.
    pub(super) async fn insert(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        let names: Vec<&str> = self.values.keys().map(String::as_str).collect();
        let mut sql = Sql::new(&format!("INSERT INTO {} ({}) VALUES (", self.table.name, names.join(", ")));
        sql.join(", ", self.values.values(), |sql, value| {
            sql.bind(value.clone());
        });
        sql.push(")");
        match sql.query()?.execute(connection).await {
            Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Err(StoreError::Duplicate),
            result => Ok(result.map(drop)?),
        }
    }

    /// Writes what differs from `before` to the row with this key; nothing if nothing does.
    pub(super) async fn update(
        &self,
        connection: &mut SqliteConnection,
        key: Uuid,
        before: &Self,
    ) -> Result<(), StoreError> {
        let changed = self.values.iter().filter(|(name, value)| before.get(name) != *value);
        let mut sql = Sql::new(&format!("UPDATE {} SET ", self.table.name));
        sql.join(", ", changed, |sql, (name, value)| {
            sql.push(&format!("{name} = ")).bind(value.clone());
        });
        sql.push(&format!(" WHERE {} = ", self.table.key)).bind(key.into());
        sql.query()?.execute(connection).await?;
        Ok(())
    }

    /// Whether every value is the same in `other`.
    pub(super) fn same_as(&self, other: &Self) -> bool {
        self.values.iter().all(|(name, value)| other.get(name) == value)
    }
}
