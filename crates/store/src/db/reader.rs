//! One connection that reads, for the length of one question.

use std::cell::RefCell;

use rusqlite::types::{Null, ValueRef};
use rusqlite::{Connection, Row, Statement, StatementStatus};

use crate::StoreError;
use crate::sql::{Sql, Value};

/// A snapshot of the database.
pub(crate) struct Reader<'c> {
    connection: &'c Connection,
    observed: Option<RefCell<Vec<Observed>>>,
}

/// A statement that was run, and what it took: counts, which are the same on every machine.
#[derive(Clone, Debug)]
pub struct Observed {
    /// Its text.
    pub text: String,
    /// The steps of SQLite's plan for it (`EXPLAIN QUERY PLAN`).
    pub plan: Vec<String>,
    /// How many instructions SQLite executed.
    pub instructions: i32,
}

impl Observed {
    /// The step of the plan that reads a whole table without an index, or sorts more rows than the filter itself has
    /// searched an index for. Tables are called `t` and `t1`, `t2`, … in the statements of this crate; other names are
    /// of what a statement has gathered itself.
    pub fn problem(&self) -> Option<&str> {
        let is_dear = |step: &&str| match step.strip_prefix("SCAN ") {
            Some(scanned) => is_table(scanned),
            None => step.contains("TEMP B-TREE") && step.contains("ORDER BY") && !self.has_searched(),
        };
        self.plan.iter().map(String::as_str).find(is_dear)
    }

    /// Whether the rows are searched for by more than whose they are: by a value, or between two values.
    fn has_searched(&self) -> bool {
        let Some((_, sought)) = self.plan.first().and_then(|step| step.split_once(" (")) else {
            return false;
        };
        let sought = sought.strip_prefix("customeraccountid=?").unwrap_or(sought);
        sought.contains("=?") || (sought.contains(">?") && sought.contains("<?"))
    }
}

fn is_table(name: &str) -> bool {
    let number = name.strip_prefix('t');
    number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
}

impl<'c> Reader<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, observed: None }
    }

    /// Runs a job and tells of every statement of it.
    pub(crate) fn observe<T>(
        &self,
        job: impl FnOnce(&Self) -> Result<T, StoreError>,
    ) -> Result<(T, Vec<Observed>), StoreError> {
        let observing = Self { connection: self.connection, observed: Some(RefCell::default()) };
        let result = job(&observing)?;
        Ok((result, observing.observed.map(RefCell::into_inner).unwrap_or_default()))
    }

    /// Runs a statement and gives all its rows, with their values in the order of the statement.
    pub(crate) fn fetch(&self, sql: &Sql) -> Result<Vec<Vec<Value>>, StoreError> {
        self.fetch_first(sql, usize::MAX)
    }

    /// Runs a statement for its first rows. How many they are is not said in the text: SQLite makes a new plan each
    /// time that a `LIMIT` is bound, and a limit that is spelled out would make a text of its own for every size.
    pub(crate) fn fetch_first(&self, sql: &Sql, most: usize) -> Result<Vec<Vec<Value>>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql.text())?;
        bind(&mut statement, sql)?;
        let columns = statement.column_count();
        let mut rows = statement.raw_query();
        let mut stored = Vec::new();
        while stored.len() < most
            && let Some(row) = rows.next()?
        {
            stored.push((0..columns).map(|place| value(row, place)).collect::<Result<_, _>>()?);
        }
        drop(rows);
        if let Some(observed) = &self.observed {
            let instructions = statement.reset_status(StatementStatus::VmStep);
            let plan = self.plan(sql)?;
            observed.borrow_mut().push(Observed { text: sql.text().to_owned(), plan, instructions });
        }
        Ok(stored)
    }

    fn plan(&self, sql: &Sql) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare(&format!("EXPLAIN QUERY PLAN {}", sql.text()))?;
        bind(&mut statement, sql)?;
        let mut steps = Vec::new();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            steps.push(row.get("detail")?);
        }
        Ok(steps)
    }
}

fn bind(statement: &mut Statement<'_>, sql: &Sql) -> rusqlite::Result<()> {
    for (place, value) in (1..).zip(sql.values()) {
        match value {
            Value::Null => statement.raw_bind_parameter(place, Null)?,
            Value::Integer(number) => statement.raw_bind_parameter(place, number)?,
            Value::Text(text) => statement.raw_bind_parameter(place, text)?,
        }
    }
    Ok(())
}

fn value(row: &Row<'_>, place: usize) -> Result<Value, StoreError> {
    match row.get_ref(place)? {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(Value::Integer(number)),
        ValueRef::Text(text) => match std::str::from_utf8(text) {
            Ok(text) => Ok(Value::Text(text.to_owned())),
            Err(error) => Err(StoreError::Corrupt(error.into())),
        },
        other => Err(StoreError::Corrupt(format!("a value is a {}", other.data_type()).into())),
    }
}
