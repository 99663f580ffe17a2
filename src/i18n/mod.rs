//! Texts and the writing of numbers and dates, in the reader's language.
//!
//! Every sentence stands in `public/locales/<language>.json`. A house test keeps the keys used here and the keys there
//! equal, so a key is always spelled as a literal: `t("orders.title")`, or by [`t_of`] for a family of texts.

mod format;

pub use format::{country, date, instant, money, number};

use crate::browser::start;
use js_sys::{Intl::PluralRules, Object, Reflect};
use wasm_bindgen::JsValue;

thread_local! {
    static TEXTS: JsValue = start::texts();
    static LANGUAGE: String = start::language();
    static PLURALS: PluralRules = PluralRules::new(&js_sys::Array::of1(&LANGUAGE.with(|tag| JsValue::from_str(tag))), &Object::new());
}

/// The tag of the reader's language.
pub fn language() -> String {
    LANGUAGE.with(Clone::clone)
}

/// The text with this key; the key itself where a language file lacks it, so that the lack can be seen and named.
pub fn t(key: &str) -> String {
    TEXTS
        .with(|texts| Reflect::get(texts, &key.into()).ok())
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| key.to_owned())
}

/// One of a family of texts: `t_of("status", "confirmed")` is the text `status.confirmed`.
pub fn t_of(family: &str, member: &str) -> String {
    t(&format!("{family}.{member}"))
}

/// A text with `{name}` replaced by its value.
pub fn t_with(key: &str, values: &[(&str, &str)]) -> String {
    fill(t(key), values)
}

/// A text for a count: `key_one`, `key_other` and what else the language needs, with `{count}` replaced.
pub fn t_count(key: &str, count: u32) -> String {
    let category = PLURALS
        .with(|rules| rules.select(f64::from(count)))
        .as_string()
        .unwrap_or_else(|| "other".to_owned());
    let shown = number(&count.to_string());
    let text = t(&format!("{key}_{category}"));
    fill(text, &[("count", &shown)])
}

fn fill(text: String, values: &[(&str, &str)]) -> String {
    values.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
