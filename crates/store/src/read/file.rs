//! A file that a row holds.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use uuid::Uuid;

use super::columns::offered;
use crate::access::visible;
use crate::schema::{Column, Kind, Table};
use crate::sql::{Sql, Value};
use crate::{Db, StoreError, Viewer};

/// A file as whoever sent it named it: neither name nor type is to be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Its name.
    pub name: Option<String>,
    /// Its media type.
    pub media_type: Option<String>,
}

/// Reads the file in a column of a row.
///
/// # Errors
/// [`StoreError::RowMissing`] if the row is not there, not for this viewer, or holds no file;
/// [`StoreError::NotSupported`] if the column is none for files.
pub async fn file(
    db: &Db,
    viewer: &Viewer,
    table: &'static Table,
    key: Uuid,
    column: &Column,
) -> Result<File, StoreError> {
    let column = offered(table, &column.property())?;
    if !matches!(column.kind, Kind::File(_)) {
        return Err(StoreError::NotSupported(format!(
            "'{}' is no file: $value is not supported.",
            column.name
        )));
    }
    let beside =
        |name: &str| table.column(name).map_or("NULL".to_owned(), |column| format!("t.{}", column.name));
    let mut sql =
        Sql::new(&format!("SELECT t.{}, {}, {}", column.name, beside("filename"), beside("mimetype")));
    sql.push(&format!(" FROM {} t WHERE t.{} = ", table.name, table.key))
        .bind(Value::from(key))
        .push(" AND ");
    visible(&mut sql, viewer, table, "t");
    let missing = || StoreError::RowMissing { table: table.name, id: key };
    let row = db.read(move |reader| reader.fetch(&sql)).await?.pop().ok_or_else(missing)?;
    let mut values = row.into_iter().map(|value| match value {
        Value::Text(text) => Some(text),
        _ => None,
    });
    let body = values.next().flatten().ok_or_else(missing)?;
    let bytes = STANDARD.decode(body).map_err(|error| StoreError::Corrupt(error.into()))?;
    Ok(File { bytes, name: values.next().flatten(), media_type: values.next().flatten() })
}
