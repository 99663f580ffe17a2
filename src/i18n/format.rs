//! Amounts, quantities and dates as the reader writes them, by the browser's `Intl`.
//!
//! Amounts are handed over as texts: `Intl.NumberFormat` formats decimal strings exactly, where a number would be rounded
//! to a binary float first.

use super::language;
use js_sys::{
    Array, Function,
    Intl::{DateTimeFormat, NumberFormat},
    Object, Reflect,
};
use portal_model::{date::Date, money::Money};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    // Making a formatter costs a hundred times as much as using it.
    static FORMATTERS: RefCell<Vec<(String, Function)>> = const { RefCell::new(Vec::new()) };
}

/// An amount with its currency.
pub fn money(money: &Money) -> String {
    let digits = money.amount.to_string();
    if money.currency.is_empty() {
        return number(&digits);
    }
    let make = |locales: &Array| {
        let options = options(&[("style", "currency"), ("currency", &money.currency)]);
        NumberFormat::new(locales, &options).format()
    };
    apply(&money.currency, make, &digits.into())
}

/// A decimal number, given by its digits.
pub fn number(digits: &str) -> String {
    let make =
        |locales: &Array| NumberFormat::new(locales, &options(&[("maximumFractionDigits", "10")])).format();
    apply("number", make, &digits.into())
}

/// A day.
pub fn date(date: Date) -> String {
    let day = js_sys::Date::new(&date.to_string().into());
    let make = |locales: &Array| {
        let options =
            options(&[("day", "numeric"), ("month", "short"), ("year", "numeric"), ("timeZone", "UTC")]);
        DateTimeFormat::new(locales, &options).format()
    };
    apply("date", make, &day)
}

/// The day and time of an ISO 8601 instant, where the reader is.
pub fn instant(text: &str) -> String {
    let instant = js_sys::Date::new(&text.into());
    let make = |locales: &Array| {
        let options = options(&[("dateStyle", "medium"), ("timeStyle", "short")]);
        DateTimeFormat::new(locales, &options).format()
    };
    apply("instant", make, &instant)
}

/// The name of the country with this ISO 3166 code.
pub fn country(code: &str) -> Option<String> {
    // `Intl.DisplayNames` has no binding in js-sys.
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(&locales(), &options(&[("type", "region")]));
    let names = Reflect::construct(&class, &arguments).ok()?;
    let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&names, &code.into()).ok()?.as_string()
}

fn locales() -> Array {
    Array::of1(&language().into())
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        // Setting a member of a plain object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn apply(name: &str, make: impl FnOnce(&Array) -> Function, value: &JsValue) -> String {
    FORMATTERS.with_borrow_mut(|formatters| {
        let known = formatters.iter().position(|(known, _)| known == name);
        let index = known.unwrap_or_else(|| {
            formatters.push((name.to_owned(), make(&locales())));
            formatters.len() - 1
        });
        let text = formatters[index].1.call1(&JsValue::UNDEFINED, value);
        // `Intl` refuses only dates that are none and currencies that no ERP has: shown as they came.
        text.ok().and_then(|text| text.as_string()).unwrap_or_else(|| value.as_string().unwrap_or_default())
    })
}
