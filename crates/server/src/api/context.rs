//! Addresses in answers: of a row, of the next page, and of what an answer consists of.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::HOST;
use axum::http::request::Parts;
use portal_odata::Query;
use portal_store::schema::Table;
use uuid::Uuid;

use crate::AppState;

/// The beginning of our own addresses, as the caller knows us.
pub(super) struct Base(String);

impl FromRequestParts<AppState> for Base {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Infallible> {
        let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok());
        let host = host.or(parts.uri.authority().map(|authority| authority.as_str())).unwrap_or("localhost");
        let scheme = if app.settings.behind_tls { "https" } else { "http" };
        Ok(Self(format!("{scheme}://{host}/_api")))
    }
}

impl Base {
    /// The address of a row.
    pub(super) fn row(&self, table: &Table, key: Uuid) -> String {
        format!("{}/{}({key})", self.0, table.set)
    }

    /// The address of the page that begins at `token`.
    pub(super) fn next_page(&self, table: &Table, raw_query: &str, token: &str) -> String {
        format!("{}/{}?{}", self.0, table.set, Query::next_page(raw_query, token))
    }

    /// `@odata.context` of many rows.
    pub(super) fn of_rows(&self, table: &Table, query: &Query) -> String {
        format!("{}/$metadata#{}{}", self.0, table.set, members(query))
    }

    /// `@odata.context` of one row.
    pub(super) fn of_row(&self, table: &Table, query: &Query) -> String {
        format!("{}/$entity", self.of_rows(table, query))
    }
}

/// The properties that an answer has, in parentheses.
fn members(query: &Query) -> String {
    let selected = query.select.iter().flatten().cloned();
    let expanded = query.expand.iter().map(|expand| {
        let inner = expand.select.iter().flatten().cloned().collect::<Vec<_>>().join(",");
        format!("{}({inner})", expand.navigation)
    });
    let figures = query.apply.iter().flat_map(|apply| {
        apply.group_by.iter().cloned().chain(apply.aggregate.iter().map(|aggregate| aggregate.alias.clone()))
    });
    let members: Vec<String> = selected.chain(expanded).chain(figures).collect();
    if members.is_empty() { String::new() } else { format!("({})", members.join(",")) }
}
