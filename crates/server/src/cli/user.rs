//! `portal-server user`.

use clap::{Args, Subcommand, ValueEnum};
use portal_store::{Db, Role};

use crate::clock::Clock;
use crate::users::{self, NewUser};

use super::database::Database;
use super::{Failure, prompt, table};

/// Who may sign in.
#[derive(Args)]
pub(super) struct User {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Let a contact sign in. The password is asked for, or read from standard input as one line.
    Add(Add),
    /// Show who may sign in.
    List {
        #[command(flatten)]
        database: Database,
    },
    /// Give a user a new password; all sessions of the user end.
    Password {
        /// The user's e-mail address.
        #[arg(long)]
        email: String,
        #[command(flatten)]
        database: Database,
    },
    /// Let a user sign in no more; all sessions of the user end.
    Disable {
        /// The user's e-mail address.
        #[arg(long)]
        email: String,
        #[command(flatten)]
        database: Database,
    },
}

#[derive(Args)]
struct Add {
    /// The e-mail address of the contact (its emailaddress1), to sign in with.
    #[arg(long)]
    email: String,
    /// What the user may see.
    #[arg(long, value_enum)]
    role: RoleName,
    /// For an administrator who is no contact yet: makes the contact.
    #[arg(long)]
    first_name: Option<String>,
    /// For an administrator who is no contact yet: makes the contact.
    #[arg(long)]
    last_name: Option<String>,
    #[command(flatten)]
    database: Database,
}

/// The roles as they are typed.
#[derive(Clone, Copy, ValueEnum)]
enum RoleName {
    /// Sees and does everything.
    Administrator,
    /// Sees all orders of the own account.
    Representative,
    /// Sees the own orders.
    User,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Administrator => Self::Administrator,
            RoleName::Representative => Self::CustomerRepresentative,
            RoleName::User => Self::AuthorizedUser,
        }
    }
}

impl User {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Add(add) => add.run().await,
            Command::List { database } => list(&database.open().await?).await,
            Command::Password { email, database } => {
                let db = database.open().await?;
                users::set_password(&db, &email, &prompt::new_password()?).await?;
                println!("{email} has a new password.");
                Ok(())
            }
            Command::Disable { email, database } => {
                users::disable(&database.open().await?, &email).await?;
                println!("{email} can no longer sign in.");
                Ok(())
            }
        }
    }
}

impl Add {
    async fn run(self) -> Result<(), Failure> {
        let names = match (self.first_name, self.last_name) {
            (Some(first), Some(last)) => Some((first, last)),
            (None, None) => None,
            _ => return Err(Failure::HalfAName),
        };
        let db = self.database.open().await?;
        let password = prompt::new_password()?;
        let (email, role) = (self.email, self.role.into());
        let new = NewUser { email: email.clone(), role, password, names, demonstration: false };
        users::add(&db, &Clock::system(), new).await?;
        println!("{email} can sign in as {role}.");
        Ok(())
    }
}

async fn list(db: &Db) -> Result<(), Failure> {
    let rows: Vec<_> = users::list(db)
        .await?
        .into_iter()
        .map(|user| {
            let state = match (user.disabled, user.demonstration) {
                (true, _) => "disabled",
                (false, true) => "demonstration",
                (false, false) => "",
            };
            [user.email, user.name, user.role, user.account, state.to_owned()]
        })
        .collect();
    if rows.is_empty() {
        println!("Nobody can sign in yet: see `portal-server user add --help`.");
    } else {
        table::print(["E-mail", "Name", "Role", "Account", ""], &rows);
    }
    Ok(())
}
