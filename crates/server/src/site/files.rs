//! Files of the built portal, with the compressed copies that the build put beside them.

use std::path::Path;

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

/// The name of a file in here changes with its content.
const HASHED: &str = "/assets/";

/// A file of the folder, or 404.
pub(super) async fn file(folder: &Path, request: Request) -> Response {
    let path = request.uri().path();
    let hashed = path.starts_with(HASHED);
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .append_index_html_on_directories(false)
        .redirect_to_trailing_slash(false);
    // The service answers failures itself; its error type has no values.
    let Ok(answer) = files.oneshot(request).await;
    let mut answer = answer.into_response();
    let status = answer.status();
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        let cache = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    }
    answer
}

/// Whether a part of the path begins with a dot: leftovers of tools, and nothing of the portal.
pub(super) fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.') || part.to_ascii_lowercase().starts_with("%2e"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dotfiles_are_hidden_however_they_are_written() {
        for path in ["/.env", "/a/.git/config", "/%2eenv", "/a/%2Egit/config", "/../x"] {
            assert!(is_hidden(path), "{path}");
        }
        assert!(!is_hidden("/assets/app-1.2.js"));
    }
}
