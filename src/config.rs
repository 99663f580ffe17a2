//! What an administrator may set in `public/portal.json`, read when the portal starts.
//!
//! `boot.js` reads the file, checks its shape and says what is wrong with it before the portal is even there; here it is
//! only looked up. That is why there is no parser of it in the program that every visitor fetches.

use crate::browser::start::{config, items, member};
use portal_model::new_order::Bindings;
use wasm_bindgen::JsValue;

/// Who runs the portal.
pub struct Brand {
    /// The name, shown in the frame and in page titles.
    pub name: String,
    /// The address of a picture.
    pub logo: Option<String>,
}

/// A language of the portal.
pub struct Language {
    /// The tag, as in `locales/<tag>.json`.
    pub code: String,
    /// Its name in itself.
    pub name: String,
}

/// A country that orders can be shipped to.
pub struct Country {
    /// The text that the ERP knows it by.
    pub value: String,
    /// The ISO 3166 code, by which the browser names it in the reader's language.
    pub code: String,
}

/// An identity provider of the site.
pub struct Provider {
    /// What the button says.
    pub label: String,
    /// The provider's name in the site's settings, for example `https://login.windows.net/<tenant>/`.
    pub provider: String,
}

/// Whom to ask.
pub struct Support {
    /// An e-mail address.
    pub email: Option<String>,
    /// A telephone number.
    pub telephone: Option<String>,
}

/// Where the endpoint is: the address before `/_api`, empty for the portal's own host.
pub fn endpoint() -> String {
    text(&config(), "endpoint").unwrap_or_default()
}

/// Who runs the portal.
pub fn brand() -> Brand {
    let brand = member(&config(), "brand");
    Brand { name: text(&brand, "name").unwrap_or_default(), logo: text(&brand, "logo") }
}

/// The languages to choose from; the first is the default.
pub fn languages() -> Vec<Language> {
    list("languages", |one| Language { code: required(one, "code"), name: required(one, "name") })
}

/// The largest page that an endpoint gives (Dataverse Web API, page results).
const LARGEST_PAGE: f64 = 5_000.0;

/// How many orders a page of the list holds; 50 unless it is set.
pub fn page_size() -> u32 {
    member(&config(), "pageSize").as_f64().map_or(50, |size| size.clamp(1.0, LARGEST_PAGE) as u32)
}

/// The countries that orders can be shipped to; none if the country is typed.
pub fn countries() -> Vec<Country> {
    list("countries", |one| Country { value: required(one, "value"), code: required(one, "code") })
}

/// The names under which rows are bound.
pub fn bindings() -> Bindings {
    let names = member(&config(), "bindings");
    Bindings::read(|name| text(&names, name))
}

/// Whether e-mail and password are offered for signing in.
pub fn has_local_sign_in() -> bool {
    member(&member(&config(), "signIn"), "local").as_bool().unwrap_or(true)
}

/// The identity providers that are offered for signing in.
pub fn providers() -> Vec<Provider> {
    let providers = member(&member(&config(), "signIn"), "providers");
    items(&providers)
        .iter()
        .map(|one| Provider { label: required(one, "label"), provider: required(one, "provider") })
        .collect()
}

/// Whom to ask.
pub fn support() -> Support {
    let support = member(&config(), "support");
    Support { email: text(&support, "email"), telephone: text(&support, "telephone") }
}

fn text(value: &JsValue, name: &str) -> Option<String> {
    member(value, name).as_string()
}

fn required(value: &JsValue, name: &str) -> String {
    text(value, name).unwrap_or_default()
}

fn list<T>(name: &str, read: impl Fn(&JsValue) -> T) -> Vec<T> {
    items(&member(&config(), name)).iter().map(read).collect()
}
