//! The list of orders. What it shows stands in the address: search, statuses, sorting and page.

mod filters;
mod pages;
mod trail;

use crate::{
    api::Client,
    components::{Drawing, PageHeader, Sorting, new_order_link, order_table, order_table_skeleton, outcome},
    config,
    html::{El, el},
    i18n::{t, t_count},
    loading::load,
    routes::{self, Route},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};
use portal_model::{
    odata::Page,
    order::OrderSummary,
    order_query::{OrderQuery, SortBy},
};
use trail::Leaf;

/// The list of orders.
pub fn orders_page() -> El {
    let client = expect_context::<Client>();
    let page_size = config::page_size();
    let query = use_order_query();
    let go = use_go();
    let orders = load(move || {
        let (client, query) = (client.clone(), query.get());
        async move { trail::leaf(&client, &query, page_size).await }
    });
    let on_sort = Callback::new(move |by: SortBy| {
        let now = query.get_untracked();
        go.run((OrderQuery { sort: now.sort.after_click(by), page: 0, ..now }, false));
    });
    let sorting = Sorting {
        sort: Signal::derive(move || query.get().sort),
        on_sort,
        is_waiting: Signal::derive(move || orders.is_waiting()),
    };
    let ready = move |leaf: Leaf| match leaf.rows.is_empty() {
        true => no_orders(query.get_untracked().is_narrowed()),
        false => el("div")
            .class("stack")
            .child(order_table(&leaf.rows, t("orders.title"), Some(sorting)))
            .child(pages::pages(&query.get_untracked(), leaf.place(page_size))),
    };
    let count = Signal::derive(move || {
        orders.ready().and_then(|leaf| leaf.count).map(count_text).unwrap_or_default()
    });
    el("div")
        .class("page")
        .attr("data-width", "full")
        .child(PageHeader::new(t("orders.title")).action(new_order_link()).show())
        .child(filters::filters(query, go, count))
        .live_view(orders.view(|| order_table_skeleton(10), ready))
}

/// Where a changed query leads: to its own address, in the place of the present one where `bool` says so.
type Go = Callback<(OrderQuery, bool)>;

fn use_go() -> Go {
    let navigate = use_navigate();
    Callback::new(move |(query, replace): (OrderQuery, bool)| {
        let options = NavigateOptions { replace, scroll: false, ..NavigateOptions::default() };
        navigate(&routes::with_query(Route::Orders, &query.to_pairs()), options);
    })
}

fn use_order_query() -> Memo<OrderQuery> {
    let map = use_query_map();
    Memo::new(move |_| {
        let map = map.read();
        let pairs: Vec<_> =
            ["q", "status", "sort", "page"].iter().filter_map(|name| Some((*name, map.get(name)?))).collect();
        OrderQuery::from_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str())))
    })
}

/// "830 orders", or "5,000 orders or more" where the endpoint stops counting.
fn count_text(count: u32) -> String {
    match count >= Page::<OrderSummary>::COUNT_CAP {
        true => t_count("orders.count-or-more", count),
        false => t_count("orders.count", count),
    }
}

fn no_orders(is_narrowed: bool) -> El {
    match is_narrowed {
        true => {
            let clear = el("a").class("button").attr("href", Route::Orders.path()).text(t("orders.clear"));
            outcome(Drawing::Glass, t("orders.none-found"), t("orders.none-found-text"), [clear])
        }
        false => outcome(Drawing::Box, t("orders.none-yet"), t("orders.none-yet-text"), [new_order_link()]),
    }
}
