//! Changing a row, with the conditions of conditional requests.

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::body::{Body, Purpose};
use super::create::{insert, version};
use super::record::Record;
use super::references::is_visible;
use super::rules;
use crate::access::{may_create, may_update};
use crate::bulk::Versions;
use crate::read::etag;
use crate::schema::{Table, VERSION};
use crate::sql::Value;
use crate::values::now;
use crate::{Db, StoreError, Viewer};

/// What must hold for a row to be written (`If-Match`, `If-None-Match`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Precondition {
    /// Nothing: a row that is not there is made.
    None,
    /// `If-Match: *`: the row is there.
    Exists,
    /// `If-Match` with a tag: the row is there and has this tag.
    Tag(String),
    /// `If-None-Match: *`: the row is not there.
    Missing,
}

/// What an update did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The row was not there and was made.
    Created,
    /// The row was changed, or was already as asked for.
    Updated,
}

/// Changes a row by a JSON object, or makes it if the precondition allows.
///
/// # Errors
/// As [`create`](super::create()); [`StoreError::RowMissing`], [`StoreError::Duplicate`] and
/// [`StoreError::VersionMismatch`] by the precondition; a row that can no longer be changed.
pub async fn update(
    db: &Db,
    viewer: &Viewer,
    table: &'static Table,
    key: Uuid,
    json: &str,
    precondition: &Precondition,
) -> Result<Outcome, StoreError> {
    let mut transaction = db.begin_write().await?;
    let seen = is_visible(&mut transaction, viewer, table, key).await?;
    let outcome = match (seen, precondition) {
        (true, Precondition::Missing) => return Err(StoreError::Duplicate),
        (true, _) => change(&mut transaction, viewer, table, key, json, precondition).await?,
        (false, Precondition::None | Precondition::Missing) if may_create(viewer, table) => {
            let body = Body { key: Some(key), ..read(table, key, json, Purpose::Create)? };
            insert(&mut transaction, viewer, table, &body).await?;
            Outcome::Created
        }
        (false, _) => return Err(StoreError::RowMissing { table: table.name, id: key }),
    };
    transaction.commit().await?;
    Ok(outcome)
}

async fn change(
    connection: &mut SqliteConnection,
    viewer: &Viewer,
    table: &'static Table,
    key: Uuid,
    json: &str,
    precondition: &Precondition,
) -> Result<Outcome, StoreError> {
    if !may_update(viewer, table, key) {
        return Err(StoreError::UpdateRefused(table.name));
    }
    let missing = StoreError::RowMissing { table: table.name, id: key };
    let before = Record::load(connection, table, key).await?.ok_or(missing)?;
    if matches!(precondition, Precondition::Tag(tag) if *tag != etag(version(&before))) {
        return Err(StoreError::VersionMismatch);
    }
    let body = read(table, key, json, Purpose::Update)?;
    for reference in &body.references {
        reference.check(connection, viewer).await?;
    }
    let mut after = before.clone();
    after.take(&body);
    if after.same_as(&before) {
        return Ok(Outcome::Updated);
    }
    rules::check_open(connection, &before).await?;
    rules::complete(connection, &mut after).await?;
    after.check_required()?;
    let mut versions = Versions::take(connection).await?;
    after.set(VERSION, versions.next());
    if table.column("modifiedon").is_some() {
        after.set("modifiedon", Value::Text(now()));
    }
    after.update(connection, key, &before).await?;
    versions.put(connection).await?;
    // Nobody gives a row away.
    if !is_visible(connection, viewer, table, key).await? {
        return Err(StoreError::UpdateRefused(table.name));
    }
    Ok(Outcome::Updated)
}

/// Reads a body, in which a key can only be that of the address.
fn read(table: &'static Table, key: Uuid, json: &str, purpose: Purpose) -> Result<Body, StoreError> {
    let body = Body::read(table, json, purpose)?;
    match body.key {
        Some(other) if other != key => Err(StoreError::invalid(table.key, "is not the key in the address.")),
        _ => Ok(body),
    }
}
