//! An order that is not there, or not for the reader: the endpoint does not tell which, and neither do we.

use crate::{
    components::{Drawing, PageHeader, outcome},
    html::{El, el},
    i18n::{t, t_with},
    routes::Route,
};
use portal_model::ids::OrderId;

/// Says so, and offers the way to the orders that are there.
pub fn missing(id: OrderId) -> El {
    let header = PageHeader::new(t("order.missing")).back(Route::Orders, t("orders.title"));
    let orders = el("a")
        .class("button button--primary")
        .attr("href", Route::Orders.path())
        .text(t("not-found.orders"));
    let text = t_with("order.missing-text", &[("id", &id.to_string())]);
    el("div").class("page").child(header.show()).child(outcome(Drawing::Glass, String::new(), text, [orders]))
}
