//! What is in an order, and what it costs.

use crate::{
    components::{amount, day},
    i18n::{number, t, t_of, t_with},
    loading::Loading,
};
use leptos::prelude::*;
use portal_model::{
    order::{Order, OrderLine},
    status::LineStatus,
};

/// The lines with the sums below them.
#[component]
pub fn OrderLines(
    /// The order.
    order: Order,
    /// Its lines.
    lines: Loading<Vec<OrderLine>>,
) -> impl IntoView {
    let waiting = || view! { <span class="skeleton" data-size="block"></span> }.into_any();
    let ready = move |lines: Vec<OrderLine>| table(&order, lines);
    view! {
        <section class="stack">
            <h2>{t("order.lines")}</h2>
            {lines.view(waiting, ready)}
        </section>
    }
}

fn table(order: &Order, lines: Vec<OrderLine>) -> impl IntoView + use<> {
    let rows: Vec<_> = lines.into_iter().map(|line| row(order, line)).collect();
    view! {
        <div class="table-box">
            <table class="table line-table" data-cards>
                <caption class="visually-hidden">{t("order.lines")}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="line-table__position" data-numeric>
                            <abbr title=t("line.position")>"#"</abbr>
                        </th>
                        <th scope="col">{t("line.product")}</th>
                        <th scope="col" data-numeric>{t("line.quantity")}</th>
                        <th scope="col" data-numeric>{t("line.price")}</th>
                        <th scope="col" data-numeric>{t("line.amount")}</th>
                        <th scope="col">{t("line.status")}</th>
                        <th scope="col">{t("line.ships")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="table-box__foot">{totals(order)}</div>
        </div>
    }
}

fn row(order: &Order, line: OrderLine) -> impl IntoView + use<> {
    let product = line.product.as_ref();
    let name = product.and_then(|product| product.name.clone()).or(line.description.clone()).unwrap_or_default();
    let number_of_product = product.and_then(|product| product.number.clone());
    let unit = line.unit.clone().unwrap_or_default();
    let quantity = format!("{} {unit}", number(&line.quantity.normalize().to_string()));
    let shipped = line.shipped.filter(|shipped| *shipped != line.quantity && !shipped.is_zero()).map(|shipped| {
        let shipped = number(&shipped.normalize().to_string());
        view! { <span class="table__detail">{t_with("line.shipped", &[("quantity", &shipped)])}</span> }
    });
    view! {
        <tr>
            <td class="line-table__position" data-numeric>{line.position}</td>
            <th scope="row" class="line-table__product">
                {name}
                {number_of_product.map(|number| view! { <span class="table__detail">{number}</span> })}
            </th>
            <td class="line-table__quantity" data-numeric>{quantity} {shipped}</td>
            <td class="line-table__price" data-numeric data-label=t("line.at")>{amount(order.in_its_currency(line.price))}</td>
            <td class="line-table__amount" data-numeric>{amount(order.in_its_currency(line.amount))}</td>
            <td class="line-table__status">{status(line.status)}</td>
            <td class="line-table__date">{day(line.confirmed_shipping)}</td>
        </tr>
    }
}

fn status(status: LineStatus) -> AnyView {
    let tone = match status {
        LineStatus::None => return view! { <span class="pending">{t("value.pending")}</span> }.into_any(),
        LineStatus::Open => "information",
        LineStatus::Delivered | LineStatus::Invoiced => "success",
        LineStatus::Canceled => "danger",
    };
    view! { <span class="badge" data-tone=tone>{t_of("line-status", status.slug())}</span> }.into_any()
}

fn totals(order: &Order) -> impl IntoView + use<> {
    let totals = order.totals();
    let row = |name: String, value: AnyView| view! { <div class="totals__row"><dt>{name}</dt><dd>{value}</dd></div> };
    // What the ERP can leave out for good is only shown once it is there; the rest is pending until then.
    let discount = totals.discount.filter(|money| !money.amount.is_zero()).map(|money| row(t("order.discount"), amount(Some(money))));
    let tax = totals.tax.map(|money| row(t("order.tax"), amount(Some(money))));
    view! {
        <dl class="totals">
            {row(t("order.subtotal"), amount(totals.lines))}
            {discount}
            {totals.charges.map(|money| row(t("order.charges"), amount(Some(money))))}
            {tax}
            <div class="totals__row totals__row--sum">
                <dt>{t("order.total")}</dt>
                <dd>{amount(totals.total)}</dd>
            </div>
        </dl>
    }
}
