//! Single values in cells and lists: there, left empty, or still to come.

use crate::i18n::{self, t};
use leptos::prelude::*;
use portal_model::{date::Date, money::Money};

/// An amount, or the word for one that the ERP has not sent: never 0.
pub fn amount(money: Option<Money>) -> AnyView {
    match money {
        Some(money) => i18n::money(&money).into_any(),
        None => pending(),
    }
}

/// A day, or the word for one that the ERP has not sent.
pub fn day(date: Option<Date>) -> AnyView {
    match date {
        Some(date) => view! { <time datetime=date.to_string()>{i18n::date(date)}</time> }.into_any(),
        None => pending(),
    }
}

/// A text, or a dash with a name for screen readers.
pub fn or_dash(text: Option<String>) -> AnyView {
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => text.into_any(),
        None => view! {
            <span aria-hidden="true">"–"</span>
            <span class="visually-hidden">{t("value.none")}</span>
        }
        .into_any(),
    }
}

fn pending() -> AnyView {
    view! { <span class="pending">{t("value.pending")}</span> }.into_any()
}
