//! Why an import did nothing.

use std::fmt;

use crate::StoreError;

/// How many bad rows are kept with their reasons; more are only counted.
const MOST_NAMED: usize = 1000;

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// The name of the file.
    pub file: String,
    /// The line the row begins on, from 1.
    pub line: u64,
    /// The column, if it is about one.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for BadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.file, self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// All that is wrong with the files of one import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    /// What is wrong, file by file: the first thousand.
    pub named: Vec<BadRow>,
    /// How much is wrong altogether.
    pub total: u64,
}

impl Refusals {
    /// File by file, and each from its beginning: what points nowhere is found later than the rest.
    pub(super) fn sorted(mut self) -> Self {
        self.named.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        self
    }

    pub(super) fn push(&mut self, row: BadRow) {
        self.total += 1;
        if self.named.len() < MOST_NAMED {
            self.named.push(row);
        }
    }
}

impl fmt::Display for Refusals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mistakes =
            if self.total == 1 { "1 mistake".to_owned() } else { format!("{} mistakes", self.total) };
        write!(f, "nothing was imported, because the files have {mistakes}:")?;
        for row in &self.named {
            write!(f, "\n  {row}")?;
        }
        let more = self.total - self.named.len() as u64;
        if more > 0 {
            write!(f, "\n  and {more} more")?;
        }
        Ok(())
    }
}

/// Why an import did nothing.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There are mistakes in the files; all are counted, and all but the first thousand named.
    #[error("{0}")]
    Refused(Refusals),
    /// A folder or a file cannot be read.
    #[error("{0} cannot be read: {1}")]
    Unreadable(String, #[source] std::io::Error),
    /// Reading a file as CSV failed.
    #[error("{0} cannot be read as CSV: {1}")]
    NotCsv(String, #[source] csv::Error),
    /// The folder has no file of a known table.
    #[error("there is no CSV file with the name of an entity set, such as salesorders.csv")]
    NothingToImport,
    /// The database failed.
    #[error("the database failed: {}", cause(.0))]
    Store(#[from] StoreError),
}

/// The texts of store errors are for callers of the Web API; who imports wants to know what happened.
fn cause(error: &StoreError) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string)
}
