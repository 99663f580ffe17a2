//! The token that every write carries (Power Pages, `/_layout/tokenhtml`).

use super::{ApiError, Client};
use gloo_net::http::Request;
use std::cell::RefCell;

/// The name of the header, and of the field in a form.
pub(super) const NAME: &str = "__RequestVerificationToken";

thread_local! {
    static TOKEN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The token, fetched if there is none yet.
pub(super) async fn token(client: &Client) -> Result<String, ApiError> {
    match TOKEN.with_borrow(Clone::clone) {
        Some(token) => Ok(token),
        None => fetch(client).await,
    }
}

/// A fresh token; signing in and out makes the old one worthless.
pub(super) async fn fetch(client: &Client) -> Result<String, ApiError> {
    let answer =
        Request::get(&client.site("/_layout/tokenhtml")).send().await.map_err(|_| ApiError::Unreachable)?;
    let status = answer.status();
    let html = answer.text().await.map_err(|_| ApiError::Unreachable)?;
    let token = value_in(&html).ok_or_else(|| ApiError::Faulty { reference: format!("token {status}") })?;
    TOKEN.set(Some(token.to_owned()));
    Ok(token.to_owned())
}

/// What stands between `value="` and the next quote.
fn value_in(html: &str) -> Option<&str> {
    let (_, behind) = html.split_once("value=\"")?;
    behind.split_once('"').map(|(value, _)| value).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_found_in_the_hidden_input() {
        let html = r#"<input name="__RequestVerificationToken" type="hidden" value="abc-123" />"#;
        assert_eq!(value_in(html), Some("abc-123"));
        assert_eq!(value_in("<p>no token</p>"), None);
        assert_eq!(value_in(r#"<input value="" />"#), None);
    }
}
