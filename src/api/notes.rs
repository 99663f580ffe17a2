//! Notes and attachments.

use super::{ApiError, Client};
use portal_model::{
    ids::{NoteId, OrderId},
    note::{Note, NoteFile},
    odata::Page,
};

/// The notes on an order that are meant for the customer, at most 100. A site that does not offer them, or does not know
/// which are meant for the customer, has none.
pub async fn list(client: &Client, order: OrderId) -> Result<Vec<Note>, ApiError> {
    match client.get::<Page<Note>>(&Note::query(order), Some(100)).await {
        Ok(page) => Ok(page.rows),
        Err(ApiError::NotFound | ApiError::Forbidden | ApiError::Refused { .. }) => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// The file of a note.
pub async fn file(client: &Client, note: NoteId) -> Result<NoteFile, ApiError> {
    client.get(&NoteFile::query(note), None).await
}
