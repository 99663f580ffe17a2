//! The option that every command has: which database.

use std::path::Path;

use clap::Args;
use portal_store::Db;

use super::Failure;

/// Which database.
#[derive(Args, Clone, Debug)]
pub(super) struct Database {
    /// The database file; it is made if there is none.
    #[arg(long, value_name = "URL", default_value = "sqlite://var/portal.sqlite", env = "PORTAL_DATABASE")]
    database: String,
}

impl Database {
    /// Opens it, and makes its folder.
    pub(super) async fn open(&self) -> Result<Db, Failure> {
        if let Some(folder) = self.file().and_then(|file| Path::new(file).parent()) {
            std::fs::create_dir_all(folder).map_err(|error| Failure::Folder(folder.to_owned(), error))?;
        }
        Db::open(&self.database).await.map_err(|error| Failure::Open(self.database.clone(), error))
    }

    /// The option as it must be repeated in a command; empty for the usual database.
    pub(super) fn option(&self) -> String {
        if self.database == "sqlite://var/portal.sqlite" {
            return String::new();
        }
        format!(" --database '{}'", self.database)
    }

    /// The path of the file, if it is one.
    fn file(&self) -> Option<&str> {
        let path = self.database.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        let path = path.split('?').next().unwrap_or(path);
        (!path.is_empty() && path != ":memory:").then_some(path)
    }
}
