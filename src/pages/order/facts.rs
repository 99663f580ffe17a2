//! When and where an order goes, and what it is called.

use crate::{
    components::{AddressLines, day, fact, or_dash},
    i18n::{t, t_count},
};
use leptos::prelude::*;
use portal_model::order::Order;

/// Dates, delivery and references.
#[component]
pub fn OrderFacts(
    /// The order.
    order: Order,
) -> impl IntoView {
    let requested = match order.summary.requested {
        Some(date) => day(Some(date)),
        None => or_dash(None),
    };
    view! {
        <div class="columns">
            <section class="card">
                <h2>{t("order.dates")}</h2>
                <dl class="facts facts--stacked">
                    {fact(t("order.requested"), requested)}
                    {fact(
                        t("order.confirmed-receipt"),
                        view! { {day(order.details.confirmed_receipt)} {lateness(&order)} }.into_any(),
                    )}
                    {fact(t("order.confirmed-shipping"), day(order.details.confirmed_shipping))}
                </dl>
            </section>
            <section class="card">
                <h2>{t("order.delivery")}</h2>
                <dl class="facts facts--stacked">
                    {fact(t("order.ship-to"), view! { <AddressLines address=order.delivery_address() /> }.into_any())}
                    {fact(t("order.delivery-mode"), or_dash(order.details.delivery_mode.clone()))}
                </dl>
            </section>
            <section class="card">
                <h2>{t("order.references")}</h2>
                <dl class="facts facts--stacked">
                    {fact(t("order.requisition"), or_dash(order.summary.requisition.clone()))}
                    {fact(t("order.reference"), or_dash(order.details.reference.clone()))}
                    {fact(t("order.customer"), or_dash(order.details.customer.clone()))}
                </dl>
            </section>
        </div>
    }
}

/// Lateness in words: it is what one looks for.
fn lateness(order: &Order) -> Option<impl IntoView + use<>> {
    let days = order.days_late().filter(|days| *days != 0)?;
    let (tone, text) = match days > 0 {
        true => ("warning", t_count("order.days-later", days.unsigned_abs())),
        false => ("success", t_count("order.days-earlier", days.unsigned_abs())),
    };
    Some(view! { <span class="facts__note" data-tone=tone>{text}</span> })
}
