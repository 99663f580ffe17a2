//! The database file: opening, settings, migrations, and the two ways in (many readers, one writer).
//! No table is named here, and no SQL but pragmas.

mod open;
mod reader;
mod readers;

use std::sync::Arc;

use sqlx::{Sqlite, SqlitePool, Transaction};

use crate::StoreError;
pub use open::OpenError;
pub use reader::Observed;
pub(crate) use reader::Reader;
use readers::Readers;

/// A transaction that may write. Dropped without `commit`, nothing of it stays.
pub type WriteTransaction = Transaction<'static, Sqlite>;

/// An open database. Cloning is cheap; all clones share the same connections.
#[derive(Clone, Debug)]
pub struct Db {
    readers: Arc<Readers>,
    reads: SqlitePool,
    writes: SqlitePool,
    /// The directory of a temporary database, removed when the last clone goes.
    _directory: Option<Arc<tempfile::TempDir>>,
}

impl Db {
    /// Answers a question from one snapshot of the business tables. A dropped future interrupts it.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.readers.run(job).await
    }

    /// Looks something up by its key, on the calling thread: a search of microseconds is dearer to hand on than to do.
    ///
    /// # Errors
    /// What `look` meets, or a connection that cannot be opened.
    pub fn look_up<T>(
        &self,
        look: impl FnOnce(&rusqlite::Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        self.readers.look_up(look)
    }

    /// The pool of connections that can only read, for the small questions of the server about itself.
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
        self.readers.close();
        self.reads.close().await;
        self.writes.close().await;
    }
}
