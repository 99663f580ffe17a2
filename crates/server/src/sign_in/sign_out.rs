//! `GET /Account/Login/LogOff`.

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use crate::AppState;
use crate::error::ApiError;
use crate::session::{self, COOKIE, Token, cookie};

use super::local_path::local;
use super::post::found;

#[derive(Deserialize)]
pub(super) struct LogOff {
    #[serde(rename = "returnUrl")]
    return_url: Option<String>,
}

/// Ends the session here and in the browser, and sends the browser on.
pub(super) async fn sign_out(
    State(app): State<AppState>,
    headers: HeaderMap,
    Query(query): Query<LogOff>,
) -> Result<Response, ApiError> {
    if let Some(token) = Token::of(&headers) {
        session::end(&app.db, &token).await?;
    }
    let removed = cookie::set(COOKIE, "", Some(0), app.settings.behind_tls);
    Ok(found(removed, local(query.return_url.as_deref()).to_owned()))
}
