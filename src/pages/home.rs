//! The start: where things stand, what came last, whom to ask.

use crate::{
    api::{Client, orders},
    app::Settings,
    components::{Drawing, Icon, OrderTable, OrderTableSkeleton, Outcome, PageHeader, StatusBadge},
    i18n::{number, t, t_with},
    loading::load,
    routes::{self, Route},
    user::use_user,
};
use leptos::prelude::*;
use portal_model::{
    order::{OrderSummary, StatusCount},
    order_query::OrderQuery,
    status::OrderStatus,
};

/// How many of the latest orders are shown.
const LATEST: u32 = 5;

/// The start page.
#[component]
pub fn HomePage() -> impl IntoView {
    let user = use_user();
    view! {
        <div class="page">
            <PageHeader title=t_with("home.title", &[("name", &user.name)]) lede=t("home.lede")>
                <a class="button button--primary" href=Route::NewOrder.path()>
                    <Icon is=Icon::Plus />
                    {t("new-order.title")}
                </a>
            </PageHeader>
            <StatusTiles />
            <section class="stack">
                <div class="card__header">
                    <h2>{t("home.latest")}</h2>
                    <a href=Route::Orders.path()>{t("home.all-orders")}</a>
                </div>
                <LatestOrders />
            </section>
            <Help />
        </div>
    }
}

/// How many orders are in which state, each the way to them.
#[component]
fn StatusTiles() -> impl IntoView {
    let client = expect_context::<Client>();
    let counts = load(move || {
        let client = client.clone();
        async move { orders::counts(&client).await }
    });
    let waiting = || view! { <span class="skeleton" data-size="block"></span> }.into_any();
    let ready = |counts: Vec<StatusCount>| {
        let tiles: Vec<_> = OrderStatus::ALL
            .into_iter()
            .map(|status| (status, counts.iter().filter(|count| count.status == status).map(|count| count.count).sum::<u32>()))
            .filter(|(_, count)| *count > 0)
            .map(|(status, count)| tile(status, count))
            .collect();
        (!tiles.is_empty()).then(|| view! { <nav aria-label=t("home.by-status")><ul class="tiles">{tiles}</ul></nav> })
    };
    counts.view(waiting, ready)
}

fn tile(status: OrderStatus, count: u32) -> impl IntoView {
    let query = OrderQuery { statuses: vec![status], ..OrderQuery::default() };
    view! {
        <li>
            <a class="tile" href=routes::with_query(Route::Orders, &query.to_pairs())>
                <span class="tile__count">{number(&count.to_string())}</span>
                <StatusBadge status />
            </a>
        </li>
    }
}

#[component]
fn LatestOrders() -> impl IntoView {
    let client = expect_context::<Client>();
    let latest = load(move || {
        let client = client.clone();
        async move { orders::list(&client, &OrderQuery::default(), LATEST).await.map(|page| page.rows) }
    });
    let waiting = || view! { <OrderTableSkeleton rows=LATEST as usize /> }.into_any();
    let ready = |orders: Vec<OrderSummary>| match orders.is_empty() {
        true => view! { <NoOrdersYet /> }.into_any(),
        false => view! { <OrderTable orders caption=t("home.latest") /> }.into_any(),
    };
    latest.view(waiting, ready)
}

#[component]
fn NoOrdersYet() -> impl IntoView {
    view! {
        <div class="table-box">
            <Outcome drawing=Drawing::Box title=t("orders.none-yet") text=t("orders.none-yet-text") />
        </div>
    }
}

/// Whom to ask, if the administrator has said so.
#[component]
fn Help() -> impl IntoView {
    let support = expect_context::<Settings>().with_value(|config| config.support.clone());
    let is_known = support.email.is_some() || support.telephone.is_some();
    is_known.then(|| {
        let email = support.email.map(|email| {
            view! {
                <div class="facts__row">
                    <dt>{t("help.email")}</dt>
                    <dd>
                        <a href=format!("mailto:{email}") rel="external">{email.clone()}</a>
                    </dd>
                </div>
            }
        });
        let telephone = support.telephone.map(|telephone| {
            view! {
                <div class="facts__row">
                    <dt>{t("help.telephone")}</dt>
                    <dd>
                        <a href=format!("tel:{}", telephone.replace(' ', "")) rel="external">{telephone.clone()}</a>
                    </dd>
                </div>
            }
        });
        view! {
            <section class="card">
                <div class="card__header">
                    <h2>{t("help.title")}</h2>
                </div>
                <p class="card__text">{t("help.text")}</p>
                <dl class="facts">{email}{telephone}</dl>
            </section>
        }
    })
}
