//! When and where an order goes, and what it is called.

use crate::{
    components::{address_lines, day, day_or_dash, fact, facts_card, or_dash},
    html::{El, el},
    i18n::{t, t_count},
};
use portal_model::order::Order;

/// Dates, delivery and references.
pub fn order_facts(order: &Order) -> El {
    let (summary, details) = (&order.summary, &order.details);
    // A day that never came is not pending any more once the order is settled.
    let expected = if summary.status.is_settled() { day_or_dash } else { day };
    let receipt = el("span").child(expected(details.confirmed_receipt)).maybe_child(lateness(order));
    let dates = [
        fact(t("order.requested"), day_or_dash(summary.requested)),
        fact(t("order.confirmed-receipt"), receipt),
        fact(t("order.confirmed-shipping"), expected(details.confirmed_shipping)),
    ];
    let delivery = [
        fact(t("order.ship-to"), address_lines(&order.delivery_address())),
        fact(t("order.delivery-mode"), or_dash(details.delivery_mode.clone())),
    ];
    let references = [
        fact(t("order.requisition"), or_dash(summary.requisition.clone())),
        fact(t("order.reference"), or_dash(details.reference.clone())),
        fact(t("order.customer"), or_dash(details.customer.clone())),
    ];
    el("div")
        .class("columns")
        .child(card(t("order.dates"), dates))
        .child(card(t("order.delivery"), delivery))
        .child(card(t("order.references"), references))
}

fn card(title: String, facts: impl IntoIterator<Item = El>) -> El {
    facts_card(title, None, el("dl").class("facts facts--stacked").children(facts))
}

/// Lateness in words: it is what one looks for.
fn lateness(order: &Order) -> Option<El> {
    let days = order.days_late().filter(|days| *days != 0)?;
    let (tone, text) = match days > 0 {
        true => ("warning", t_count("order.days-later", days.unsigned_abs())),
        false => ("success", t_count("order.days-earlier", days.unsigned_abs())),
    };
    Some(el("span").class("facts__note").attr("data-tone", tone).text(text))
}
