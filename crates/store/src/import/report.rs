//! What an import did, for programs and as text for the command line.

use std::fmt;

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Each table that was in it.
    pub tables: Vec<TableReport>,
    /// Files that are not of a known table.
    pub skipped_files: Vec<String>,
}

/// What an import did to one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableReport {
    /// The entity set name.
    pub set: &'static str,
    /// Rows that were not there before.
    pub inserted: u64,
    /// Rows that differed.
    pub updated: u64,
    /// Rows that were already the same.
    pub unchanged: u64,
    /// Columns of the file that the table does not have.
    pub skipped_columns: Vec<String>,
}

impl Report {
    /// Whether anything in the database is different now.
    pub fn changed(&self) -> bool {
        self.tables.iter().any(|table| table.inserted + table.updated > 0)
    }

    /// What was done to the table with this entity set name.
    pub fn table(&self, set: &str) -> Option<&TableReport> {
        self.tables.iter().find(|table| table.set == set)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for TableReport { set, inserted, updated, unchanged, skipped_columns } in &self.tables {
            writeln!(f, "{set:<24} {inserted:>9} new, {updated:>9} changed, {unchanged:>9} unchanged")?;
            if !skipped_columns.is_empty() {
                let names: Vec<_> = skipped_columns.iter().map(|name| shown(name)).collect();
                writeln!(f, "{:<24} skipped unknown columns: {}", "", names.join(", "))?;
            }
        }
        for file in &self.skipped_files {
            writeln!(f, "{file:<24} skipped: no table has this name")?;
        }
        if !self.changed() {
            writeln!(f, "Nothing has changed.")?;
        }
        Ok(())
    }
}

/// A column without a name is still one.
fn shown(name: &str) -> &str {
    if name.is_empty() { "(without a name)" } else { name }
}
