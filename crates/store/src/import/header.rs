//! The first line of a file: which column of the table each column of the file is.

use super::refusals::{BadRow, Refusals};
use crate::schema::{Column, Table};

/// The columns of a file.
pub(super) struct Header {
    /// For each column of the file the column of the table, or none if it is skipped.
    pub(super) columns: Vec<Option<&'static Column>>,
    /// The names of the columns that are skipped.
    pub(super) skipped: Vec<String>,
    /// Whether no required column is missing and none is there twice.
    pub(super) sound: bool,
}

impl Header {
    /// Reads the names; refuses what is there twice and what is missing.
    pub(super) fn read(table: &'static Table, names: &[&[u8]], file: &str, bad: &mut Refusals) -> Self {
        let mut header = Self { columns: Vec::new(), skipped: Vec::new(), sound: true };
        let mut complaints = Vec::new();
        for name in names {
            let name = String::from_utf8_lossy(name).trim().to_owned();
            let column = table.column(&name).filter(|column| !column.derived);
            let again = column.is_some() && header.columns.contains(&column);
            if again {
                complaints.push((name, "the column is there twice"));
            } else if column.is_none() {
                header.skipped.push(name);
            }
            header.columns.push(column.filter(|_| !again));
        }
        for column in table.columns {
            if column.required && column.default.is_none() && !header.columns.contains(&Some(column)) {
                complaints
                    .push((column.name.to_owned(), "the column is missing, and no row can be without it"));
            }
        }
        header.sound = complaints.is_empty();
        for (column, reason) in complaints {
            bad.push(BadRow {
                file: file.to_owned(),
                line: 1,
                column: Some(column),
                reason: reason.to_owned(),
            });
        }
        header
    }

    /// Where the file has this column.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.is_some_and(|column| column.name == name))
    }
}
