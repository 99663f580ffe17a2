//! Answers with rows in them.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use portal_store::read::Row;
use serde::Serialize;

use super::prefer::Preferences;
use crate::error::ApiError;

/// Many rows.
#[derive(Serialize)]
pub(super) struct Rows {
    #[serde(rename = "@odata.context")]
    pub(super) context: String,
    #[serde(rename = "@odata.count", skip_serializing_if = "Option::is_none")]
    pub(super) count: Option<u64>,
    pub(super) value: Vec<Row>,
    #[serde(rename = "@odata.nextLink", skip_serializing_if = "Option::is_none")]
    pub(super) next_link: Option<String>,
}

/// One row.
#[derive(Serialize)]
pub(super) struct OneRow {
    #[serde(rename = "@odata.context")]
    pub(super) context: String,
    #[serde(flatten)]
    pub(super) row: Row,
}

impl Rows {
    /// The answer 200.
    pub(super) fn answer(&self, preferences: &Preferences) -> Result<Response, ApiError> {
        json(StatusCode::OK, self, preferences)
    }
}

impl OneRow {
    /// An answer with the row's tag as `ETag`.
    pub(super) fn answer(&self, status: StatusCode, preferences: &Preferences) -> Result<Response, ApiError> {
        let mut answer = json(status, self, preferences)?;
        if let Some(tag) = self.row.text("@odata.etag").and_then(|tag| HeaderValue::from_str(tag).ok()) {
            answer.headers_mut().insert(ETAG, tag);
        }
        Ok(answer)
    }
}

/// The version of the protocol, in every answer.
pub(super) const VERSION: (&str, &str) = ("odata-version", "4.0");

fn json(status: StatusCode, body: &impl Serialize, preferences: &Preferences) -> Result<Response, ApiError> {
    let body = serde_json::to_vec(body).map_err(|error| ApiError::unexpected(&error))?;
    // What a customer sees is not kept where the next user of the machine could find it.
    let headers = [(CONTENT_TYPE, "application/json; odata.metadata=minimal"), (CACHE_CONTROL, "no-store")];
    let mut answer = (status, headers, [VERSION], body).into_response();
    apply(&mut answer, preferences);
    Ok(answer)
}

/// Says which preferences were honoured.
pub(super) fn apply(answer: &mut Response, preferences: &Preferences) {
    if let Ok(applied) = HeaderValue::from_str(&preferences.applied.join(", "))
        && !preferences.applied.is_empty()
    {
        answer.headers_mut().insert("preference-applied", applied);
    }
}
