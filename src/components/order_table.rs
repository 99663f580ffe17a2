//! Orders as a table whose rows are links; cards where it is narrow.

use crate::{
    components::{amount, day_or_dash, or_dash, status_badge},
    html::{El, el},
    i18n::{instant, t, t_of, t_with},
    routes::Route,
};
use leptos::prelude::*;
use portal_model::{
    order::OrderSummary,
    order_query::{Sort, SortBy},
};

/// What can be sorted, and by whom.
#[derive(Clone, Copy)]
pub struct Sorting {
    /// How the table is sorted.
    pub sort: Signal<Sort>,
    /// Called with the column whose header was pressed.
    pub on_sort: Callback<SortBy>,
    /// Whether newer rows are on their way.
    pub is_waiting: Signal<bool>,
}

/// Orders as a table, which its headers sort if `sorting` says how. The caption is for screen readers.
pub fn order_table(orders: &[OrderSummary], caption: String, sorting: Option<Sorting>) -> El {
    let table = table(caption, sorting).child(el("tbody").children(orders.iter().map(row)));
    let table = match sorting {
        Some(Sorting { is_waiting, .. }) => {
            table.live("aria-busy", move || Some(is_waiting.get().to_string()))
        }
        None => table,
    };
    el("div").class("table-box").child(table)
}

/// The table while the first rows are on their way, in its final shape.
pub fn order_table_skeleton(rows: usize) -> El {
    let cell = |size: &'static str| el("td").child(el("span").class("skeleton").attr("data-size", size));
    let row = |_| el("tr").children(["", "", "", "badge", "", "long", "short"].map(cell));
    let body = el("tbody").attr("aria-hidden", "true").children((0..rows).map(row));
    let table = table(t("orders.waiting"), None).attr("aria-busy", "true").child(body);
    el("div").class("table-box").child(table)
}

/// The ERP's number, or the words for an order that has none yet.
pub fn name_of(order: &OrderSummary) -> String {
    match &order.number {
        Some(number) => number.clone(),
        None => t_with("order.unnumbered", &[("time", &instant(&order.placed))]),
    }
}

fn table(caption: String, sorting: Option<Sorting>) -> El {
    let plain = |name: String| el("th").attr("scope", "col").text(name);
    let head = el("tr")
        .child(column(SortBy::Number, sorting))
        .child(column(SortBy::Placed, sorting))
        .child(column(SortBy::Requested, sorting))
        .child(plain(t("orders.column.status")))
        .child(plain(t("orders.column.requisition")))
        .child(plain(t("orders.column.ship-to")))
        .child(column(SortBy::Total, sorting).attr("data-numeric", ""));
    el("table")
        .class("table order-table")
        .attr("data-cards", "")
        .child(el("caption").class("visually-hidden").text(caption))
        .child(el("thead").child(head))
}

fn column(by: SortBy, sorting: Option<Sorting>) -> El {
    let name = t_of("orders.column", by.slug());
    let head = el("th").attr("scope", "col");
    let Some(Sorting { sort, on_sort, .. }) = sorting else {
        return head.text(name);
    };
    let direction = move || {
        let sort = sort.get();
        let word = if sort.descending { "descending" } else { "ascending" };
        (sort.by == by).then(|| word.to_owned())
    };
    let press =
        el("button").class("table__sort").attr("type", "button").on("click", move |_| on_sort.run(by));
    head.live("aria-sort", direction).child(press.text(name))
}

fn row(order: &OrderSummary) -> El {
    let link = el("a").class("table__link").attr("href", Route::Order(order.id).path()).text(name_of(order));
    let parts = [order.ship_to_name.as_deref(), order.ship_to_city.as_deref()];
    let ship_to = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let placed = day_or_dash(order.placed.parse().ok());
    let cell = |class, value: El| el("td").class(class).child(value);
    let labelled = |class, column: SortBy, value| {
        cell(class, value).attr("data-label", t_of("orders.column", column.slug()))
    };
    el("tr")
        .child(el("th").attr("scope", "row").class("order-table__number").child(link))
        .child(labelled("order-table__ordered order-table__date", SortBy::Placed, placed))
        .child(labelled(
            "order-table__requested order-table__date",
            SortBy::Requested,
            day_or_dash(order.requested),
        ))
        .child(cell("order-table__status", status_badge(order.status)))
        .child(
            cell("order-table__reference", or_dash(order.requisition.clone()))
                .attr("data-label", t("orders.column.requisition"))
                .maybe("data-empty", order.requisition.is_none().then_some(""))
                .maybe("title", order.requisition.clone()),
        )
        .child(
            cell("order-table__ship-to", or_dash(Some(ship_to.clone())))
                .attr("data-label", t("orders.column.ship-to"))
                .attr("title", ship_to),
        )
        .child(cell("order-table__amount", amount(order.total())).attr("data-numeric", ""))
}
