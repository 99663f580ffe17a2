//! The endpoint for a portal without a Dynamics environment: it speaks the Power Pages Web API dialect over SQLite,
//! signs people in, and serves the built portal.
//!
//! A tour: `main.rs` runs [`cli`]; `cli/serve.rs` opens the database, gathers the [`AppState`] and serves [`app`].
//! A request for data comes in through `session` (who asks), `antiforgery` (whether it may write) and `api` (what is
//! asked), and is answered by the crate `portal-store`, which alone knows the business tables and who sees what.
//!
//! | Endpoint | Where | What |
//! |---|---|---|
//! | `GET, POST, PATCH /_api/…` | `api` | the Web API: orders, lines, accounts, contacts, products, prices |
//! | `GET /_layout/tokenhtml` | `antiforgery` | the token that writes carry, and its cookie |
//! | `POST /SignIn` | `sign_in` | signs in by e-mail and password; `GET` leads to the portal's page |
//! | `GET /Account/Login/LogOff` | `sign_in` | signs out |
//! | `GET /…` | `site` | files of the built portal; any other page address answers the root page |
//!
//! Beside the endpoints: `users` (who may sign in), `erp` (a stand-in for the ERP, for demonstrations).

mod antiforgery;
mod api;
pub mod cli;
mod clock;
mod contacts;
pub mod demonstration;
pub mod erp;
mod error;
mod random;
mod rows;
mod session;
mod sign_in;
mod site;
mod state;
pub mod users;

use std::any::Any;

use axum::extract::DefaultBodyLimit;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::{Router, middleware};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::trace::TraceLayer;

pub use antiforgery::{AntiForgery, NAME as TOKEN_NAME};
pub use clock::Clock;
pub use error::ApiError;
pub use session::{COOKIE as SESSION_COOKIE, SignedIn};
pub use state::{AppState, Settings};

/// The largest body that is read, in bytes: an order of some ten thousand lines.
const LARGEST_BODY: usize = 4 * 1024 * 1024;

/// The whole server without a socket.
pub fn app(state: AppState) -> Router {
    // What somebody signed in was told must not be shown to whoever comes after.
    let no_store =
        SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Router::new()
        .nest("/_api", api::router().layer(no_store))
        .merge(sign_in::router())
        .fallback(site::site)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(middleware::map_response(site::secure))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(TraceLayer::new_for_http())
        .with_state(state)
}

/// A panic ends one request, and is answered like any fault of ours.
fn after_panic(panic: Box<dyn Any + Send>) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
    ApiError::unexpected(&std::io::Error::other(format!("panic: {text}"))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_answered_without_what_it_said() {
        for panic in [Box::new("secret") as Box<dyn Any + Send>, Box::new("secret".to_owned()), Box::new(1)] {
            assert_eq!(after_panic(panic).status(), 500);
        }
    }
}
