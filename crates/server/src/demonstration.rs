//! The demonstration: Northwind's data with orders of these days, and one account for each role with a password that
//! everybody may know. Such accounts exist only in a database made from the demonstration.

use portal_store::demo::{self, Recent};
use portal_store::import::{self, ImportError, Report};
use portal_store::{Db, Role, StoreError};

use crate::clock::Clock;
use crate::erp;
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
    /// The recent orders were not made.
    #[error(transparent)]
    Recent(#[from] StoreError),
    /// An account was not made.
    #[error(transparent)]
    User(#[from] UserError),
    /// The database failed.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
}

/// Loads Northwind and the accounts into an empty database. A second time (then there is no report) only missing accounts
/// are made, so that nothing that was changed since is changed back.
///
/// # Errors
/// See [`DemonstrationError`].
pub async fn load(db: &Db, clock: &Clock) -> Result<Option<Report>, DemonstrationError> {
    let mut report = None;
    if !is_done(db, NORTHWIND).await? {
        refuse_other_data(db).await?;
        report = Some(import::import(db, &demo::NORTHWIND).await?);
        done(db, NORTHWIND).await?;
    }
    add_users(db, clock).await?;
    Ok(report)
}

/// Adds orders of the days around today to the loaded demonstration, in every state, with notes and attachments. A
/// second time (then there is no report) nothing is added.
///
/// # Errors
/// See [`DemonstrationError`].
pub async fn add_recent(db: &Db, clock: &Clock) -> Result<Option<Recent>, DemonstrationError> {
    if is_done(db, RECENT).await? {
        return Ok(None);
    }
    let recent = demo::add_recent(db, clock.now()).await?;
    let mut write = db.begin_write().await?;
    for order in &recent.unnumbered {
        // What the demonstration shows as not numbered yet stays so, whatever the stand-in does with new orders.
        erp::leave_alone(&mut write, &order.to_string()).await?;
    }
    write.commit().await?;
    done(db, RECENT).await?;
    Ok(Some(recent))
}

/// What is kept to know which parts are there.
const NORTHWIND: &str = "demonstration";
const RECENT: &str = "demonstration_recent";

async fn is_done(db: &Db, part: &str) -> Result<bool, sqlx::Error> {
    let known = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM portal_meta WHERE name = $1)");
    known.bind(part).fetch_one(db.reads()).await
}

async fn done(db: &Db, part: &str) -> Result<(), sqlx::Error> {
    let mut write = db.begin_write().await?;
    sqlx::query("INSERT INTO portal_meta (name, value) VALUES ($1, 'northwind')")
        .bind(part)
        .execute(&mut *write)
        .await?;
    write.commit().await
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
