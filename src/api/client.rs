//! The one place that speaks HTTP.

use super::{ApiError, antiforgery, error::refuses_token};
use gloo_net::http::{Request, Response};
use portal_model::odata::{WANT_FORMATTED, error_body};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// The endpoint, to be asked.
#[derive(Clone, Debug)]
pub struct Client {
    host: Arc<str>,
}

impl Client {
    /// An endpoint at this address before `/_api`; empty for the portal's own host.
    pub fn new(host: &str) -> Self {
        Self { host: host.trim_end_matches('/').into() }
    }

    /// The address of a resource outside `/_api`.
    pub(super) fn site(&self, path: &str) -> String {
        format!("{}{path}", self.host)
    }

    /// Reads rows; `resource` is what stands behind `/_api/`, `page_size` how many of them one answer may hold.
    pub(super) async fn get<T: DeserializeOwned>(
        &self,
        resource: &str,
        page_size: Option<u32>,
    ) -> Result<T, ApiError> {
        let text = self.get_text(&self.site(&format!("/_api/{resource}")), page_size).await?;
        parse(&text)
    }

    /// Follows a `nextLink`. It may name another host, behind a proxy; its path is what counts.
    pub(super) async fn get_next<T: DeserializeOwned>(
        &self,
        link: &str,
        page_size: u32,
    ) -> Result<T, ApiError> {
        let text = self.get_text(&self.site(path_of(link)), Some(page_size)).await?;
        parse(&text)
    }

    // Not generic, so that its code stands in the portal once.
    async fn get_text(&self, address: &str, page_size: Option<u32>) -> Result<String, ApiError> {
        let prefer = match page_size {
            Some(size) => format!("odata.maxpagesize={size},{WANT_FORMATTED}"),
            None => WANT_FORMATTED.to_owned(),
        };
        let answer = Request::get(address)
            .header("Accept", "application/json")
            .header("Prefer", &prefer)
            .send()
            .await
            .map_err(|_| ApiError::Unreachable)?;
        let (status, body) = read(answer).await?;
        match status {
            200..=299 => Ok(body),
            _ => Err(ApiError::from_answer(status, error_body(&body))),
        }
    }

    /// Creates a row. A token that the site refuses is fetched anew, once.
    pub(super) async fn create(&self, set: &str, body: &str) -> Result<(), ApiError> {
        let mut token = antiforgery::token(self).await?;
        let mut is_retry = false;
        loop {
            let answer = Request::post(&self.site(&format!("/_api/{set}")))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header(antiforgery::NAME, &token)
                .body(body)
                .map_err(|_| ApiError::Unreachable)?
                .send()
                .await
                .map_err(|_| ApiError::Unreachable)?;
            let (status, text) = read(answer).await?;
            let error = error_body(&text);
            match status {
                200..=299 => return Ok(()),
                _ if !is_retry && refuses_token(status, error.as_ref()) => {
                    token = antiforgery::fetch(self).await?;
                    is_retry = true;
                }
                _ => return Err(ApiError::from_answer(status, error)),
            }
        }
    }
}

/// The status and the text of an answer. A site whose session is over may answer with its sign-in page, by a redirect or
/// straight away: HTML is never an answer to the portal.
async fn read(answer: Response) -> Result<(u16, String), ApiError> {
    let is_html = answer.headers().get("Content-Type").is_some_and(|kind| kind.contains("text/html"));
    if is_html && (answer.ok() || answer.redirected()) {
        return Err(ApiError::SignedOut);
    }
    let text = answer.text().await.map_err(|_| ApiError::Unreachable)?;
    Ok((answer.status(), text))
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, ApiError> {
    serde_json::from_str(text).map_err(|error| ApiError::Faulty { reference: error.to_string() })
}

/// The path and query of an address, without scheme and host.
fn path_of(link: &str) -> &str {
    let behind_scheme = link.split_once("://").map(|(_, rest)| rest);
    match behind_scheme {
        Some(rest) => rest.find('/').map_or("/", |slash| &rest[slash..]),
        None => link,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_next_link_is_followed_on_the_portal_s_own_host() {
        assert_eq!(
            path_of("https://inner.example/_api/salesorders?$skiptoken=a%2F"),
            "/_api/salesorders?$skiptoken=a%2F"
        );
        assert_eq!(path_of("/_api/salesorders?x"), "/_api/salesorders?x");
        assert_eq!(path_of("https://inner.example"), "/");
    }
}
