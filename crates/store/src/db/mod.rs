//! The database file: opening, settings, migrations, and the two ways in (many readers, one writer).
//! No table is named here, and no SQL but pragmas.

mod open;

use std::sync::Arc;

use sqlx::{Sqlite, SqlitePool, Transaction};

pub use open::OpenError;

/// A transaction that may write. Dropped without `commit`, nothing of it stays.
pub type WriteTransaction = Transaction<'static, Sqlite>;

/// An open database. Cloning is cheap; all clones share the same connections.
#[derive(Clone, Debug)]
pub struct Db {
    reads: SqlitePool,
    writes: SqlitePool,
    /// The directory of a temporary database, removed when the last clone goes.
    _directory: Option<Arc<tempfile::TempDir>>,
}

impl Db {
    /// The pool of connections that can only read.
    pub fn reads(&self) -> &SqlitePool {
        &self.reads
    }

    /// Begins a transaction on the one connection that writes; waits while another write is under way.
    /// It is `IMMEDIATE`: a transaction that starts as a reader and turns into a writer can fail without waiting.
    ///
    /// # Errors
    /// The database is closed, or locked by another program for longer than the busy timeout.
    pub async fn begin_write(&self) -> Result<WriteTransaction, sqlx::Error> {
        self.writes.begin_with("BEGIN IMMEDIATE").await
    }

    /// Closes all connections, after the statements under way; folds the write-ahead log into the file.
    pub async fn close(&self) {
        self.reads.close().await;
        self.writes.close().await;
    }
}
