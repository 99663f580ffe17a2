//! `POST /SignIn`.

use std::net::{IpAddr, SocketAddr};

use axum::Form;
use axum::extract::{ConnectInfo, Extension, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::AppState;
use crate::error::ApiError;
use crate::session::{self, COOKIE, LONGEST, Token, cookie};
use crate::users::{self, PoolError};

use super::local_path::local;
use super::page::Trouble;

/// The form's fields, by the names that Power Pages gives them.
#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct SignInForm {
    email: String,
    username: String,
    password_value: String,
    return_url: Option<String>,
    remember_me: String,
    #[serde(rename = "__RequestVerificationToken")]
    token: String,
}

/// Begins a new session and sends the browser on; answers with a page that says what is wrong otherwise.
pub(super) async fn sign_in(
    State(app): State<AppState>,
    connection: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    Form(form): Form<SignInForm>,
) -> Result<Response, ApiError> {
    if !app.secret.accepts(&headers, &form.token) {
        return Ok(Trouble::Token.into_response());
    }
    let email = if form.email.is_empty() { &form.username } else { &form.email };
    let caller = caller(&app, connection.map(|Extension(ConnectInfo(address))| address), &headers);
    if !app.attempts.take(caller, email, app.clock.seconds()) {
        tracing::warn!("too many failures to sign in from {caller:?}");
        return Ok(Trouble::TooMany.into_response());
    }
    let (contact, hash) = users::for_sign_in(&app.db, email).await?.unzip();
    match (app.passwords.verify(form.password_value, hash).await, contact) {
        (Ok(true), Some(contact)) => {
            app.attempts.forgive(caller, email);
            let token = Token::new()?;
            // The new session never continues one that was there before; that one ends.
            if let Some(old) = Token::of(&headers) {
                session::end(&app.db, &old).await?;
            }
            session::begin(&app.db, contact, app.clock.seconds(), &token).await?;
            let keep = (matches!(form.remember_me.as_str(), "true" | "on")).then_some(LONGEST);
            let cookie = cookie::set(COOKIE, token.as_str(), keep, app.settings.behind_tls);
            let to = local(form.return_url.as_deref()).to_owned();
            Ok(found(cookie, to))
        }
        (Ok(_), _) => Ok(Trouble::Refused.into_response()),
        (Err(PoolError::Full), _) => Ok(Trouble::Busy.into_response()),
        (Err(error), _) => Err(ApiError::unexpected(&error)),
    }
}

/// The answer 302 that sets a cookie.
pub(super) fn found(cookie: String, to: String) -> Response {
    let headers = [
        (header::SET_COOKIE, cookie),
        (header::LOCATION, to),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (StatusCode::FOUND, headers).into_response()
}

/// Who is asking: the other end of the connection, or who the proxy in front says it is.
fn caller(app: &AppState, connection: Option<SocketAddr>, headers: &HeaderMap) -> Option<IpAddr> {
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back().filter(|_| app.settings.behind_tls);
    // A caller can write anything into the list; only the last entry is the proxy's own.
    let last = forwarded.and_then(|list| list.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    last.or(connection.map(|address| address.ip()))
}
