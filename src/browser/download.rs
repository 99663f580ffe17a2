//! Handing a file to the reader, who decides where it goes. It is never opened in a page of ours.

use super::blob;
use leptos::prelude::{document, set_timeout, window};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// Offers bytes as a file that says of itself only that it is bytes, so that no browser shows it.
pub fn save_bytes(name: &str, bytes: &[u8]) {
    save(name, blob::of_bytes(bytes, "application/octet-stream"));
}

/// Offers a text as a file of this kind.
pub fn save_text(name: &str, text: &str, kind: &str) {
    save(name, blob::of_text(text, kind));
}

/// Offers a file that is one already.
pub fn save_file(name: &str, file: &Blob) {
    save(name, Some(file.clone()));
}

/// The bytes of a base64 text; none if it is not one.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    // The browser answers a text whose letters are the bytes.
    let letters = window().atob(text).ok()?;
    Some(letters.chars().map(|letter| letter as u8).collect())
}

/// How long a browser may take to begin with a download.
const KEPT: Duration = Duration::from_secs(60);

fn save(name: &str, blob: Option<Blob>) {
    let address = blob.and_then(|blob| Url::create_object_url_with_blob(&blob).ok());
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let (Some(address), Some(link)) = (address, link) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
        set_timeout(move || drop(Url::revoke_object_url(&address)), KEPT);
    }
}
