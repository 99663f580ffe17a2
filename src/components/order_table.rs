//! Orders as a table whose rows are links; cards where it is narrow.

use crate::{
    components::{StatusBadge, amount, day, or_dash},
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
}

/// Orders as a table.
#[component]
pub fn OrderTable(
    /// The rows, in their order.
    orders: Vec<OrderSummary>,
    /// What the table is, for screen readers.
    #[prop(into)]
    caption: String,
    /// Whether its headers sort it.
    #[prop(optional)]
    sorting: Option<Sorting>,
    /// Whether newer rows are on their way.
    #[prop(into, optional)]
    is_waiting: Signal<bool>,
) -> impl IntoView {
    let rows: Vec<_> = orders.into_iter().map(row).collect();
    view! {
        <div class="table-box">
            <table class="table order-table" data-cards aria-busy=move || is_waiting.get().to_string()>
                <caption class="visually-hidden">{caption}</caption>
                {head(sorting)}
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The table while the first rows are on their way, in its final shape.
#[component]
pub fn OrderTableSkeleton(
    /// How many rows to draw.
    rows: usize,
) -> impl IntoView {
    let bars = |size: &'static str| view! { <td><span class="skeleton" data-size=size></span></td> };
    let row = |_| view! { <tr>{["", "", "", "badge", "", "long", "short"].map(bars).into_iter().collect_view()}</tr> };
    view! {
        <div class="table-box">
            <table class="table order-table" aria-busy="true">
                <caption class="visually-hidden">{t("orders.waiting")}</caption>
                {head(None)}
                <tbody aria-hidden="true">{(0..rows).map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn head(sorting: Option<Sorting>) -> impl IntoView {
    view! {
        <thead>
            <tr>
                {column(SortBy::Number, sorting, false)}
                {column(SortBy::Placed, sorting, false)}
                {column(SortBy::Requested, sorting, false)}
                <th scope="col">{t("orders.column.status")}</th>
                <th scope="col">{t("orders.column.requisition")}</th>
                <th scope="col">{t("orders.column.ship-to")}</th>
                {column(SortBy::Total, sorting, true)}
            </tr>
        </thead>
    }
}

fn column(by: SortBy, sorting: Option<Sorting>, is_numeric: bool) -> AnyView {
    let name = t_of("orders.column", by.slug());
    let numeric = is_numeric.then_some("");
    let Some(Sorting { sort, on_sort }) = sorting else {
        return view! { <th scope="col" data-numeric=numeric>{name}</th> }.into_any();
    };
    let direction = move || {
        let sort = sort.get();
        (sort.by == by).then_some(if sort.descending { "descending" } else { "ascending" })
    };
    view! {
        <th scope="col" data-numeric=numeric aria-sort=direction>
            <button class="table__sort" type="button" on:click=move |_| on_sort.run(by)>
                {name}
            </button>
        </th>
    }
    .into_any()
}

fn row(order: OrderSummary) -> AnyView {
    let place: Vec<_> = [order.ship_to_name.clone(), order.ship_to_city.clone()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let ship_to = place.join(", ");
    let whole_ship_to = ship_to.clone();
    let number = name_of(&order);
    view! {
        <tr>
            <th scope="row" class="order-table__number">
                <a class="table__link" href=Route::Order(order.id).path()>
                    {number}
                </a>
            </th>
            <td class="order-table__ordered order-table__date" data-label=t("orders.column.placed")>
                {placed_on(&order)}
            </td>
            <td class="order-table__requested order-table__date" data-label=t("orders.column.requested")>
                {match order.requested {
                    Some(date) => day(Some(date)),
                    None => or_dash(None),
                }}
            </td>
            <td class="order-table__status">
                <StatusBadge status=order.status />
            </td>
            <td class="order-table__reference" data-label=t("orders.column.requisition") title=order.requisition.clone()>
                {or_dash(order.requisition.clone())}
            </td>
            <td class="order-table__ship-to" data-label=t("orders.column.ship-to") title=whole_ship_to>
                {or_dash(Some(ship_to))}
            </td>
            <td class="order-table__amount" data-numeric>
                {amount(order.total())}
            </td>
        </tr>
    }
    .into_any()
}

/// The ERP's number, or the words for an order that has none yet.
pub fn name_of(order: &OrderSummary) -> String {
    match &order.number {
        Some(number) => number.clone(),
        None => t_with("order.unnumbered", &[("time", &instant(&order.placed))]),
    }
}

fn placed_on(order: &OrderSummary) -> AnyView {
    match order.placed.parse() {
        Ok(date) => day(Some(date)),
        Err(_) => or_dash(None),
    }
}
