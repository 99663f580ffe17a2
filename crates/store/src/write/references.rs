//! References to rows in bodies: which row is meant, and whether the viewer sees it.

use portal_odata::Resource;
use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::access::visible;
use crate::schema::{Column, Table};
use crate::sql::Sql;
use crate::{StoreError, Viewer};

/// A lookup that is to point to a row, or to nothing.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) column: &'static Column,
    pub(super) target: Option<(&'static Table, Uuid)>,
}

impl Reference {
    /// Reads the value of `nav@odata.bind`: `/set(GUID)`, `set(GUID)` or a whole address; nothing clears the lookup.
    pub(super) fn read(
        column: &'static Column,
        table: &'static Table,
        text: Option<&str>,
    ) -> Result<Self, StoreError> {
        let Some(text) = text else { return Ok(Self { column, target: None }) };
        match Resource::parse_reference(text) {
            Some((set, key)) if set == table.set => Ok(Self { column, target: Some((table, key)) }),
            _ => {
                Err(StoreError::invalid(column.name, format!("must refer to a row as /{}(GUID).", table.set)))
            }
        }
    }

    /// Refuses a reference to a row that is not there or not for this viewer.
    pub(super) async fn check(
        &self,
        connection: &mut SqliteConnection,
        viewer: &Viewer,
    ) -> Result<(), StoreError> {
        match self.target {
            Some((table, key)) if !is_visible(connection, viewer, table, key).await? => {
                Err(StoreError::BoundRowMissing { column: self.column.name, table: table.name, id: key })
            }
            _ => Ok(()),
        }
    }
}

/// Whether the row is there and the viewer sees it.
pub(super) async fn is_visible(
    connection: &mut SqliteConnection,
    viewer: &Viewer,
    table: &'static Table,
    key: Uuid,
) -> Result<bool, StoreError> {
    let mut sql = Sql::new(&format!("SELECT 1 FROM {} t WHERE t.{} = ", table.name, table.key));
    sql.bind(key.into()).push(" AND ");
    visible(&mut sql, viewer, table, "t");
    Ok(sql.query()?.fetch_optional(connection).await?.is_some())
}
