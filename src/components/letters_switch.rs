//! The switch for keys that are single characters: who speaks to the browser, or rests a hand on the keyboard, may not
//! want them (WCAG 2.1.4).

use crate::{
    components::key_name,
    html::{El, el},
    i18n::{t, t_with},
    keys::use_keys,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// The switch, with a sentence about what stays.
pub fn letters_switch() -> El {
    let keys = use_keys();
    let choose = move |event: Event| {
        let tick = event.current_target().and_then(|tick| tick.dyn_into::<HtmlInputElement>().ok());
        keys.set_letters(tick.is_none_or(|tick| tick.checked()));
    };
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("role", "switch")
        .live_checked(move || keys.letters.get())
        .on("change", choose);
    let words = el("span").child(el("span").text(t("keys.letters"))).child(
        el("span").class("check__hint").text(t_with("keys.letters-hint", &[("key", &key_name("mod+k"))])),
    );
    el("label").class("check").child(tick).child(words)
}
