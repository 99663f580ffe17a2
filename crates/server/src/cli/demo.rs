//! `portal-server demo`.

use clap::Args;

use crate::clock::Clock;
use crate::{demonstration, users};

use super::database::Database;
use super::{Failure, table};

/// Loads the demonstration.
#[derive(Args)]
pub(super) struct Demo {
    #[command(flatten)]
    database: Database,
}

impl Demo {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let db = self.database.open().await?;
        match demonstration::load(&db, &Clock::system()).await? {
            Some(report) => print!("{report}"),
            None => println!("The demonstration is loaded already."),
        }
        table::print_demonstration_users(&users::list(&db).await?);
        db.close().await;
        Ok(())
    }
}
