//! Signing in. Signing out is a link, because it must leave the page.

use super::{ApiError, Client, antiforgery};
use gloo_net::http::Request;
use portal_model::ids::ContactId;
use web_sys::{RequestRedirect, UrlSearchParams};

/// The path that ends the session and leads to `to`.
pub fn sign_out_path(to: &str) -> String {
    format!("/Account/Login/LogOff?returnUrl={to}")
}

/// The path that a form must be sent to for signing in at an identity provider.
pub const EXTERNAL_SIGN_IN_PATH: &str = "/Account/Login/ExternalLogin";

/// How a try to sign in ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// The session has begun.
    Done,
    /// The address or the password is wrong.
    Refused,
    /// Too many tries; wait.
    TooMany,
}

/// Tries to sign in with e-mail address and password.
pub async fn sign_in(client: &Client, email: &str, password: &str) -> Result<SignIn, ApiError> {
    let token = antiforgery::fetch(client).await?;
    let form = UrlSearchParams::new().map_err(|_| ApiError::Unreachable)?;
    let fields = [("Email", email), ("PasswordValue", password), ("ReturnUrl", "/"), ("RememberMe", "true")];
    for (name, value) in fields {
        form.append(name, value);
    }
    form.append(antiforgery::NAME, &token);
    let answer = Request::post(&client.site("/SignIn"))
        // Success is a redirect; following it would only load the root page into nothing.
        .redirect(RequestRedirect::Manual)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(String::from(form.to_string()))
        .map_err(|_| ApiError::Unreachable)?
        .send()
        .await
        .map_err(|_| ApiError::Unreachable)?;
    match answer.status() {
        // A redirect that was not followed has no status that a script may see.
        0 | 300..=399 => Ok(SignIn::Done),
        429 => Ok(SignIn::TooMany),
        200 => {
            let html = answer.text().await.map_err(|_| ApiError::Unreachable)?;
            Ok(if html.contains("too_many_attempts") { SignIn::TooMany } else { SignIn::Refused })
        }
        503 => Err(ApiError::Busy),
        status => Err(ApiError::Faulty { reference: format!("SignIn {status}") }),
    }
}

/// Whether the session is that of this contact: the site tells who is signed in only in its root page.
pub async fn is_session_of(client: &Client, contact: ContactId) -> Result<bool, ApiError> {
    let answer = Request::get(&client.site("/"))
        .header("Accept", "text/html")
        .send()
        .await
        .map_err(|_| ApiError::Unreachable)?;
    let html = answer.text().await.map_err(|_| ApiError::Unreachable)?;
    Ok(html.to_ascii_lowercase().contains(&contact.to_string()))
}

/// The name of the field that carries the token in a form.
pub const TOKEN_FIELD: &str = antiforgery::NAME;

/// A fresh token, for a form.
pub async fn fresh_token(client: &Client) -> Result<String, ApiError> {
    antiforgery::fetch(client).await
}
