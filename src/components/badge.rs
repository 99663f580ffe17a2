//! How far an order or a line is, in one word with a sign.

use crate::i18n::t_of;
use leptos::prelude::*;
use portal_model::status::OrderStatus;

/// The status of an order.
#[component]
pub fn StatusBadge(
    /// The status.
    status: OrderStatus,
) -> impl IntoView {
    let tone = match status {
        OrderStatus::Received | OrderStatus::Unknown(_) => "neutral",
        OrderStatus::Confirmed => "information",
        OrderStatus::Picked | OrderStatus::PartlyDelivered => "progress",
        OrderStatus::Delivered | OrderStatus::PartlyInvoiced | OrderStatus::Invoiced => "success",
        OrderStatus::Canceled => "danger",
    };
    view! {
        <span class="badge" data-tone=tone data-status=status.slug()>
            {t_of("status", status.slug())}
        </span>
    }
}
