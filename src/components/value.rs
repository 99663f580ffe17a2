//! Single values in cells and lists: there, left empty, or still to come.

use crate::{
    html::{El, el},
    i18n::{self, t},
};
use portal_model::{date::Date, money::Money};

/// An amount, or the word for one that the ERP has not sent: never 0.
pub fn amount(money: Option<Money>) -> El {
    money.map_or_else(pending, |money| el("span").text(i18n::money(&money)))
}

/// An amount, or a dash where none will come any more.
pub fn amount_or_dash(money: Option<Money>) -> El {
    money.map_or_else(|| or_dash(None), |money| amount(Some(money)))
}

/// A day, or the word for one that the ERP has not sent.
pub fn day(date: Option<Date>) -> El {
    date.map_or_else(pending, |date| el("time").attr("datetime", date.to_string()).text(i18n::date(date)))
}

/// A day, or a dash where none was asked for.
pub fn day_or_dash(date: Option<Date>) -> El {
    date.map_or_else(|| or_dash(None), |date| day(Some(date)))
}

/// A text, or a dash with a name for screen readers.
pub fn or_dash(text: Option<String>) -> El {
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => el("span").text(text),
        None => el("span")
            .attr("data-empty", "")
            .child(el("span").attr("aria-hidden", "true").text("–"))
            .child(el("span").class("visually-hidden").text(t("value.none"))),
    }
}

/// The word for what the ERP has not sent yet.
pub fn pending() -> El {
    el("span").class("pending").text(t("value.pending"))
}
