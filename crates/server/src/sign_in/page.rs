//! The small page that says why signing in did not work. Clients read `.validation-summary-errors li`; a reader
//! without the portal's program sees it as it is.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// Why signing in did not work.
#[derive(Clone, Copy)]
pub(super) enum Trouble {
    /// Address or password are wrong; which of them is not told.
    Refused,
    /// Too many failures, or too many sign-ins at once.
    TooMany,
    /// The server cannot check more passwords now.
    Busy,
    /// The form's token is missing or too old.
    Token,
}

impl Trouble {
    fn parts(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::Refused => (StatusCode::OK, "invalid_login", "Invalid sign-in attempt."),
            Self::TooMany => (
                StatusCode::TOO_MANY_REQUESTS,
                "too_many_attempts",
                "Too many sign-in attempts. Wait a minute, then try again.",
            ),
            Self::Busy => (
                StatusCode::SERVICE_UNAVAILABLE,
                "signin_failed",
                "Too many people are signing in. Try again in a few seconds.",
            ),
            Self::Token => (
                StatusCode::FORBIDDEN,
                "signin_failed",
                "The anti-forgery cookie token and form field token do not match.",
            ),
        }
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let (status, code, sentence) = self.parts();
        let page = format!(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sign in</title></head><body>\
             <div class=\"validation-summary-errors\" data-error=\"{code}\"><ul><li>{sentence}</li></ul></div>\
             <p><a href=\"/sign-in\">Sign in</a></p></body></html>\n"
        );
        let mut answer = (status, [(header::CACHE_CONTROL, "no-store")], Html(page)).into_response();
        let wait = match self {
            Self::TooMany => "30",
            Self::Busy => "3",
            Self::Refused | Self::Token => return answer,
        };
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(wait));
        answer
    }
}
