//! `portal-server generate`.

use clap::Args;
use portal_store::generate;

use super::Failure;
use super::database::Database;

/// Makes orders up.
#[derive(Args)]
pub(super) struct Generate {
    /// How many orders the database is to have of these; a larger number adds the ones that are missing.
    #[arg(long, value_name = "N")]
    orders: u64,
    /// Another seed makes other orders; the same seed always makes the same.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    database: Database,
}

impl Generate {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let db = self.database.open().await?;
        println!("{}", generate::generate(&db, self.orders, self.seed).await?);
        db.close().await;
        Ok(())
    }
}
