//! Many rows at once: new ones are inserted, known ones changed where they differ, all in a few large statements.

use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use crate::StoreError;
use crate::schema::{Table, VERSION};
use crate::sql::Value;

/// How many values one statement binds; SQLite takes at most 32,766.
const MOST_VALUES: usize = 8000;

/// What happens to a column of a row that is already there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// It stays as it is.
    Stays,
    /// It becomes the new value.
    Changes,
    /// It becomes the new value, unless that is null.
    ChangesIfGiven,
    /// It becomes the new value if another column changes.
    Follows,
}

/// Rows of one table on their way in.
pub(crate) struct Bulk {
    table: &'static Table,
    columns: Vec<(String, Known)>,
    waiting: Vec<Vec<Value>>,
    /// How many rows were inserted or changed.
    pub(crate) touched: u64,
}

impl Bulk {
    /// Begins. Rows have the values of `columns`. If none of them changes, a known key is an error.
    pub(crate) fn new(table: &'static Table, mut columns: Vec<(String, Known)>) -> Self {
        columns.push((VERSION.to_owned(), Known::Follows));
        Self { table, columns, waiting: Vec::new(), touched: 0 }
    }

    /// Adds a row; writes when enough are waiting.
    pub(crate) async fn add(
        &mut self,
        connection: &mut SqliteConnection,
        versions: &mut Versions,
        mut row: Vec<Value>,
    ) -> Result<(), StoreError> {
        row.push(versions.next());
        self.waiting.push(row);
        if (self.waiting.len() + 1) * self.columns.len() > MOST_VALUES {
            self.write(connection).await?;
        }
        Ok(())
    }

    /// Writes what is waiting.
    pub(crate) async fn write(&mut self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let mut statement = self.insert();
        self.push_conflict(&mut statement);
        self.touched += statement.build().execute(connection).await?.rows_affected();
        Ok(())
    }

    /// The insertion of all that waits. Its placeholders have no numbers: SQLite looks numbered ones up one by one
    /// each time they are bound, which takes longer than all the rest with thousands of them.
    fn insert(&mut self) -> QueryBuilder<Sqlite> {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| name.as_str()).collect();
        let mut statement =
            QueryBuilder::new(format!("INSERT INTO {} ({}) ", self.table.name, names.join(", ")));
        statement.push_values(std::mem::take(&mut self.waiting), |mut cells, row| {
            for value in row {
                match value {
                    Value::Null => cells.push_bind(None::<i64>),
                    Value::Integer(number) => cells.push_bind(number),
                    Value::Text(text) => cells.push_bind(text),
                };
            }
        });
        statement
    }

    /// What happens to rows that are already there.
    fn push_conflict(&self, statement: &mut QueryBuilder<Sqlite>) {
        let table = self.table.name;
        let mut taken = Vec::new();
        let mut differs = Vec::new();
        for (name, known) in &self.columns {
            let value = match known {
                Known::Stays => continue,
                Known::ChangesIfGiven => format!("COALESCE(excluded.{name}, {table}.{name})"),
                Known::Changes | Known::Follows => format!("excluded.{name}"),
            };
            if *known != Known::Follows {
                differs.push(format!("{table}.{name} IS DISTINCT FROM {value}"));
            }
            taken.push(format!("{name} = {value}"));
        }
        if !differs.is_empty() {
            let (taken, differs) = (taken.join(", "), differs.join(" OR "));
            statement
                .push(format!(" ON CONFLICT ({}) DO UPDATE SET {taken} WHERE {differs}", self.table.key));
        }
    }
}

/// The count of changes, taken at the beginning of a write and put back at its end.
pub(crate) struct Versions(i64);

impl Versions {
    /// Takes the count.
    pub(crate) async fn take(connection: &mut SqliteConnection) -> Result<Self, StoreError> {
        let latest = sqlx::query_scalar("SELECT latest FROM row_version WHERE singleton = 1");
        Ok(Self(latest.fetch_one(connection).await?))
    }

    /// The version of the next change.
    pub(crate) fn next(&mut self) -> Value {
        self.0 += 1;
        Value::Integer(self.0)
    }

    /// Puts the count back.
    pub(crate) async fn put(self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        let update = sqlx::query("UPDATE row_version SET latest = $1 WHERE singleton = 1").bind(self.0);
        update.execute(connection).await?;
        Ok(())
    }
}
