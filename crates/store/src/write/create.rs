//! Making a row, alone or with rows that point to it (deep insert).

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::body::{Body, Purpose};
use super::record::Record;
use super::references::is_visible;
use super::rules;
use crate::access::may_create;
use crate::bulk::Versions;
use crate::schema::{Table, VERSION};
use crate::sql::Value;
use crate::{Db, StoreError, Viewer};

/// Makes a row from a JSON object, with the key in it or a new one, and the rows nested in it; gives its key.
///
/// # Errors
/// The viewer may not make it or would not see it; a member that is unknown, read only or of the wrong type; a
/// reference to a row that the viewer does not see; a rule of the table; [`StoreError::Duplicate`] for a known key.
pub async fn create(db: &Db, viewer: &Viewer, table: &'static Table, json: &str) -> Result<Uuid, StoreError> {
    if !may_create(viewer, table) {
        return Err(StoreError::CreateRefused(table.name));
    }
    let body = Body::read(table, json, Purpose::Create)?;
    if body.is_empty() {
        return Err(StoreError::NoAttributes);
    }
    let mut transaction = db.begin_write().await?;
    let key = insert(&mut transaction, viewer, table, &body).await?;
    transaction.commit().await?;
    Ok(key)
}

/// Makes the row and those nested in it.
pub(super) async fn insert(
    connection: &mut SqliteConnection,
    viewer: &Viewer,
    table: &'static Table,
    body: &Body,
) -> Result<Uuid, StoreError> {
    let mut versions = Versions::take(connection).await?;
    let key = insert_one(connection, &mut versions, viewer, table, body, None).await?;
    for (collection, many, bodies) in &body.children {
        for child in bodies {
            if !child.children.is_empty() {
                return Err(StoreError::NotSupported(
                    "Nesting rows in nested rows is not supported.".to_owned(),
                ));
            }
            let parent = Some((collection.lookup, table, key));
            insert_one(connection, &mut versions, viewer, many, child, parent).await?;
        }
    }
    // A row that its maker cannot see again would be lost, or made for somebody else.
    if !is_visible(connection, viewer, table, key).await? {
        return Err(StoreError::CreateRefused(table.name));
    }
    versions.put(connection).await?;
    Ok(key)
}

async fn insert_one(
    connection: &mut SqliteConnection,
    versions: &mut Versions,
    viewer: &Viewer,
    table: &'static Table,
    body: &Body,
    parent: Option<(&'static str, &'static Table, Uuid)>,
) -> Result<Uuid, StoreError> {
    if !may_create(viewer, table) {
        return Err(StoreError::CreateRefused(table.name));
    }
    for reference in &body.references {
        reference.check(connection, viewer).await?;
    }
    let key = body.key.unwrap_or_else(Uuid::new_v4);
    let mut record = Record::new(table);
    record.take(body);
    record.set(table.key, key.into());
    if let Some((lookup, parent_table, parent)) = parent {
        record.set(lookup, parent.into());
        if let Some(name) = table.column(lookup).and_then(|column| column.type_column()) {
            record.set(&name, parent_table.name.into());
        }
    }
    record.fill_defaults();
    record.set(VERSION, versions.next());
    rules::complete(connection, &mut record).await?;
    record.check_required()?;
    // The parent may have come by reference; then it was checked. Whether it can still be changed is its own rule.
    rules::check_open(connection, &record).await?;
    record.insert(connection).await?;
    Ok(key)
}

/// The version of a row, for a record that was loaded.
pub(super) fn version(record: &Record) -> &Value {
    record.get(VERSION)
}
