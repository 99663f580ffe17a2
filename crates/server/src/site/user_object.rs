//! The `Microsoft.Dynamic365.Portal` object: what a page of a Power Pages site knows about its reader. A display
//! hint, not a boundary; rows are guarded by the Web API.

use serde_json::{Map, Value, json};

use crate::session::SignedIn;

/// The inline script that sets the object, without `User` for an anonymous reader.
pub(super) fn script(user: Option<&SignedIn>, nonce: &str) -> String {
    let mut portal = Map::new();
    if let Some(user) = user {
        portal.insert("User".to_owned(), object(user));
    }
    portal.insert("version".to_owned(), env!("CARGO_PKG_VERSION").into());
    portal.insert("isTelemetryEnabled".to_owned(), "False".into());
    portal.insert("isClientApiEnabled".to_owned(), "True".into());
    let portal = in_script(&json!({ "Dynamic365": { "Portal": portal } }));
    format!("<script nonce=\"{nonce}\">window.Microsoft={portal};</script>\n")
}

fn object(user: &SignedIn) -> Value {
    json!({
        "userName": user.email,
        "firstName": user.first_name,
        "lastName": user.last_name,
        "email": user.email,
        "contactId": user.viewer.contact.to_string(),
        "userRoles": [user.viewer.role.name()],
    })
}

/// JSON that means the same inside a script element: nothing in it ends the element or opens a comment, and no
/// character of it ends a line of an old script.
fn in_script(value: &Value) -> String {
    let json = value.to_string();
    let mut text = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => text.push_str(&format!("\\u{:04x}", letter as u32)),
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use portal_store::{Role, Viewer};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn no_name_can_leave_the_script() {
        let viewer = Viewer { contact: Uuid::nil(), account: None, role: Role::Administrator };
        let name = "</script><!--\u{2028}'\"\\";
        let user = SignedIn {
            viewer,
            email: "a@b.example".into(),
            first_name: name.into(),
            last_name: "&amp;".into(),
        };
        let script = script(Some(&user), "abc");
        let json = script
            .strip_prefix("<script nonce=\"abc\">window.Microsoft=")
            .and_then(|rest| rest.strip_suffix(";</script>\n"))
            .unwrap();
        assert!(!json.contains(['<', '>', '\u{2028}']), "{json}");
        let object: Value = serde_json::from_str(json).unwrap();
        let user = &object["Dynamic365"]["Portal"]["User"];
        assert_eq!(user["firstName"], name);
        assert_eq!(user["lastName"], "&amp;");
        assert_eq!(user["userRoles"], json!(["Administrator"]));
        assert_eq!(user["contactId"], "00000000-0000-0000-0000-000000000000");
    }

    #[test]
    fn an_anonymous_reader_has_no_user() {
        assert!(!script(None, "abc").contains("User\""));
    }
}
