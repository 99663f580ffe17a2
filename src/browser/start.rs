//! What the page brings along when it is loaded: the configuration and the texts that `boot.js` has fetched, and who is
//! signed in, which the site writes into the root page (Power Pages, `Microsoft.Dynamic365.Portal`).

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The value at a path of names, beginning at the global object; undefined if any of them is missing.
fn global(path: &[&str]) -> JsValue {
    path.iter().fold(js_sys::global().into(), |value, name| member(&value, name))
}

/// A member of an object; undefined where there is none.
pub fn member(value: &JsValue, name: &str) -> JsValue {
    match value.is_object() {
        true => Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED),
        false => JsValue::UNDEFINED,
    }
}

/// What stands in `portal.json`, as an object whose shape `boot.js` has checked.
pub fn config() -> JsValue {
    global(&["portal", "config"])
}

/// The members of a list; none for anything else.
pub fn items(value: &JsValue) -> Vec<JsValue> {
    match Array::is_array(value) {
        true => Array::from(value).to_vec(),
        false => Vec::new(),
    }
}

/// The texts of the reader's language, as an object of texts by key.
pub fn texts() -> JsValue {
    global(&["portal", "texts"])
}

/// The tag of the reader's language.
pub fn language() -> String {
    global(&["portal", "language"]).as_string().unwrap_or_else(|| "en".to_owned())
}

/// Who is signed in, as the site tells it. It is a hint for what to show and never a right: every request is judged by
/// the endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct PageUser {
    /// First and last name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The key of the contact.
    pub contact_id: String,
    /// The names of the web roles.
    pub roles: Vec<String>,
}

/// Who is signed in; none for a stranger.
pub fn user() -> Option<PageUser> {
    let user = global(&["Microsoft", "Dynamic365", "Portal", "User"]);
    let text = |name| member(&user, name).as_string().unwrap_or_default();
    let contact_id = text("contactId").trim_matches(['{', '}']).to_ascii_lowercase();
    // A stranger has none, and `Array.from` refuses what is undefined.
    let roles = member(&user, "userRoles").dyn_into::<Array>().unwrap_or_default();
    let is_known = !text("userName").is_empty();
    is_known.then(|| PageUser {
        name: format!("{} {}", text("firstName"), text("lastName")).trim().to_owned(),
        email: text("email"),
        contact_id,
        roles: roles.iter().filter_map(|role| role.as_string()).collect(),
    })
}

/// Tells `boot.js` that the portal has come to a stop, so that the reader sees a way on.
pub fn report_panic() {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("portal:panic")) {
        // Nothing is left to do if even that fails.
        let _ = window.dispatch_event(&event);
    }
}
