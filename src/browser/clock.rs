//! The reader's day and time.

use js_sys::{Array, Intl::DateTimeFormat, Object, Reflect};
use portal_model::date::Date;

/// Today, where the reader is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let day = Date::new(now.get_full_year() as u16, now.get_month() as u8 + 1, now.get_date() as u8);
    // A browser's clock before 1753 is not worth a branch in every form.
    day.unwrap_or_else(|| Date::new(1970, 1, 1).unwrap_or_else(|| unreachable!()))
}

/// Now, in milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// An instant, given in milliseconds since 1970, in the form of ISO 8601.
pub fn iso(milliseconds: f64) -> String {
    js_sys::Date::new(&milliseconds.into()).to_iso_string().into()
}

/// Waits so many milliseconds. Dropped before, it ends at once.
pub async fn after(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}

/// The name of the reader's time zone, for example `Europe/Berlin`.
pub fn zone() -> String {
    let options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok().and_then(|zone| zone.as_string()).unwrap_or_default()
}
