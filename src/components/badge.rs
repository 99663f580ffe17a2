//! How far an order is, in one word with a sign.

use crate::{
    html::{El, el},
    i18n::t_of,
};
use portal_model::status::OrderStatus;

/// The status of an order.
pub fn status_badge(status: OrderStatus) -> El {
    let tone = match status {
        OrderStatus::Received | OrderStatus::Unknown(_) => "neutral",
        OrderStatus::Confirmed => "information",
        OrderStatus::Picked | OrderStatus::PartlyDelivered => "progress",
        OrderStatus::Delivered | OrderStatus::PartlyInvoiced | OrderStatus::Invoiced => "success",
        OrderStatus::Canceled => "danger",
    };
    badge(tone, t_of("status", status.slug())).attr("data-status", status.slug())
}

/// A word with the sign and the colours of a tone.
pub fn badge(tone: &'static str, word: String) -> El {
    el("span").class("badge").attr("data-tone", tone).text(word)
}
