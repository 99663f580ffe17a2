//! The sums as the ERP sent them. Nothing is added up here: what it has not sent is pending.

use crate::{
    components::{amount, amount_or_dash},
    html::{El, el},
    i18n::t,
};
use portal_model::{money::Money, order::Order};

/// The sums of an order.
pub fn totals(order: &Order) -> El {
    let totals = order.totals();
    let is_settled = order.status().is_settled();
    let show = |money| if is_settled { amount_or_dash(money) } else { amount(money) };
    // A discount is told when there is one; charges and tax until it is settled that there are none.
    let discount = totals
        .discount
        .filter(is_something)
        .map(|money| row(PLAIN, t("order.discount"), amount(Some(money))));
    let later = |name: String, money: Option<Money>| {
        (money.is_some() || !is_settled).then(|| row(PLAIN, name, show(money)))
    };
    el("dl")
        .class("totals")
        .child(row(PLAIN, t("order.subtotal"), show(totals.lines)))
        .maybe_child(discount)
        .maybe_child(later(t("order.charges"), totals.charges))
        .maybe_child(later(t("order.tax"), totals.tax))
        .child(row("totals__row totals__row--sum", t("order.total"), show(totals.total)))
}

fn is_something(money: &Money) -> bool {
    money.amount.value().is_some_and(|amount| !amount.is_zero())
}

const PLAIN: &str = "totals__row";

fn row(class: &'static str, name: String, value: El) -> El {
    el("div").class(class).child(el("dt").text(name)).child(el("dd").child(value))
}
