//! The signed-in person as an argument of a handler.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use portal_store::Viewer;

use crate::AppState;
use crate::error::ApiError;

use super::{Token, store};

/// A person with a session that is alive. As an extractor it answers 401 in the dialect's form to everybody else.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// On whose behalf rows are read and written.
    pub viewer: Viewer,
    /// The address that was signed in with, in lower case.
    pub email: String,
    /// The contact's first name; empty if it has none.
    pub first_name: String,
    /// The contact's last name.
    pub last_name: String,
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        current(app, &parts.headers).await?.ok_or_else(ApiError::no_session)
    }
}

/// Who a request comes from, if it is from somebody signed in.
pub(crate) async fn current(app: &AppState, headers: &HeaderMap) -> Result<Option<SignedIn>, sqlx::Error> {
    match Token::of(headers) {
        Some(token) => store::find(&app.db, app.clock.seconds(), &token).await,
        None => Ok(None),
    }
}
