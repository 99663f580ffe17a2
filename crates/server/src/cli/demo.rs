//! `portal-server demo`.

use clap::Args;
use portal_store::demo::Recent;

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
        let clock = Clock::system();
        match demonstration::load(&db, &clock).await? {
            Some(report) => print!("{report}"),
            None => println!("The demonstration is loaded already."),
        }
        if let Some(recent) = demonstration::add_recent(&db, &clock).await? {
            let Recent { orders, lines, notes, .. } = recent;
            println!(
                "and {orders} orders of these days with {lines} lines and {notes} notes and attachments"
            );
        }
        table::print_demonstration_users(&users::list(&db).await?);
        db.close().await;
        Ok(())
    }
}
