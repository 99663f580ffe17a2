//! The reader's day.

use portal_model::date::Date;

/// Today, where the reader is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let day = Date::new(now.get_full_year() as u16, now.get_month() as u8 + 1, now.get_date() as u8);
    // A browser's clock before 1753 is not worth a branch in every form.
    day.unwrap_or_else(|| Date::new(1970, 1, 1).unwrap_or_else(|| unreachable!()))
}
