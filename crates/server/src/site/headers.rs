//! The headers that tell browsers what not to do.

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::response::Response;

/// Allows the one inline script of an answer, the one with the user object.
#[derive(Clone)]
pub(crate) struct Nonce(pub(super) String);

/// Everything but the scripts. The identity provider's addresses are those of Microsoft Entra, for a site that
/// signs in there.
const POLICY: &str = "style-src 'self'; img-src 'self' data: https:; font-src 'self'; connect-src 'self'; \
    manifest-src 'self'; form-action 'self' https://login.microsoftonline.com https://login.windows.net; \
    base-uri 'self'; object-src 'none'; frame-ancestors 'none'";

/// Adds the headers to an answer. Every answer gets them: a policy on the page alone does not hold for an answer
/// that is opened by itself.
pub(crate) async fn secure(mut answer: Response) -> Response {
    let nonce = answer.extensions_mut().remove::<Nonce>();
    let nonce = nonce.map(|Nonce(nonce)| format!(" 'nonce-{nonce}'")).unwrap_or_default();
    let policy = format!("default-src 'none'; script-src 'self'{nonce} 'wasm-unsafe-eval'; {POLICY}");
    let headers = answer.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    let opener = HeaderName::from_static("cross-origin-opener-policy");
    headers.insert(opener, HeaderValue::from_static("same-origin"));
    answer
}
