//! The body of a write, as text.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use portal_store::StoreError;

use crate::AppState;
use crate::error::ApiError;

/// A body that says it is JSON, or does not say what it is, and is UTF-8.
pub(super) struct JsonText(pub(super) String);

impl FromRequest<AppState> for JsonText {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &AppState) -> Result<Self, ApiError> {
        if !is_json(request.headers()) {
            let message = "The content type of the body must be application/json.";
            return Err(ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "9004010B", message));
        }
        let bytes = Bytes::from_request(request, app).await.map_err(|rejection| refused(&rejection))?;
        let text = String::from_utf8(bytes.into());
        Ok(Self(text.map_err(|_| StoreError::BadBody("The body must be UTF-8.".to_owned()))?))
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(content_type) = headers.get(CONTENT_TYPE) else { return true };
    let media_type = content_type.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case("application/json")
}

/// The body is too large, or the connection broke off.
fn refused(rejection: &BytesRejection) -> ApiError {
    let message = match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => "The request is larger than the server takes.",
        _ => "The body of the request did not arrive.",
    };
    ApiError::new(rejection.status(), "", message)
}
