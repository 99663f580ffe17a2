//! The connections that read business tables. A request's whole question runs in one go on a thread that may wait:
//! its statements share one snapshot, rows are taken over one by one without being copied in between, and a question
//! that nobody waits for any more is interrupted.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use tokio::sync::Semaphore;

use super::Reader;
use super::open::{BUSY_TIMEOUT, READ_PRAGMAS};
use crate::StoreError;

/// How many requests can read at the same time; more wait for their turn.
const READERS: usize = 8;

/// How long a request waits for its turn.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// After so many of SQLite's instructions a job looks whether somebody still waits for it: some ten microseconds.
const INSTRUCTIONS: i32 = 1000;

/// How many prepared statements a connection keeps.
const STATEMENTS: usize = 256;

/// Connections that can only read, opened when they are first needed.
#[derive(Debug)]
pub(super) struct Readers {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
    turns: Arc<Semaphore>,
}

impl Readers {
    /// Readers of a database file that is there.
    pub(super) fn of(file: PathBuf) -> Arc<Self> {
        Arc::new(Self { file, idle: Mutex::default(), turns: Arc::new(Semaphore::new(READERS)) })
    }

    /// Runs `job` on a snapshot of the database. If the returned future is dropped, the job is interrupted.
    pub(super) async fn run<T: Send + 'static>(
        self: &Arc<Self>,
        job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let turn = tokio::time::timeout(LONGEST_WAIT, self.turns.clone().acquire_owned()).await;
        let (Ok(Ok(turn)), readers) = (turn, self.clone()) else {
            return Err(StoreError::Busy("no reader became free".into()));
        };
        let waiting = Waiting::default();
        let given_up = waiting.0.clone();
        let done = tokio::task::spawn_blocking(move || {
            // The turn goes with the work, which can outlast its caller by a moment.
            let _turn = turn;
            readers.work(given_up, job)
        });
        match done.await {
            Ok(result) => result,
            Err(failed) if failed.is_panic() => std::panic::resume_unwind(failed.into_panic()),
            Err(failed) => Err(StoreError::Busy(failed.into())),
        }
    }

    /// Runs `look` here and now.
    pub(super) fn look_up<T>(
        &self,
        look: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let connection = self.take()?;
        let result = look(&connection);
        self.put_back(connection);
        Ok(result?)
    }

    fn take(&self) -> Result<Connection, rusqlite::Error> {
        let idle = lock(&self.idle).pop();
        idle.map_or_else(|| self.open(), Ok)
    }

    fn work<T>(
        &self,
        given_up: Arc<AtomicBool>,
        job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let connection = self.take()?;
        connection.progress_handler(INSTRUCTIONS, Some(move || given_up.load(Ordering::Relaxed)))?;
        let result = snapshot(&connection, job);
        connection.progress_handler(0, None::<fn() -> bool>)?;
        self.put_back(connection);
        result
    }

    /// Keeps a connection for the next job, unless its last one ended so that its transaction is still open.
    fn put_back(&self, connection: Connection) {
        if !self.turns.is_closed() && connection.is_autocommit() {
            lock(&self.idle).push(connection);
        }
    }

    fn open(&self) -> Result<Connection, rusqlite::Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.file, flags)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        for (name, value) in READ_PRAGMAS {
            connection.pragma_update(None, name, value)?;
        }
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(connection)
    }

    /// Lets nobody in any more, and closes what is idle; the others close when they have finished.
    pub(super) fn close(&self) {
        self.turns.close();
        lock(&self.idle).clear();
    }
}

/// All statements of a job see the same state of the database.
fn snapshot<T>(
    connection: &Connection,
    job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let run = |text| connection.prepare_cached(text)?.execute(());
    run("BEGIN")?;
    let result = job(&Reader::new(connection));
    // Nothing was written, so that ending the transaction either way loses nothing.
    run("ROLLBACK")?;
    result
}

/// Says that nobody waits any more when it is dropped.
#[derive(Default)]
struct Waiting(Arc<AtomicBool>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What was locked by a thread that panicked is still whole: nothing above leaves it half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Db;
    use crate::sql::Sql;

    /// A statement that never ends by itself.
    const ENDLESS: &str =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";

    #[tokio::test]
    async fn a_question_that_nobody_waits_for_is_interrupted_and_the_next_one_is_not() {
        let db = Db::temporary().await.unwrap();
        let (begun, ended) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let (has_begun, has_ended) = (begun.clone(), ended.clone());
        let question = db.read(move |reader| {
            has_begun.store(true, Ordering::SeqCst);
            let result = reader.fetch(&Sql::new(ENDLESS));
            has_ended.store(true, Ordering::SeqCst);
            result
        });
        let running = async {
            while !begun.load(Ordering::SeqCst) {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            _ = question => panic!("it has no end"),
            () = running => {}
        }
        while !ended.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
        let rows = db.read(|reader| reader.fetch(&Sql::new("SELECT 1"))).await.unwrap();
        assert_eq!(rows.len(), 1);
    }

    #[tokio::test]
    async fn a_closed_database_refuses() {
        let db = Db::temporary().await.unwrap();
        db.close().await;
        let refused = db.read(|reader| reader.fetch(&Sql::new("SELECT 1"))).await;
        assert!(matches!(refused, Err(StoreError::Busy(_))));
    }
}
