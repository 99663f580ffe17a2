//! Making, changing and disabling users.

use portal_store::{Db, Role};
use sqlx::{Row, SqliteConnection};
use uuid::Uuid;

use crate::clock::Clock;
use crate::{contacts, session};

use super::password::{self, PasswordProblem};

/// A user to be made.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// The e-mail address; the contact is found by it, whatever its letter case.
    pub email: String,
    /// What the user may see.
    pub role: Role,
    /// The password as typed.
    pub password: String,
    /// First and last name, for an administrator who is no contact yet.
    pub names: Option<(String, String)>,
    /// The password is known to everybody.
    pub demonstration: bool,
}

/// Why a user was not made or changed.
#[derive(Debug, thiserror::Error)]
pub enum UserError {
    /// The password is not taken.
    #[error(transparent)]
    Password(#[from] PasswordProblem),
    /// It is not an address.
    #[error("{0:?} is not an e-mail address")]
    NoAddress(String),
    /// Nobody is known by this address.
    #[error(
        "no contact has the e-mail address {0}: import or correct the contact first \
         (an administrator can be made with --first-name and --last-name)"
    )]
    NoContact(String),
    /// More than one contact has this address.
    #[error("several contacts have the e-mail address {0}: {1}. Only one may have it")]
    SeveralContacts(String, String),
    /// Without an account there is nothing that the user could see.
    #[error("the contact {0} belongs to no account: a {1} needs one")]
    NoAccount(String, Role),
    /// Names were given for a user whose contact must come from the ERP.
    #[error(
        "only an administrator can be made together with a contact; the contact of a {0} comes from the ERP"
    )]
    NamesNotAllowed(Role),
    /// The user is there already.
    #[error("{0} is a user already: disable it first, or set a new password with `user password`")]
    KnownUser(String),
    /// There is no such user.
    #[error("there is no user {0}: see `portal-server user list`")]
    UnknownUser(String),
    /// The password could not be hashed.
    #[error("the password could not be hashed: {0}")]
    Hash(argon2::password_hash::Error),
    /// The database failed.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
}

/// Makes a user of a contact; a disabled user is made anew.
///
/// # Errors
/// See [`UserError`]; then nothing has changed.
pub async fn add(db: &Db, clock: &Clock, new: NewUser) -> Result<(), UserError> {
    password::check(&new.password)?;
    let email = address(&new.email)?;
    let hash = password::hash(&new.password).map_err(UserError::Hash)?;
    let mut write = db.begin_write().await?;
    let contact = contact(&mut write, clock, &email, &new).await?;
    let made = sqlx::query(
        "INSERT INTO portal_user (contactid, email, password_hash, role, disabled, demonstration, created)
         VALUES ($1, $2, $3, $4, 0, $5, $6)
         ON CONFLICT (contactid) DO UPDATE SET email = excluded.email, password_hash = excluded.password_hash,
            role = excluded.role, disabled = 0, demonstration = excluded.demonstration
          WHERE portal_user.disabled = 1",
    )
    .bind(contact)
    .bind(&email)
    .bind(hash)
    .bind(new.role.name())
    .bind(new.demonstration)
    .bind(clock.seconds())
    .execute(&mut *write)
    .await;
    match made {
        Ok(made) if made.rows_affected() == 0 => return Err(UserError::KnownUser(email)),
        Err(error) if is_duplicate(&error) => return Err(UserError::KnownUser(email)),
        made => made?,
    };
    Ok(write.commit().await?)
}

/// Takes the right to sign in from a user, and ends the user's sessions.
///
/// # Errors
/// There is no such user, or the database failed.
pub async fn disable(db: &Db, email: &str) -> Result<(), UserError> {
    let email = address(email)?;
    let mut write = db.begin_write().await?;
    let contact = known(&mut write, &email).await?;
    sqlx::query("UPDATE portal_user SET disabled = 1 WHERE contactid = $1")
        .bind(&contact)
        .execute(&mut *write)
        .await?;
    session::end_all(&mut write, &contact).await?;
    Ok(write.commit().await?)
}

/// Gives a user a new password, and ends the user's sessions. The password is then no longer known to everybody.
///
/// # Errors
/// The password is not taken, there is no such user, or the database failed.
pub async fn set_password(db: &Db, email: &str, password: &str) -> Result<(), UserError> {
    password::check(password)?;
    let email = address(email)?;
    let hash = password::hash(password).map_err(UserError::Hash)?;
    let mut write = db.begin_write().await?;
    let contact = known(&mut write, &email).await?;
    sqlx::query("UPDATE portal_user SET password_hash = $1, demonstration = 0 WHERE contactid = $2")
        .bind(hash)
        .bind(&contact)
        .execute(&mut *write)
        .await?;
    session::end_all(&mut write, &contact).await?;
    Ok(write.commit().await?)
}

/// The contact and the password hash of a user who may sign in.
pub(crate) async fn for_sign_in(db: &Db, email: &str) -> Result<Option<(Uuid, String)>, sqlx::Error> {
    let row =
        sqlx::query("SELECT contactid, password_hash FROM portal_user WHERE email = $1 AND disabled = 0")
            .bind(email.trim().to_lowercase())
            .fetch_optional(db.reads())
            .await?;
    let Some(row) = row else { return Ok(None) };
    let contact =
        Uuid::try_parse(row.try_get("contactid")?).map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(Some((contact, row.try_get("password_hash")?)))
}

/// The key of the contact that a new user is: the one with the address, or a new one for an administrator.
async fn contact(
    write: &mut SqliteConnection,
    clock: &Clock,
    email: &str,
    new: &NewUser,
) -> Result<String, UserError> {
    let found = contacts::with_email(write, email).await?;
    match (found.as_slice(), &new.names) {
        ([], None) => Err(UserError::NoContact(email.to_owned())),
        ([], Some(_)) if new.role != Role::Administrator => Err(UserError::NamesNotAllowed(new.role)),
        ([], Some((first, last))) => Ok(contacts::create(write, clock.now(), first, last, email).await?),
        ([contact], _) if contact.has_account || new.role == Role::Administrator => Ok(contact.id.clone()),
        ([contact], _) => Err(UserError::NoAccount(contact.name.clone(), new.role)),
        (several, _) => {
            let names: Vec<_> =
                several.iter().map(|contact| format!("{} ({})", contact.name, contact.id)).collect();
            Err(UserError::SeveralContacts(email.to_owned(), names.join(", ")))
        }
    }
}

/// The contact of the user with this address.
async fn known(write: &mut SqliteConnection, email: &str) -> Result<String, UserError> {
    let found = sqlx::query_scalar("SELECT contactid FROM portal_user WHERE email = $1").bind(email);
    found.fetch_optional(write).await?.ok_or_else(|| UserError::UnknownUser(email.to_owned()))
}

/// The address as it is kept.
fn address(email: &str) -> Result<String, UserError> {
    let email = email.trim().to_lowercase();
    let valid = email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.len() > 1);
    if valid && !email.contains(char::is_whitespace) { Ok(email) } else { Err(UserError::NoAddress(email)) }
}

fn is_duplicate(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| error.is_unique_violation())
}
