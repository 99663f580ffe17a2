//! One order: how far it is, what has changed, when and where it goes, what is in it, what it costs, and what can be
//! done with it.

mod actions;
mod changes;
mod facts;
mod letterhead;
mod lines;
mod look_again;
mod missing;
mod neighbours;
mod notes;
mod progress;

use crate::{
    api::{self, ApiError, Client},
    components::{PageHeader, failure, name_of, status_badge},
    context::CurrentRoute,
    html::{El, el},
    i18n::{date, instant, t, t_with},
    loading::{Loading, load},
    routes::Route,
};
use actions::actions;
use changes::{Changes, changes};
use facts::order_facts;
use leptos::prelude::*;
use letterhead::letterhead;
use lines::order_lines;
use look_again::look_again_until_numbered;
use missing::missing;
use neighbours::neighbours;
use notes::notes;
use portal_model::{
    ids::OrderId,
    note::Note,
    order::{Order, OrderLine},
};
use progress::progress;
use std::sync::Arc;

/// What the page has asked for. Order and lines are shared, because an order can be long, and follow only what is
/// different: an order that is looked at again and is as it was stays in the page as it is.
#[derive(Clone, Copy)]
struct Asked {
    id: OrderId,
    order: Memo<Option<Arc<Order>>>,
    lines: Memo<Option<Arc<Vec<OrderLine>>>>,
    orders: Loading<Arc<Order>>,
    all_lines: Loading<Arc<Vec<OrderLine>>>,
    notes: Loading<Vec<Note>>,
}

impl Asked {
    fn about(id: OrderId) -> Self {
        let client = StoredValue::new(expect_context::<Client>());
        let orders =
            load(move || async move { api::orders::find(&client.get_value(), id).await.map(Arc::new) });
        let all_lines =
            load(move || async move { api::orders::lines(&client.get_value(), id).await.map(Arc::new) });
        let notes = load(move || async move { api::notes::list(&client.get_value(), id).await });
        let order = Memo::new(move |_| orders.ready());
        let lines = Memo::new(move |_| all_lines.ready());
        Self { id, order, lines, orders, all_lines, notes }
    }

    /// Asks for order and lines once more.
    fn again(self) {
        self.orders.again();
        self.all_lines.again();
    }
}

/// The page of one order.
pub fn order_page() -> El {
    // The page is made anew for every order, so the order does not change under it.
    let Route::Order(id) = expect_context::<CurrentRoute>().get_untracked() else {
        return el("div");
    };
    let asked = Asked::about(id);
    look_again_until_numbered(asked);
    let is_missing = Memo::new(move |_| {
        let failure = asked.orders.failure();
        failure.is_some_and(|error| matches!(error, ApiError::NotFound | ApiError::Forbidden))
    });
    el("div").live_view(move || match is_missing.get() {
        true => missing(id).into_any(),
        false => found(asked).into_any(),
    })
}

fn found(asked: Asked) -> El {
    let order = asked.order;
    let title = Signal::derive(move || order.get().map_or_else(|| t("order.title"), |order| heading(&order)));
    let lede = Signal::derive(move || order.get().map(|order| lede(&order)).unwrap_or_default());
    let badge = move || match order.get() {
        Some(order) => status_badge(order.status()).into_any(),
        None => ().into_any(),
    };
    let header = PageHeader::new(title)
        .lede(lede)
        .back(Route::Orders, t("orders.title"))
        .beside(el("span").live_view(badge).into_any());
    let looked = Changes::watch(asked);
    let content = move || match order.get() {
        Some(order) => content(asked, looked, &order).into_any(),
        None => match asked.orders.failure() {
            Some(error) => failure(error, Some(Callback::new(move |()| asked.orders.again()))).into_any(),
            None => skeleton().into_any(),
        },
    };
    el("div")
        .class("page")
        .child(letterhead())
        .child(neighbours(asked.id))
        .child(header.show())
        .live_view(content)
}

fn content(asked: Asked, looked: Changes, order: &Arc<Order>) -> El {
    el("div")
        .class("stack")
        .child(actions(asked, order))
        .child(changes(looked, order))
        .child(progress(asked, order))
        .child(order_facts(order))
        .child(order_lines(asked, order))
        .child(notes(asked))
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

/// Who placed it when.
fn lede(order: &Order) -> String {
    let placed = placed_at(&order.summary.placed);
    match &order.summary.placed_by {
        Some(who) => t_with("order.placed-by", &[("time", &placed), ("name", who)]),
        None => t_with("order.placed", &[("time", &placed)]),
    }
}
