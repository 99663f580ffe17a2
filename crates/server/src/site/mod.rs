//! The built portal: its files, and the root page with who is signed in. Nothing of the Web API is here.

mod files;
mod headers;
mod page;
mod root_page;
mod user_object;

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::AppState;
use crate::error::ApiError;

pub(crate) use headers::secure;
pub(crate) use root_page::RootPage;

/// Paths that belong to the dialect; they never answer with a page of the portal.
const RESERVED: [&str; 4] = ["/_api", "/_layout", "/Account", "/SignIn"];

/// Answers every address that is not an endpoint: with a file, or with the root page, which finds the portal's
/// own page for the address.
pub(crate) async fn site(State(app): State<AppState>, request: Request) -> Result<Response, ApiError> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok((StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response());
    }
    let path = request.uri().path();
    if is_reserved(path) || files::is_hidden(path) {
        return Ok(StatusCode::NOT_FOUND.into_response());
    }
    if path == "/" || path == "/index.html" || (!names_a_file(path) && accepts_html(&request)) {
        return page::root(&app, request.headers()).await;
    }
    Ok(files::file(&app.settings.site, request).await)
}

/// Whether the path is a reserved one or below it.
fn is_reserved(path: &str) -> bool {
    RESERVED.iter().any(|reserved| {
        path.strip_prefix(reserved).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// Files have an extension, pages of the portal have none.
fn names_a_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

/// Whether the caller takes a page, as a browser that goes to an address does, and a `fetch` for data does not.
fn accepts_html(request: &Request) -> bool {
    let accept = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_none_or(|accept| accept.contains("text/html") || accept.contains("*/*"))
}
