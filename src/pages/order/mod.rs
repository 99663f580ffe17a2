//! One order: how far it is, when and where it goes, what is in it, what it costs.

mod facts;
mod lines;
mod stages;

use crate::{
    api::{ApiError, Client, orders},
    browser::{on_change, page},
    components::{Drawing, Icon, PageHeader, icon, name_of, outcome, status_badge},
    context::CurrentRoute,
    html::{El, el},
    i18n::{date, instant, t, t_of, t_with},
    loading::{Loading, load},
    routes::Route,
};
use facts::order_facts;
use leptos::{leptos_dom::helpers::set_timeout_with_handle, prelude::*};
use lines::order_lines;
use portal_model::{
    ids::OrderId,
    order::{Order, OrderLine},
};
use stages::stages;
use std::time::Duration;

/// The page of one order.
pub fn order_page() -> El {
    // The page is made anew for every order, so the order does not change under it.
    let Route::Order(id) = expect_context::<CurrentRoute>().get_untracked() else {
        return el("div");
    };
    let client = expect_context::<Client>();
    let order = {
        let client = client.clone();
        load(move || {
            let client = client.clone();
            async move { orders::find(&client, id).await }
        })
    };
    let lines = load(move || {
        let client = client.clone();
        async move { orders::lines(&client, id).await }
    });
    look_again_until_numbered(order, lines);
    let is_missing = Memo::new(move |_| {
        order.failure().is_some_and(|error| matches!(error, ApiError::NotFound | ApiError::Forbidden))
    });
    let page = move || match is_missing.get() {
        true => missing(id).into_any(),
        false => found(order, lines).into_any(),
    };
    el("div").class("page").live_view(page)
}

fn found(order: Loading<Order>, lines: Loading<Vec<OrderLine>>) -> El {
    let title =
        Signal::derive(move || order.ready().map_or_else(|| t("order.title"), |order| heading(&order)));
    let lede = Signal::derive(move || order.ready().map(|order| lede(&order)).unwrap_or_default());
    let badge = move || match order.ready() {
        Some(order) => status_badge(order.summary.status).into_any(),
        None => ().into_any(),
    };
    let print = el("button")
        .class("button")
        .attr("type", "button")
        .on("click", |_| page::print())
        .child(icon(Icon::Print))
        .text(t("order.print"));
    let header = PageHeader::new(title)
        .lede(lede)
        .back(Route::Orders, t("orders.title"))
        .beside(el("span").live_view(badge).into_any())
        .action(print);
    let ready = move |order: Order| {
        el("div")
            .class("stack")
            .child(stages(&order))
            .child(order_facts(&order))
            .child(order_lines(order, lines))
    };
    el("div").class("page").child(header.show()).live_view(order.view(skeleton, ready))
}

fn skeleton() -> El {
    let block = || el("span").class("skeleton").attr("data-size", "block");
    el("div")
        .class("stack")
        .attr("aria-busy", "true")
        .child(el("p").class("visually-hidden").text(t("order.waiting")))
        .child(block())
        .child(block())
        .child(block())
}

fn heading(order: &Order) -> String {
    let name = name_of(&order.summary);
    match order.summary.number {
        Some(_) => t_with("order.numbered", &[("number", &name)]),
        None => name,
    }
}

/// Day and time, or the day alone where the ERP only knows the day.
fn placed_at(placed: &str) -> String {
    match placed.strip_suffix("T00:00:00Z").and_then(|day| day.parse().ok()) {
        Some(day) => date(day),
        None => instant(placed),
    }
}

/// In the customer's words what the status means for him, and who placed it when.
fn lede(order: &Order) -> String {
    let meaning = t_of("status-meaning", order.summary.status.slug());
    let placed = placed_at(&order.summary.placed);
    let placed = match &order.details.placed_by {
        Some(who) => t_with("order.placed-by", &[("time", &placed), ("name", who)]),
        None => t_with("order.placed", &[("time", &placed)]),
    };
    format!("{meaning} {placed}")
}

/// An order that is not there, or not for the reader: the endpoint does not tell which, and neither do we.
fn missing(id: OrderId) -> El {
    let header = PageHeader::new(t("order.missing")).back(Route::Orders, t("orders.title"));
    let orders = el("a")
        .class("button button--primary")
        .attr("href", Route::Orders.path())
        .text(t("not-found.orders"));
    let text = t_with("order.missing-text", &[("id", &id.to_string())]);
    el("div").class("page").child(header.show()).child(outcome(Drawing::Glass, String::new(), text, [orders]))
}

/// How often an order that the ERP has not numbered is looked at again, and how many times.
const PAUSE: Duration = Duration::from_secs(4);
const TIMES: u32 = 45;

/// A new order gets its number a few seconds after it was sent; whoever waits for it on this page sees it come.
fn look_again_until_numbered(order: Loading<Order>, lines: Loading<Vec<OrderLine>>) {
    let looked = StoredValue::new(0);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    on_change(move || {
        let is_numbered = order
            .ready()
            .is_none_or(|order| order.summary.number.is_some() || order.summary.status.is_settled());
        if is_numbered || looked.get_value() >= TIMES {
            return;
        }
        looked.update_value(|times| *times += 1);
        let look = move || {
            order.again();
            lines.again();
        };
        waiting.set_value(set_timeout_with_handle(look, PAUSE).ok());
    });
    on_cleanup(move || {
        if let Some(handle) = waiting.try_get_value().flatten() {
            handle.clear();
        }
    });
}
