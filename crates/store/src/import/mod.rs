//! The import of an ERP export: one CSV file for each table, columns by logical name, lookups as keys.
//! All or nothing: every bad row of every file is named in one run, and then nothing of the run stays.
//! No row is ever deleted, and a column that a file does not have is left as it is.

mod derive;
mod header;
mod load;
mod names;
mod references;
mod refusals;
mod report;
mod row;
mod rows;
mod source;

pub use refusals::{BadRow, ImportError, Refusals};
pub use report::{Report, TableReport};
pub use source::Source;

pub(crate) use derive::derive;

use std::collections::HashSet;

use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::bulk::Versions;
use crate::schema::{Table, tables};
use crate::{Db, StoreError};

/// What is known over all files while they are read.
struct Run<'a> {
    source: &'a Source,
    versions: Versions,
    names: names::Names,
    customers: references::Customers,
    /// The keys of rows that were refused; what points to them is not refused as well.
    refused_keys: HashSet<Uuid>,
    /// Tables whose keys are not known, because their file has none; what points to them is not refused either.
    keyless: HashSet<&'static str>,
    bad: Refusals,
    report: Report,
}

/// Imports the files of a source. Known rows are changed where they differ; a second import changes nothing.
///
/// # Errors
/// [`ImportError::Refused`] with every bad row; then the database is as it was.
pub async fn import(db: &Db, source: &Source) -> Result<Report, ImportError> {
    let files = source.files()?;
    let wanted: Vec<&'static Table> =
        tables().iter().copied().filter(|table| files.contains(&file_of(table))).collect();
    if wanted.is_empty() {
        return Err(ImportError::NothingToImport);
    }
    let known = |file: &String| wanted.iter().any(|table| file_of(table) == *file);
    let skipped_files = files.iter().filter(|file| !known(file)).cloned().collect();

    let mut transaction = db.begin_write().await.map_err(StoreError::from)?;
    let mut run = Run {
        source,
        versions: Versions::take(&mut transaction).await?,
        names: names::Names::default(),
        customers: references::Customers::find(&mut transaction, source, &wanted).await?,
        refused_keys: HashSet::new(),
        keyless: HashSet::new(),
        bad: Refusals::default(),
        report: Report { tables: Vec::new(), skipped_files },
    };
    fill(&mut transaction, &mut run, &wanted).await?;
    let changed = run.report.changed();
    run.versions.put(&mut transaction).await?;
    if changed {
        transaction.commit().await.map_err(StoreError::from)?;
    }
    Ok(run.report)
}

/// Reads all files into the database, and says whether they may stay there.
async fn fill(
    connection: &mut SqliteConnection,
    run: &mut Run<'_>,
    wanted: &[&'static Table],
) -> Result<(), ImportError> {
    for table in wanted {
        load::load(connection, run, table).await?;
    }
    run.names.report(&mut run.report);
    references::check(connection, run, wanted).await?;
    if run.bad.total > 0 {
        return Err(ImportError::Refused(std::mem::take(&mut run.bad).sorted()));
    }
    if run.report.changed() {
        derive(connection).await?;
    }
    Ok(())
}

/// The name of a table's file.
fn file_of(table: &Table) -> String {
    format!("{}.csv", table.set)
}
