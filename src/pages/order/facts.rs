//! When and where an order goes, who pays it, and what it is called.

use crate::{
    components::{address_lines, day, day_or_dash, fact, facts_card, or_dash},
    html::{El, el},
    i18n::{t, t_count},
};
use portal_model::order::{Order, Promise, Slip};

/// Dates, delivery, invoice and references.
pub fn order_facts(order: &Order) -> El {
    let (summary, details) = (&order.summary, &order.details);
    // A day that never came is not pending any more once nothing is to come.
    let expected = if order.awaits_goods() { day } else { day_or_dash };
    let slip = Slip::of(summary.requested, summary.confirmed_receipt.map(Promise::Arrives));
    let receipt =
        el("span").child(expected(summary.confirmed_receipt)).maybe_child(slip.and_then(against_requested));
    let dates = [
        fact(t("order.requested"), day_or_dash(summary.requested)),
        fact(t("order.confirmed-receipt"), receipt),
        fact(t("order.confirmed-shipping"), expected(details.confirmed_shipping)),
    ];
    let delivery = [
        fact(t("order.ship-to"), address_lines(&order.delivery_address())),
        fact(t("order.delivery-mode"), or_dash(details.delivery_mode.clone())),
        fact(t("order.delivery-terms"), or_dash(details.delivery_terms.clone())),
    ];
    let invoice = [
        fact(t("order.invoice-to"), address_lines(&order.invoice_address())),
        fact(t("order.payment-terms"), or_dash(details.payment_terms.clone())),
    ];
    let references = [
        fact(t("order.requisition"), or_dash(summary.requisition.clone())),
        fact(t("order.reference"), or_dash(summary.reference.clone())),
        fact(t("order.placed-by-name"), or_dash(summary.placed_by.clone())),
        fact(t("order.customer"), or_dash(details.customer.clone())),
    ];
    el("div")
        .class("columns order-facts")
        .child(card(t("order.dates"), dates))
        .child(card(t("order.delivery"), delivery))
        .child(card(t("order.invoice"), invoice))
        .child(card(t("order.references"), references))
}

fn card(title: String, facts: impl IntoIterator<Item = El>) -> El {
    facts_card(title, None, el("dl").class("facts facts--stacked").children(facts))
}

/// Lateness in words: it is what one looks for.
fn against_requested(slip: Slip) -> Option<El> {
    let (tone, text) = match slip {
        Slip::Later(days) | Slip::LaterAtLeast(days) => ("warning", t_count("order.days-later", days)),
        Slip::Earlier(days) => ("success", t_count("order.days-earlier", days)),
        Slip::OnTime => return None,
    };
    Some(el("span").class("facts__note").attr("data-tone", tone).text(text))
}
