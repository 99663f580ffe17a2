//! The path and the query of a request: which table, which row, and what about it.

use axum::extract::{FromRequestParts, Path, RawQuery};
use axum::http::StatusCode;
use axum::http::request::Parts;
use portal_odata::{Fetch, Query, Resource};
use portal_store::StoreError;
use portal_store::read::fetch_query;
use portal_store::schema::{Column, Table};
use uuid::Uuid;

use crate::AppState;
use crate::error::ApiError;

/// What a request is about.
pub(super) struct Target {
    pub(super) table: &'static Table,
    pub(super) part: Part,
    /// The options, taken apart.
    pub(super) query: Query,
    /// How many rows a page has, if the query says it.
    pub(super) page_size: Option<u64>,
    /// The options as they were received.
    pub(super) raw_query: String,
}

/// Which part of a table.
#[derive(Clone, Copy)]
pub(super) enum Part {
    All,
    Row(Uuid),
    /// What one column of a row holds, by itself.
    Value(Uuid, &'static Column),
    Count,
}

impl FromRequestParts<AppState> for Target {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let path = Path::<String>::from_request_parts(parts, app).await;
        let Path(path) = path.map_err(|_| bad_path())?;
        let (table, part) = part_of(Resource::parse(&path).map_err(StoreError::from)?)?;
        let RawQuery(raw_query) = RawQuery::from_request_parts(parts, app).await.unwrap_or(RawQuery(None));
        let raw_query = raw_query.unwrap_or_default();
        let fetch = match part {
            Part::All => Fetch::in_query(&raw_query).map_err(StoreError::from)?,
            _ => None,
        };
        let (query, page_size) = match fetch {
            Some(fetch) => fetch_query(table, &fetch)?,
            None => (Query::parse(&raw_query).map_err(StoreError::from)?, None),
        };
        Ok(Self { table, part, query, page_size, raw_query })
    }
}

fn part_of(resource: Resource) -> Result<(&'static Table, Part), StoreError> {
    let table = |set: String| Table::of_set(&set).ok_or(StoreError::UnknownResource(set));
    Ok(match resource {
        Resource::Collection { set } => (table(set)?, Part::All),
        Resource::Row { set, key } => (table(set)?, Part::Row(key)),
        Resource::Count { set } => (table(set)?, Part::Count),
        Resource::Value { set, key, column } => {
            let table = table(set)?;
            let unknown = StoreError::UnknownAttribute { column: column.clone(), table: table.name };
            (table, Part::Value(key, table.property(&column).ok_or(unknown)?))
        }
    })
}

fn bad_path() -> ApiError {
    ApiError::new(StatusCode::BAD_REQUEST, "9004010D", "The path is not percent-encoded UTF-8.")
}
