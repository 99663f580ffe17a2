//! What is in an order, and what it costs.

use crate::{
    components::{amount, amount_or_dash, badge, day, day_or_dash, or_dash, pending},
    html::{El, el},
    i18n::{number, t, t_of, t_with},
    loading::Loading,
};
use portal_model::{
    decimal::Number,
    money::Money,
    order::{Order, OrderLine},
    status::LineStatus,
};

/// The lines with the sums below them.
pub fn order_lines(order: Order, lines: Loading<Vec<OrderLine>>) -> El {
    let waiting = || el("span").class("skeleton").attr("data-size", "block");
    let ready = move |lines: Vec<OrderLine>| table(&order, &lines);
    el("section").class("stack").child(el("h2").text(t("order.lines"))).live_view(lines.view(waiting, ready))
}

/// An amount, pending as long as the ERP may still send it.
fn money(order: &Order, money: Option<Money>) -> El {
    if order.summary.status.is_settled() { amount_or_dash(money) } else { amount(money) }
}

fn table(order: &Order, lines: &[OrderLine]) -> El {
    let column = |name: String| el("th").attr("scope", "col").text(name);
    let numeric = |name: String| column(name).attr("data-numeric", "");
    let head = el("tr")
        .child(numeric("#".to_owned()).class("line-table__position").attr("aria-label", t("line.position")))
        .child(column(t("line.product")))
        .child(numeric(t("line.quantity")))
        .child(numeric(t("line.price")))
        .child(numeric(t("line.amount")))
        .child(column(t("line.status")))
        .child(column(t("line.ships")));
    let table = el("table")
        .class("table line-table")
        .attr("data-cards", "")
        .child(el("caption").class("visually-hidden").text(t("order.lines")))
        .child(el("thead").child(head))
        .child(el("tbody").children(lines.iter().map(|line| row(order, line))));
    el("div").class("table-box").child(table).child(el("div").class("table-box__foot").child(totals(order)))
}

fn row(order: &Order, line: &OrderLine) -> El {
    let product = line.product.as_ref();
    let name =
        product.and_then(|product| product.name.clone()).or(line.description.clone()).unwrap_or_default();
    let detail = |text: String| el("span").class("table__detail").text(text);
    let product_number = product.and_then(|product| product.number.clone()).map(detail);
    let shipped =
        shipped_in_part(line).map(|shipped| detail(t_with("line.shipped", &[("quantity", &plain(shipped))])));
    let quantity = format!("{} {}", plain(&line.quantity), line.unit.as_deref().unwrap_or_default());
    let position = line.position.map(|position| position.to_string()).unwrap_or_default();
    let is_settled = order.summary.status.is_settled();
    let ships = if is_settled { day_or_dash(line.confirmed_shipping) } else { day(line.confirmed_shipping) };
    let numeric = |class| el("td").class(class).attr("data-numeric", "");
    el("tr")
        .child(numeric("line-table__position").text(position))
        .child(
            el("th").attr("scope", "row").class("line-table__product").text(name).maybe_child(product_number),
        )
        .child(numeric("line-table__quantity").text(quantity).maybe_child(shipped))
        .child(
            numeric("line-table__price")
                .attr("data-label", t("line.at"))
                .child(money(order, order.in_its_currency(line.price.as_ref()))),
        )
        .child(numeric("line-table__amount").child(money(order, order.in_its_currency(line.amount.as_ref()))))
        .child(el("td").class("line-table__status").child(status(line.status, is_settled)))
        .child(el("td").class("line-table__date").child(ships))
}

/// A quantity without the zeros that the endpoint writes behind it.
fn plain(quantity: &Number) -> String {
    number(&quantity.value().map_or_else(|| quantity.to_string(), |value| value.normalize().to_string()))
}

/// How much has been shipped, if that is something, but not all.
fn shipped_in_part(line: &OrderLine) -> Option<&Number> {
    let shipped = line.shipped.as_ref()?;
    let value = shipped.value()?;
    (!value.is_zero() && Some(value) != line.quantity.value()).then_some(shipped)
}

fn status(status: LineStatus, is_settled: bool) -> El {
    let tone = match status {
        LineStatus::None if is_settled => return or_dash(None),
        LineStatus::None => return pending(),
        LineStatus::Open => "information",
        LineStatus::Delivered | LineStatus::Invoiced => "success",
        LineStatus::Canceled => "danger",
    };
    badge(tone, t_of("line-status", status.slug()))
}

fn totals(order: &Order) -> El {
    let totals = order.totals();
    let row = |name: String, value: El| {
        el("div").class("totals__row").child(el("dt").text(name)).child(el("dd").child(value))
    };
    // What the ERP can leave out for good is only shown once it is there; the rest is pending until then.
    let discount =
        totals.discount.filter(|money| money.amount.value().is_some_and(|amount| !amount.is_zero()));
    let optional =
        [(t("order.discount"), discount), (t("order.charges"), totals.charges), (t("order.tax"), totals.tax)];
    let optional = optional.into_iter().filter_map(|(name, money)| Some(row(name, amount(Some(money?)))));
    let total = el("div")
        .class("totals__row totals__row--sum")
        .child(el("dt").text(t("order.total")))
        .child(el("dd").child(money(order, totals.total)));
    el("dl")
        .class("totals")
        .child(row(t("order.subtotal"), money(order, totals.lines)))
        .children(optional)
        .child(total)
}
