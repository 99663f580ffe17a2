//! The path and the query of a request: which table, which row, and what about it.

use axum::extract::{FromRequestParts, Path, RawQuery};
use axum::http::StatusCode;
use axum::http::request::Parts;
use portal_odata::{Query, Resource};
use portal_store::StoreError;
use portal_store::schema::Table;
use uuid::Uuid;

use crate::AppState;
use crate::error::ApiError;

/// What a request is about.
pub(super) struct Target {
    pub(super) table: &'static Table,
    pub(super) part: Part,
    /// The options, taken apart.
    pub(super) query: Query,
    /// The options as they were received.
    pub(super) raw_query: String,
}

/// Which part of a table.
#[derive(Clone, Copy)]
pub(super) enum Part {
    All,
    Row(Uuid),
    Count,
}

impl FromRequestParts<AppState> for Target {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let path = Path::<String>::from_request_parts(parts, app).await;
        let Path(path) = path.map_err(|_| bad_path())?;
        let (set, part) = match Resource::parse(&path).map_err(StoreError::from)? {
            Resource::Collection { set } => (set, Part::All),
            Resource::Row { set, key } => (set, Part::Row(key)),
            Resource::Count { set } => (set, Part::Count),
        };
        let table = Table::of_set(&set).ok_or(StoreError::UnknownResource(set))?;
        let RawQuery(raw_query) = RawQuery::from_request_parts(parts, app).await.unwrap_or(RawQuery(None));
        let raw_query = raw_query.unwrap_or_default();
        let query = Query::parse(&raw_query).map_err(StoreError::from)?;
        Ok(Self { table, part, query, raw_query })
    }
}

fn bad_path() -> ApiError {
    ApiError::new(StatusCode::BAD_REQUEST, "9004010D", "The path is not percent-encoded UTF-8.")
}
