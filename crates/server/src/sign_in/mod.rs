//! Signing in and out (Power Pages account endpoints): forms in, redirects or a small HTML page out.
//! Sessions and passwords are kept elsewhere.

mod attempts;
mod local_path;
mod page;
mod post;
mod sign_out;

use axum::Router;
use axum::response::Redirect;
use axum::routing::{get, post};

use crate::{AppState, antiforgery};

pub(crate) use attempts::Attempts;

/// The account endpoints and the anti-forgery token.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route("/SignIn", post(post::sign_in).get(to_page))
        .route("/Account/Login/LogOff", get(sign_out::sign_out))
        .route("/_layout/tokenhtml", get(antiforgery::token_html))
}

/// The sign-in page is the portal's own.
async fn to_page() -> Redirect {
    Redirect::to("/sign-in")
}
