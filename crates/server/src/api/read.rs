//! `GET`: rows, one row, or how many there are.

use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, IF_NONE_MATCH};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use portal_store::read;
use uuid::Uuid;

use super::answer::{OneRow, Rows, VERSION};
use super::context::Base;
use super::method_not_allowed;
use super::prefer::Preferences;
use super::target::{Part, Target};
use crate::AppState;
use crate::error::ApiError;
use crate::session::SignedIn;

/// Answers a question.
pub(super) async fn read(
    SignedIn { viewer, .. }: SignedIn,
    State(app): State<AppState>,
    method: Method,
    target: Target,
    base: Base,
    preferences: Preferences,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let Target { table, part, query, raw_query } = &target;
    match *part {
        _ if !matches!(method, Method::GET | Method::HEAD) => Err(method_not_allowed(&method)),
        Part::Row(key) => {
            let row = read::row(&app.db, &viewer, table, key, query, preferences.annotations).await?;
            let known = headers.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
            // With related rows or labels in it, an answer can be new although its row is not.
            let plain = query.expand.is_empty() && preferences.annotations == read::Annotations::default();
            if plain && known.is_some() && known == row.text("@odata.etag") {
                return Ok((StatusCode::NOT_MODIFIED, [VERSION]).into_response());
            }
            let context = base.of_row(table, query);
            OneRow { context, row }.answer(StatusCode::OK, &preferences)
        }
        Part::All => {
            let size = preferences.page_size;
            let page = read::list(&app.db, &viewer, table, query, size, preferences.annotations).await?;
            let next_link = page.next.map(|token| base.next_page(table, raw_query, &token));
            let context = base.of_rows(table, query);
            Rows { context, count: page.count, value: page.rows, next_link }.answer(&preferences)
        }
        Part::Count => {
            let count = read::count(&app.db, &viewer, table, query).await?;
            Ok(([(CONTENT_TYPE, "text/plain")], [VERSION], count.to_string()).into_response())
        }
    }
}

/// The row that was written, for a caller who wants to see it: what was selected, or all that is offered.
pub(super) async fn written(
    app: &AppState,
    viewer: &portal_store::Viewer,
    target: &Target,
    key: Uuid,
    base: &Base,
    preferences: &Preferences,
) -> Result<OneRow, ApiError> {
    let offered = target.table.columns.iter().filter(|column| column.exposed);
    let mut query = target.query.clone();
    query.select.get_or_insert_with(|| offered.map(|column| column.property()).collect());
    let row = read::row(&app.db, viewer, target.table, key, &query, preferences.annotations).await?;
    Ok(OneRow { context: base.of_row(target.table, &target.query), row })
}
