//! The start: where things stand, what came last, whom to ask.

use crate::{
    api::{Client, orders},
    components::{
        Drawing, PageHeader, fact, new_order_link, order_table, order_table_skeleton, outcome, status_badge,
    },
    config,
    html::{El, el},
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
pub fn home_page() -> El {
    let title = t_with("home.title", &[("name", &use_user().name)]);
    let all = el("a").attr("href", Route::Orders.path()).text(t("home.all-orders"));
    let latest = el("section")
        .class("stack")
        .child(el("div").class("card__header").child(el("h2").text(t("home.latest"))).child(all))
        .child(latest_orders());
    el("div")
        .class("page")
        .child(PageHeader::new(title).lede(t("home.lede")).action(new_order_link()).show())
        .child(status_tiles())
        .child(latest)
        .maybe_child(help())
}

/// How many orders are in which state, each the way to them.
fn status_tiles() -> El {
    let client = expect_context::<Client>();
    let counts = load(move || {
        let client = client.clone();
        async move { orders::counts(&client).await }
    });
    let waiting = || el("span").class("skeleton").attr("data-size", "block");
    let ready = |counts: Vec<StatusCount>| {
        let tiles = OrderStatus::ALL
            .into_iter()
            .map(|status| {
                (status, counts.iter().filter(|one| one.status == status).map(|one| one.count).sum::<u32>())
            })
            .filter(|(_, count)| *count > 0)
            .map(|(status, count)| tile(status, count));
        el("ul").class("tiles").children(tiles)
    };
    el("nav").attr("aria-label", t("home.by-status")).live_view(counts.view(waiting, ready))
}

fn tile(status: OrderStatus, count: u32) -> El {
    let query = OrderQuery { statuses: vec![status], ..OrderQuery::default() };
    let link = el("a").class("tile").attr("href", routes::with_query(Route::Orders, &query.to_pairs()));
    let count = el("span").class("tile__count").text(number(&count.to_string()));
    el("li").child(link.child(count).child(status_badge(status)))
}

fn latest_orders() -> El {
    let client = expect_context::<Client>();
    let latest = load(move || {
        let client = client.clone();
        async move { orders::list(&client, &OrderQuery::default(), LATEST).await.map(|page| page.rows) }
    });
    let ready = |orders: Vec<OrderSummary>| match orders.is_empty() {
        true => outcome(Drawing::Box, t("orders.none-yet"), t("orders.none-yet-text"), [new_order_link()]),
        false => order_table(&orders, t("home.latest"), None),
    };
    el("div").live_view(latest.view(|| order_table_skeleton(LATEST as usize), ready))
}

/// Whom to ask, if the administrator has said so.
fn help() -> Option<El> {
    let support = config::support();
    let link = |href: String, text: String| el("a").attr("rel", "external").attr("href", href).text(text);
    let email = support.email.map(|email| fact(t("help.email"), link(format!("mailto:{email}"), email)));
    let telephone = support.telephone.map(|telephone| {
        fact(t("help.telephone"), link(format!("tel:{}", telephone.replace(' ', "")), telephone))
    });
    let ways: Vec<_> = [email, telephone].into_iter().flatten().collect();
    (!ways.is_empty()).then(|| {
        el("section")
            .class("card")
            .child(el("div").class("card__header").child(el("h2").text(t("help.title"))))
            .child(el("p").class("card__text").text(t("help.text")))
            .child(el("dl").class("facts").children(ways))
    })
}
