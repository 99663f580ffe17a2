//! The root page as one reader gets it.

use std::io;

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use crate::error::{ApiError, log};
use crate::{AppState, random, session};

use super::headers::Nonce;
use super::user_object;

/// What is answered while there is no built portal.
const NOT_BUILT: &str = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Portal</title></head>\
    <body><h1>The portal is not built yet</h1><p>Build it with <code>cargo portal run</code>, or tell the server with \
    <code>--site</code> where it is.</p></body></html>\n";

/// The root page with its reader and a nonce that no other answer has.
pub(super) async fn root(app: &AppState, headers: &HeaderMap) -> Result<Response, ApiError> {
    let user = session::current(app, headers).await?;
    let nonce = random::token()?;
    let page = match app.page.halves() {
        Ok(page) => page,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok((StatusCode::NOT_FOUND, Html(NOT_BUILT)).into_response());
        }
        Err(error) => {
            log(&error);
            return Ok(StatusCode::INTERNAL_SERVER_ERROR.into_response());
        }
    };
    let script = user_object::script(user.as_ref(), &nonce);
    let text = [page.before.as_str(), &script, &page.after].concat();
    let mut answer = ([(header::CACHE_CONTROL, "no-store")], Html(text)).into_response();
    answer.extensions_mut().insert(Nonce(nonce));
    Ok(answer)
}
