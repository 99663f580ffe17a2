//! The list of orders. What it shows stands in the address: search, statuses, sorting and page.

mod filters;
mod pages;
mod trail;

use crate::{
    api::Client,
    app::Settings,
    components::{Drawing, Icon, OrderTable, OrderTableSkeleton, Outcome, PageHeader, Sorting},
    i18n::{t, t_count},
    loading::load,
    routes::{self, Route},
};
use filters::Filters;
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};
use pages::Pages;
use portal_model::{odata::Page, order::OrderSummary, order_query::{OrderQuery, SortBy}};
use trail::Leaf;

/// The list of orders.
#[component]
pub fn OrdersPage() -> impl IntoView {
    let client = expect_context::<Client>();
    let page_size = expect_context::<Settings>().with_value(|config| config.page_size);
    let query = use_order_query();
    let go = use_go();
    let orders = load(move || {
        let (client, query) = (client.clone(), query.get());
        async move { trail::leaf(&client, &query, page_size).await }
    });
    let is_waiting = Signal::derive(move || orders.is_waiting());
    let on_sort = Callback::new(move |by: SortBy| {
        let now = query.get_untracked();
        go.run((OrderQuery { sort: now.sort.after_click(by), page: 0, ..now }, false));
    });
    let sorting = Sorting { sort: Signal::derive(move || query.get().sort), on_sort };
    let ready = move |leaf: Leaf| match leaf.rows.is_empty() {
        true => view! { <NoOrders is_narrowed=query.get_untracked().is_narrowed() /> }.into_any(),
        false => {
            let place = leaf.place(page_size);
            view! {
                <OrderTable orders=leaf.rows caption=t("orders.title") sorting is_waiting />
                <Pages query place />
            }
            .into_any()
        }
    };
    view! {
        <div class="page" data-width="full">
            <PageHeader title=t("orders.title")>
                <a class="button button--primary" href=Route::NewOrder.path()>
                    <Icon is=Icon::Plus />
                    {t("new-order.title")}
                </a>
            </PageHeader>
            <Filters query go count=Signal::derive(move || orders.ready().and_then(|leaf| leaf.count).map(count_text)) />
            {orders.view(|| view! { <OrderTableSkeleton rows=10 /> }.into_any(), ready)}
        </div>
    }
}

/// Where a changed query leads: to its own address, in the place of the present one where `bool` says so.
pub(self) type Go = Callback<(OrderQuery, bool)>;

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

#[component]
fn NoOrders(is_narrowed: bool) -> impl IntoView {
    let outcome = match is_narrowed {
        true => view! {
            <Outcome drawing=Drawing::Glass title=t("orders.none-found") text=t("orders.none-found-text")>
                <a class="button" href=Route::Orders.path()>
                    {t("orders.clear")}
                </a>
            </Outcome>
        }
        .into_any(),
        false => view! {
            <Outcome drawing=Drawing::Box title=t("orders.none-yet") text=t("orders.none-yet-text")>
                <a class="button button--primary" href=Route::NewOrder.path()>
                    {t("new-order.title")}
                </a>
            </Outcome>
        }
        .into_any(),
    };
    view! { <div class="table-box">{outcome}</div> }
}
