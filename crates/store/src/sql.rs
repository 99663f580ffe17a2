//! A statement that is being written: its text and the values bound to it. Text comes from the schema and from
//! this crate alone; whatever a caller sent is bound.

use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe, Sqlite};

/// A value as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Value {
    Null,
    Integer(i64),
    Text(String),
}

/// A statement with its values.
#[derive(Debug, Default)]
pub(crate) struct Sql {
    text: String,
    values: Vec<Value>,
    aliases: usize,
}

impl Sql {
    /// A statement that begins with `text`.
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// Adds text.
    pub(crate) fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Adds a placeholder and its value. `$1` is understood by SQLite and by PostgreSQL.
    pub(crate) fn bind(&mut self, value: Value) -> &mut Self {
        self.values.push(value);
        self.text.push_str(&format!("${}", self.values.len()));
        self
    }

    /// A name for one more table, used nowhere else in the statement.
    pub(crate) fn alias(&mut self) -> String {
        self.aliases += 1;
        format!("t{}", self.aliases)
    }

    /// Adds each of `parts` with `between` between them.
    pub(crate) fn join<T>(
        &mut self,
        between: &str,
        parts: impl IntoIterator<Item = T>,
        mut add: impl FnMut(&mut Self, T),
    ) -> &mut Self {
        for (i, part) in parts.into_iter().enumerate() {
            if i > 0 {
                self.push(between);
            }
            add(self, part);
        }
        self
    }

    /// Adds a condition that a column is one of `keys`, as one value, so that the text is the same for any number.
    pub(crate) fn one_of(&mut self, keys: &[String]) -> &mut Self {
        // A list of texts always has a JSON form.
        let list = serde_json::to_string(keys).unwrap_or_default();
        self.push(" IN (SELECT value FROM json_each(").bind(Value::Text(list)).push("))")
    }

    /// The finished statement.
    pub(crate) fn query(self) -> Result<Query, sqlx::Error> {
        let mut arguments = SqliteArguments::default();
        for value in self.values {
            match value {
                Value::Null => arguments.add(None::<i64>),
                Value::Integer(number) => arguments.add(number),
                Value::Text(text) => arguments.add(text),
            }
            .map_err(sqlx::Error::Encode)?;
        }
        Ok(sqlx::query_with(AssertSqlSafe(self.text), arguments))
    }
}

/// A statement that can be run.
pub(crate) type Query = sqlx::query::Query<'static, Sqlite, SqliteArguments>;

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<uuid::Uuid> for Value {
    fn from(key: uuid::Uuid) -> Self {
        Self::Text(key.to_string())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}
