//! The Power Pages Web API: what is below `/_api`. HTTP in, HTTP out: paths, headers and bodies are taken apart here,
//! rows are read and written by `portal-store`. Sessions, tokens and the shape of an error are made elsewhere.

mod answer;
mod body;
mod conditions;
mod context;
mod create;
mod prefer;
mod read;
mod target;
mod update;

use axum::Router;
use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::routing::get;

use crate::AppState;
use crate::error::ApiError;
use crate::session::SignedIn;

/// The routes below `/_api`. A key stands in the same path segment as its set, as in `salesorders(GUID)`, so that paths
/// are read by `portal-odata` and not by the router.
pub fn router() -> Router<AppState> {
    let methods = get(read::read).post(create::create).patch(update::update).fallback(unknown_method);
    Router::new().route("/{*path}", methods).fallback(unknown_path)
}

/// Methods that the dialect has and this server does not (`DELETE`, `PUT`), and those that no one has.
async fn unknown_method(_: SignedIn, request: Request) -> ApiError {
    method_not_allowed(request.method())
}

/// The address `/_api` itself.
async fn unknown_path(_: SignedIn) -> ApiError {
    ApiError::new(StatusCode::NOT_FOUND, "9004010C", "Resource not found for the segment ''.")
}

/// The method means nothing for what the path names.
fn method_not_allowed(method: &Method) -> ApiError {
    let message = format!("The HTTP method '{method}' is not supported for this resource.");
    ApiError::new(StatusCode::METHOD_NOT_ALLOWED, "9004010B", message)
}
