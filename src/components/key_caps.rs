//! A key as it looks on the keyboard.

use crate::{
    browser::keyboard::is_mac,
    html::{El, el},
    i18n::t,
};

/// The caps of a key as the registry spells it: `g o` is two caps, `mod+k` is one.
pub fn key_caps(spelled: &str) -> El {
    let cap = |key: &str| el("kbd").class("key").text(key_name(key));
    el("span").class("keys").children(spelled.split(' ').map(cap))
}

/// What stands on the cap of a key.
pub fn key_name(key: &str) -> String {
    match key.strip_prefix("mod+") {
        Some(key) if is_mac() => format!("⌘{}", key.to_ascii_uppercase()),
        Some(key) => format!("{} {}", t("keys.ctrl"), key.to_ascii_uppercase()),
        None if key == "Enter" => t("keys.enter"),
        None => key.to_owned(),
    }
}
