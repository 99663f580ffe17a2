//! The demonstration: Northwind's data, and one account for each role with a password that everybody may know.
//! Such accounts exist only in a database made from the demonstration.

use portal_store::import::{self, ImportError, Report};
use portal_store::{Db, Role, demo};

use crate::clock::Clock;
use crate::users::{self, NewUser, UserError};

/// The password of all demonstration accounts.
pub const PASSWORD: &str = "northwind-demo";

/// One of the accounts.
struct Account {
    email: &'static str,
    role: Role,
    /// First and last name of who is not among Northwind's contacts.
    names: Option<(&'static str, &'static str)>,
}

/// The administrator is one of Northwind's own people, and no customer.
const ACCOUNTS: [Account; 3] = [
    Account {
        email: "admin@northwind.example",
        role: Role::Administrator,
        names: Some(("Nancy", "Davolio")),
    },
    Account { email: "contact@savea.example", role: Role::CustomerRepresentative, names: None },
    Account { email: "contact@ernsh.example", role: Role::AuthorizedUser, names: None },
];

/// Why the demonstration was not loaded.
#[derive(Debug, thiserror::Error)]
pub enum DemonstrationError {
    /// The demonstration is not mixed with other data.
    #[error(
        "this database holds other data already. Demonstration accounts exist only in a database made from the \
         demonstration: name another file with --database"
    )]
    NotEmpty,
    /// The data was not imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// An account was not made.
    #[error(transparent)]
    User(#[from] UserError),
    /// The database failed.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
}

/// Loads data and accounts into an empty database. A second time (then there is no report) only missing accounts
/// are made, so that nothing that was changed since is changed back.
///
/// # Errors
/// See [`DemonstrationError`].
pub async fn load(db: &Db, clock: &Clock) -> Result<Option<Report>, DemonstrationError> {
    let loaded: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM portal_meta WHERE name = 'demonstration')")
            .fetch_one(db.reads())
            .await?;
    let mut report = None;
    if !loaded {
        refuse_other_data(db).await?;
        report = Some(import::import(db, &demo::NORTHWIND).await?);
        let mut write = db.begin_write().await?;
        sqlx::query("INSERT INTO portal_meta (name, value) VALUES ('demonstration', 'northwind')")
            .execute(&mut *write)
            .await?;
        write.commit().await?;
    }
    add_users(db, clock).await?;
    Ok(report)
}

async fn refuse_other_data(db: &Db) -> Result<(), DemonstrationError> {
    let filled: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM account) OR EXISTS (SELECT 1 FROM salesorder)
             OR EXISTS (SELECT 1 FROM portal_user)",
    )
    .fetch_one(db.reads())
    .await?;
    if filled { Err(DemonstrationError::NotEmpty) } else { Ok(()) }
}

/// Makes the accounts that are not there yet.
async fn add_users(db: &Db, clock: &Clock) -> Result<(), UserError> {
    let known = users::list(db).await?;
    for Account { email, role, names } in ACCOUNTS {
        if known.iter().any(|user| user.email == email) {
            continue;
        }
        let new = NewUser {
            email: email.to_owned(),
            role,
            password: PASSWORD.to_owned(),
            names: names.map(|(first, last)| (first.to_owned(), last.to_owned())),
            demonstration: true,
        };
        users::add(db, clock, new).await?;
    }
    Ok(())
}
