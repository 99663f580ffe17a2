//! The list of users.

use portal_store::Db;
use sqlx::Row;

/// A user as an operator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The address to sign in with, in lower case.
    pub email: String,
    /// The contact's name.
    pub name: String,
    /// The name of the web role.
    pub role: String,
    /// The number and name of the account; empty without one.
    pub account: String,
    /// May not sign in any more.
    pub disabled: bool,
    /// Has a password that everybody knows.
    pub demonstration: bool,
}

/// All users, by role and then by address.
///
/// # Errors
/// The database cannot be read.
pub async fn list(db: &Db) -> Result<Vec<User>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT u.email, u.role, u.disabled, u.demonstration, COALESCE(c.fullname, c.lastname) AS name,
                COALESCE(COALESCE(a.accountnumber || ', ', '') || a.name, '') AS account
           FROM portal_user u
           JOIN contact c ON c.contactid = u.contactid
           LEFT JOIN account a ON a.accountid = c.parentcustomerid AND c.parentcustomeridtype = 'account'
          ORDER BY CASE u.role WHEN 'Administrator' THEN 1 WHEN 'Customer representative' THEN 2 ELSE 3 END, u.email",
    )
    .fetch_all(db.reads())
    .await?;
    rows.iter()
        .map(|row| {
            Ok(User {
                email: row.try_get("email")?,
                name: row.try_get("name")?,
                role: row.try_get("role")?,
                account: row.try_get("account")?,
                disabled: row.try_get("disabled")?,
                demonstration: row.try_get("demonstration")?,
            })
        })
        .collect()
}
