//! The dialect's error answer. What caused an error goes to the log, and never to the caller.

use std::error::Error;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portal_store::StoreError;
use serde_json::json;

/// What is answered when the fault is ours.
pub(crate) const UNEXPECTED: &str = "An unexpected error occurred while processing the request.";

/// An error answer of the Power Pages Web API: a status and `{"error":{"code","message","cdscode"?}}`.
#[derive(Debug)]
pub struct ApiError {
    status: StatusCode,
    code: &'static str,
    message: String,
    cds_code: Option<&'static str>,
}

impl ApiError {
    /// An error with the dialect's code of eight hexadecimal digits (empty if it has none) and a sentence.
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), cds_code: None }
    }

    /// There is no session, or it is over (`MissingPortalSessionCookie`).
    pub fn no_session() -> Self {
        let message = "An Invalid session token was passed into the throwing method.";
        Self::new(StatusCode::UNAUTHORIZED, "90040109", message)
    }

    /// A write without its token (`HttpAntiForgeryException`).
    pub fn token_mismatch() -> Self {
        let message = "The anti-forgery cookie token and form field token do not match.";
        Self::new(StatusCode::FORBIDDEN, "90040107", message)
    }

    /// The fault is ours; the cause is logged.
    pub fn unexpected(cause: &dyn Error) -> Self {
        log(cause);
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "", UNEXPECTED)
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if status.is_server_error() {
            log(&error);
        }
        Self { status, code: error.code(), cds_code: error.cds_code(), message: error.to_string() }
    }
}

impl From<sqlx::Error> for ApiError {
    fn from(error: sqlx::Error) -> Self {
        StoreError::from(error).into()
    }
}

impl From<getrandom::Error> for ApiError {
    fn from(error: getrandom::Error) -> Self {
        Self::unexpected(&error)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut error = json!({ "code": self.code, "message": self.message });
        if let Some(code) = self.cds_code {
            error["cdscode"] = code.into();
        }
        let mut answer = (self.status, Json(json!({ "error": error }))).into_response();
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        answer
    }
}

/// Writes an error and the causes behind it to the log, on one line.
pub(crate) fn log(error: &dyn Error) {
    tracing::error!("{}", with_causes(error));
}

/// An error's sentence, followed by those of its causes.
pub(crate) fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let sentence = cause.to_string();
        if !text.ends_with(&sentence) {
            text.push_str(": ");
            text.push_str(&sentence);
        }
        source = cause.source();
    }
    text
}
