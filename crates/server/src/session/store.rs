//! The rows behind the cookies.

use portal_store::{Db, Role, Viewer};
use sqlx::{Row, SqliteConnection, sqlite::SqliteRow};
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
pub(super) async fn find(db: &Db, now: i64, token: &Token) -> Result<Option<SignedIn>, sqlx::Error> {
    let hash = token.hash();
    let row = sqlx::query(
        "SELECT s.last_seen, u.email, u.role, c.contactid, c.firstname, c.lastname,
                CASE c.parentcustomeridtype WHEN 'account' THEN c.parentcustomerid END AS account
           FROM portal_session s
           JOIN portal_user u ON u.contactid = s.contactid
           JOIN contact c ON c.contactid = s.contactid
          WHERE s.token_hash = $1 AND s.expires > $2 AND s.last_seen > $3 AND u.disabled = 0",
    )
    .bind(&hash)
    .bind(now)
    .bind(now - IDLE)
    .fetch_optional(db.reads())
    .await?;
    let Some(row) = row else { return Ok(None) };
    if now - row.try_get::<i64, _>("last_seen")? >= TOUCH_EVERY {
        touch(db, now, &hash).await;
    }
    person(&row).map(Some)
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

fn person(row: &SqliteRow) -> Result<SignedIn, sqlx::Error> {
    let key = |text: &str| Uuid::try_parse(text).map_err(|error| sqlx::Error::Decode(error.into()));
    let role = row.try_get::<&str, _>("role")?.parse::<Role>();
    Ok(SignedIn {
        viewer: Viewer {
            contact: key(row.try_get("contactid")?)?,
            account: row.try_get::<Option<&str>, _>("account")?.map(key).transpose()?,
            role: role.map_err(|error| sqlx::Error::Decode(error.into()))?,
        },
        email: row.try_get("email")?,
        first_name: row.try_get::<Option<String>, _>("firstname")?.unwrap_or_default(),
        last_name: row.try_get::<Option<String>, _>("lastname")?.unwrap_or_default(),
    })
}
