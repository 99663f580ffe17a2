//! Opening a database from its address.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::SqlitePool;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::Db;

/// All migrations, embedded; applied in order when a database is opened.
static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// The oldest SQLite that is used: earlier ones can lose a committed write when a WAL checkpoint meets a reset.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// How long a statement waits for a lock that another process holds.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// How many requests can read at the same time; more wait for their turn.
const READERS: u32 = 8;

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address names an engine other than SQLite.
    #[error("the database {0:?} is not supported yet: use sqlite://PATH")]
    NotSupported(String),
    /// SQLite is too old to be trusted with a write-ahead log.
    #[error("SQLite {0} is too old: 3.51.3 or newer is needed")]
    TooOld(String),
    /// A temporary directory could not be made.
    #[error("no temporary directory for the database")]
    Directory(#[source] std::io::Error),
    /// The file cannot be opened, or its address cannot be read.
    #[error("the database cannot be opened")]
    Connect(#[from] sqlx::Error),
    /// The file was made by another version of this program.
    #[error("the tables of the database cannot be brought up to date")]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

impl Db {
    /// Opens the database at `url`, makes the file if there is none, and brings its tables up to date.
    /// `sqlite://PATH` is a file; `sqlite::memory:` is a database of its own that goes with the last clone.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        if url == "sqlite::memory:" {
            return Self::temporary().await;
        }
        if !url.starts_with("sqlite:") {
            let scheme = url.split_once(':').map_or(url, |(scheme, _)| scheme);
            return Err(OpenError::NotSupported(scheme.to_owned()));
        }
        Self::connect(SqliteConnectOptions::from_str(url)?, None).await
    }

    /// Opens an empty database in a temporary file, with the same settings as one that lasts.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn temporary() -> Result<Self, OpenError> {
        let directory = tempfile::tempdir().map_err(OpenError::Directory)?;
        let file = directory.path().join("portal.db");
        Self::connect(SqliteConnectOptions::new().filename(file), Some(Arc::new(directory))).await
    }

    async fn connect(
        options: SqliteConnectOptions,
        directory: Option<Arc<tempfile::TempDir>>,
    ) -> Result<Self, OpenError> {
        let options = settings(options);
        let writes = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
        refuse_old_engine(&writes).await?;
        MIGRATIONS.run(&writes).await?;
        let reads = SqlitePoolOptions::new()
            .max_connections(READERS)
            .test_before_acquire(false)
            .connect_with(options.pragma("query_only", "ON"))
            .await?;
        Ok(Self { reads, writes, _directory: directory })
    }
}

/// The settings every connection has. `FULL` because an order that was answered with "created" must survive
/// a power cut; no memory map because an error on a mapped page ends the process.
fn settings(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY_TIMEOUT)
        .statement_cache_capacity(256)
        .pragma("mmap_size", "0")
        .pragma("temp_store", "MEMORY")
        .pragma("cache_size", "-32768")
}

async fn refuse_old_engine(pool: &SqlitePool) -> Result<(), OpenError> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(pool).await?;
    let mut found = [0; 3];
    for (place, part) in found.iter_mut().zip(version.split('.')) {
        *place = part.parse().unwrap_or(0);
    }
    if found < OLDEST_SQLITE { Err(OpenError::TooOld(version)) } else { Ok(()) }
}
