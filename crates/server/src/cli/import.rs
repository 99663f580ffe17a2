//! `portal-server import`.

use std::path::PathBuf;

use clap::Args;
use portal_store::import::{self, Source};

use super::Failure;
use super::database::Database;

/// Imports a folder.
#[derive(Args)]
pub(super) struct Import {
    /// The folder: salesorders.csv, accounts.csv and so on, columns by logical name.
    folder: PathBuf,
    #[command(flatten)]
    database: Database,
}

impl Import {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let db = self.database.open().await?;
        let report = import::import(&db, &Source::Folder(self.folder)).await?;
        print!("{report}");
        db.close().await;
        Ok(())
    }
}
