//! The few things that the server itself asks of the table of contacts.

use sqlx::{Row, SqliteConnection};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::rows;

/// A contact as far as it matters for signing in.
pub(crate) struct Contact {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) has_account: bool,
}

/// The contacts with this e-mail address, whatever its letter case.
pub(crate) async fn with_email(
    connection: &mut SqliteConnection,
    email: &str,
) -> Result<Vec<Contact>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT contactid, COALESCE(fullname, lastname) AS name,
                COALESCE(parentcustomeridtype = 'account', FALSE) AS has_account
           FROM contact WHERE emailaddress1 = $1 COLLATE NOCASE ORDER BY name, contactid",
    )
    .bind(email)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let has_account = row.try_get("has_account")?;
            Ok(Contact { id: row.try_get("contactid")?, name: row.try_get("name")?, has_account })
        })
        .collect()
}

/// Makes a contact of the supplier's own people: without an account. Gives its key.
pub(crate) async fn create(
    write: &mut SqliteConnection,
    now: OffsetDateTime,
    first_name: &str,
    last_name: &str,
    email: &str,
) -> Result<String, sqlx::Error> {
    let id = Uuid::new_v4().to_string();
    sqlx::query(
        "INSERT INTO contact (contactid, firstname, lastname, fullname, emailaddress1, statecode, createdon,
                              modifiedon, versionnumber)
         VALUES ($1, $2, $3, $4, $5, 0, $6, $6, $7)",
    )
    .bind(&id)
    .bind(first_name)
    .bind(last_name)
    .bind(format!("{first_name} {last_name}").trim())
    .bind(email)
    .bind(rows::stored(now))
    .bind(rows::next_version(write).await?)
    .execute(write)
    .await?;
    Ok(id)
}
