//! One request for one page of rows. The worker is of the portal's own origin, so the browser adds the session.

use super::{scope, words};
use portal_model::export::Failure;
use portal_model::odata::WANT_FORMATTED;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestInit, Response};

/// The largest page that endpoints give (Dataverse Web API, page results).
const PAGE_SIZE: u32 = 5_000;

/// The text of an answer.
pub async fn ask(address: &str) -> Result<String, Failure> {
    let request = request(address)?;
    let answer =
        JsFuture::from(scope().fetch_with_request(&request)).await.map_err(|_| Failure::Unreachable)?;
    let answer: Response = answer.unchecked_into();
    // A site whose session is over may answer with its sign-in page, by a redirect or straight away.
    let kind = answer.headers().get("Content-Type").ok().flatten().unwrap_or_default();
    if kind.contains("text/html") && (answer.ok() || answer.redirected()) {
        return Err(Failure::SignedOut);
    }
    let text = answer.text().map_err(|_| Failure::Unreachable)?;
    let body = JsFuture::from(text).await.map_err(|_| Failure::Unreachable)?.as_string().unwrap_or_default();
    match answer.ok() {
        true => Ok(body),
        false => Err(Failure::Refused { status: answer.status(), body }),
    }
}

fn request(address: &str) -> Result<Request, Failure> {
    let faulty = |problem| Failure::Faulty { reference: words(&problem) };
    let request = Request::new_with_str_and_init(address, &RequestInit::new()).map_err(faulty)?;
    let headers = request.headers();
    headers.set("Accept", "application/json").map_err(faulty)?;
    headers.set("Prefer", &format!("odata.maxpagesize={PAGE_SIZE},{WANT_FORMATTED}")).map_err(faulty)?;
    Ok(request)
}
