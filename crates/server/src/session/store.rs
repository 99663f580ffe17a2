//! The rows behind the cookies.

use std::error::Error;
use std::str::FromStr;

use portal_store::{Db, StoreError, Viewer};
use rusqlite::types::Type;
use rusqlite::{OptionalExtension, Row};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::{IDLE, LONGEST, SignedIn, Token};

/// How many seconds may pass before a session's last use is written again: reading must not become writing.
const TOUCH_EVERY: i64 = 300;

/// Begins a session and removes those that are over.
pub(crate) async fn begin(db: &Db, contact: Uuid, now: i64, token: &Token) -> Result<(), sqlx::Error> {
    let mut write = db.begin_write().await?;
    sqlx::query("DELETE FROM portal_session WHERE expires <= $1 OR last_seen <= $2")
        .bind(now)
        .bind(now - IDLE)
        .execute(&mut *write)
        .await?;
    sqlx::query(
        "INSERT INTO portal_session (token_hash, contactid, created, last_seen, expires)
         VALUES ($1, $2, $3, $3, $4)",
    )
    .bind(token.hash())
    .bind(contact.to_string())
    .bind(now)
    .bind(now + LONGEST)
    .execute(&mut *write)
    .await?;
    write.commit().await
}

/// The person of a session that is alive. One statement; now and then a second one that keeps the session alive.
pub(super) async fn find(db: &Db, now: i64, token: &Token) -> Result<Option<SignedIn>, StoreError> {
    let hash = token.hash();
    let found = db.look_up(|connection| {
        let mut statement = connection.prepare_cached(
            "SELECT s.last_seen, u.email, u.role, c.contactid, c.firstname, c.lastname,
                    CASE c.parentcustomeridtype WHEN 'account' THEN c.parentcustomerid END AS account
               FROM portal_session s
               JOIN portal_user u ON u.contactid = s.contactid
               JOIN contact c ON c.contactid = s.contactid
              WHERE s.token_hash = $1 AND s.expires > $2 AND s.last_seen > $3 AND u.disabled = 0",
        )?;
        let seen = |row: &Row<'_>| Ok((row.get::<_, i64>("last_seen")?, person(row)?));
        statement.query_row((&hash, now, now - IDLE), seen).optional()
    })?;
    let Some((last_seen, person)) = found else { return Ok(None) };
    if now - last_seen >= TOUCH_EVERY {
        touch(db, now, &hash).await;
    }
    Ok(Some(person))
}

/// Writes that a session was used. That it fails is no reason to refuse the request.
async fn touch(db: &Db, now: i64, hash: &str) {
    let written = async {
        let mut write = db.begin_write().await?;
        sqlx::query("UPDATE portal_session SET last_seen = $1 WHERE token_hash = $2")
            .bind(now)
            .bind(hash)
            .execute(&mut *write)
            .await?;
        write.commit().await
    };
    if let Err(error) = written.await {
        tracing::warn!("the last use of a session was not written: {error}");
    }
}

/// Ends one session.
pub(crate) async fn end(db: &Db, token: &Token) -> Result<(), sqlx::Error> {
    let mut write = db.begin_write().await?;
    sqlx::query("DELETE FROM portal_session WHERE token_hash = $1")
        .bind(token.hash())
        .execute(&mut *write)
        .await?;
    write.commit().await
}

/// Ends all sessions of a person, as part of a larger write.
pub(crate) async fn end_all(write: &mut SqliteConnection, contact: &str) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM portal_session WHERE contactid = $1").bind(contact).execute(write).await?;
    Ok(())
}

fn person(row: &Row<'_>) -> rusqlite::Result<SignedIn> {
    Ok(SignedIn {
        viewer: Viewer {
            contact: parsed(row, "contactid")?.ok_or(rusqlite::Error::InvalidQuery)?,
            account: parsed(row, "account")?,
            role: parsed(row, "role")?.ok_or(rusqlite::Error::InvalidQuery)?,
        },
        email: row.get("email")?,
        first_name: row.get::<_, Option<_>>("firstname")?.unwrap_or_default(),
        last_name: row.get::<_, Option<_>>("lastname")?.unwrap_or_default(),
    })
}

/// The value of a column whose text has a meaning.
fn parsed<T: FromStr<Err: Error + Send + Sync + 'static>>(
    row: &Row<'_>,
    name: &str,
) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(name)?;
    let wrong = |error: T::Err| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error.into());
    text.map(|text| text.parse().map_err(wrong)).transpose()
}
