//! What every row has that is written here: a version and the moment of its last change.

use sqlx::SqliteConnection;
use time::OffsetDateTime;
use time::macros::format_description;

/// Counts one more change of a row, for its `versionnumber`.
pub(crate) async fn next_version(write: &mut SqliteConnection) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("UPDATE row_version SET latest = latest + 1 WHERE singleton = 1 RETURNING latest")
        .fetch_one(write)
        .await
}

/// A moment as it is stored.
pub(crate) fn stored(moment: OffsetDateTime) -> String {
    let form = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");
    // Formatting fails only for a moment that lacks one of these parts, and none does.
    moment.to_offset(time::UtcOffset::UTC).format(form).unwrap_or_default()
}
