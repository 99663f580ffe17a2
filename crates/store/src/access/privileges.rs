//! Which tables a viewer writes. Which rows of them is decided by [`visible`](super::visible) all the same.

use crate::schema::Table;

use super::{Role, Viewer};

/// Whether the viewer may make rows of the table: everybody orders, nothing else is made in the portal.
pub(crate) fn may_create(_viewer: &Viewer, table: &Table) -> bool {
    matches!(table.name, "salesorder" | "salesorderdetail")
}

/// Whether the viewer may change this row of the table: orders and lines, the own contact row; an administrator
/// also other contacts and the accounts.
pub(crate) fn may_update(viewer: &Viewer, table: &Table, key: uuid::Uuid) -> bool {
    match table.name {
        "salesorder" | "salesorderdetail" => true,
        "contact" => viewer.role == Role::Administrator || key == viewer.contact,
        "account" => viewer.role == Role::Administrator,
        _ => false,
    }
}
