//! The token that every write carries (Power Pages, `/_layout/tokenhtml`). It is an HMAC of the cookie that was set
//! together with it, so that another site, which can send our cookies but not read them, cannot make it.

use axum::extract::{FromRequestParts, State};
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use portal_store::Db;
use sha2::Sha256;

use crate::error::ApiError;
use crate::session::cookie;
use crate::{AppState, random};

/// The name of the cookie, of the header and of the form field.
pub const NAME: &str = "__RequestVerificationToken";

/// What tokens of one database are made with.
#[derive(Clone)]
pub(crate) struct Secret(Hmac<Sha256>);

impl Secret {
    /// The database's secret, made when it is asked for the first time.
    pub(crate) async fn of_database(db: &Db) -> Result<Self, sqlx::Error> {
        let made = random::token().map_err(|error| sqlx::Error::Io(std::io::Error::other(error)))?;
        let mut write = db.begin_write().await?;
        sqlx::query("INSERT INTO portal_meta (name, value) VALUES ('secret', $1) ON CONFLICT DO NOTHING")
            .bind(made)
            .execute(&mut *write)
            .await?;
        let kept: String = sqlx::query_scalar("SELECT value FROM portal_meta WHERE name = 'secret'")
            .fetch_one(&mut *write)
            .await?;
        write.commit().await?;
        Ok(Self::new(&kept))
    }

    fn new(secret: &str) -> Self {
        // An HMAC takes a key of any length; an empty one is never used because this branch does not exist.
        Self(Hmac::new_from_slice(secret.as_bytes()).unwrap_or_else(|_| Hmac::new(&Default::default())))
    }

    fn token(&self, cookie: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.0.clone().chain_update(cookie).finalize().into_bytes())
    }

    /// Whether the token belongs to the request's cookie. Takes the same time for every wrong token.
    pub(crate) fn accepts(&self, headers: &HeaderMap, token: &str) -> bool {
        let Some(cookie) = cookie::read(headers, NAME) else { return false };
        let Ok(token) = URL_SAFE_NO_PAD.decode(token) else { return false };
        self.0.clone().chain_update(cookie).verify_slice(&token).is_ok()
    }
}

/// `GET /_layout/tokenhtml`: a hidden input with the token, and the cookie that it belongs to.
pub(crate) async fn token_html(
    State(app): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let cookie = match cookie::read(&headers, NAME).filter(|cookie| cookie.len() == 43) {
        Some(cookie) => cookie.to_owned(),
        None => random::token()?,
    };
    let input = format!(r#"<input name="{NAME}" type="hidden" value="{}" />"#, app.secret.token(&cookie));
    let cookie = cookie::set(NAME, &cookie, None, app.settings.behind_tls);
    Ok(([(SET_COOKIE, cookie), (CACHE_CONTROL, "no-store".to_owned())], Html(input)).into_response())
}

/// Proof that a request may write: an extractor that refuses a write without the token in its header.
/// Requests that only read pass.
pub struct AntiForgery;

impl FromRequestParts<AppState> for AntiForgery {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        if matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS) {
            return Ok(Self);
        }
        let token = parts.headers.get(NAME).and_then(|token| token.to_str().ok()).unwrap_or_default();
        if app.secret.accepts(&parts.headers, token) { Ok(Self) } else { Err(ApiError::token_mismatch()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(cookie: &str) -> HeaderMap {
        HeaderMap::from_iter([(axum::http::header::COOKIE, format!("{NAME}={cookie}").parse().unwrap())])
    }

    #[test]
    fn a_token_fits_its_own_cookie_and_its_own_database() {
        let secret = Secret::new("one");
        let token = secret.token("cookie");
        assert!(secret.accepts(&headers("cookie"), &token));
        assert!(!secret.accepts(&headers("other"), &token));
        assert!(!Secret::new("two").accepts(&headers("cookie"), &token));
        assert!(!secret.accepts(&HeaderMap::new(), &token));
        assert!(!secret.accepts(&headers("cookie"), ""));
        assert!(!secret.accepts(&headers("cookie"), "ü"));
    }
}
