//! One order: how far it is, when and where it goes, what is in it, what it costs.

mod facts;
mod lines;
mod stages;

use crate::{
    api::{ApiError, Client, orders},
    app::CurrentRoute,
    components::{BackLink, Drawing, Icon, Outcome, PageHeader, StatusBadge, name_of},
    i18n::{instant, t, t_of, t_with},
    loading::{Loading, load},
    routes::Route,
};
use facts::OrderFacts;
use leptos::{leptos_dom::helpers::set_timeout_with_handle, prelude::*};
use lines::OrderLines;
use portal_model::{
    ids::OrderId,
    order::{Order, OrderLine},
};
use stages::Stages;
use std::time::Duration;

/// The page of one order.
#[component]
pub fn OrderPage() -> impl IntoView {
    // The page is made anew for every order, so the order does not change under it.
    let Route::Order(id) = expect_context::<CurrentRoute>().get_untracked() else {
        return ().into_any();
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
    let is_missing = Memo::new(move |_| order.failure().is_some_and(|error| matches!(error, ApiError::NotFound | ApiError::Forbidden)));
    let page = move || match is_missing.get() {
        true => missing(id),
        false => found(order, lines),
    };
    page.into_any()
}

fn found(order: Loading<Order>, lines: Loading<Vec<OrderLine>>) -> AnyView {
    let known = move || order.ready();
    let title = Signal::derive(move || known().map_or_else(|| t("order.title"), |order| heading(&order)));
    let lede = Signal::derive(move || known().map(|order| lede(&order)).unwrap_or_default());
    let beside = move || known().map(|order| view! { <StatusBadge status=order.summary.status /> });
    view! {
        <div class="page">
            <PageHeader title lede back=BackLink { href: Route::Orders.path(), label: t("orders.title") } beside>
                <button class="button" type="button" on:click=move |_| crate::browser::page::print()>
                    <Icon is=Icon::Print />
                    {t("order.print")}
                </button>
            </PageHeader>
            {order
                .view(
                    skeleton,
                    move |order| {
                        view! {
                            <Stages order=order.clone() />
                            <OrderFacts order=order.clone() />
                            <OrderLines order lines />
                        }
                    },
                )}
        </div>
    }
    .into_any()
}

fn skeleton() -> AnyView {
    view! {
        <div class="stack" aria-busy="true">
            <p class="visually-hidden">{t("order.waiting")}</p>
            <span class="skeleton" data-size="block"></span>
            <span class="skeleton" data-size="block"></span>
            <span class="skeleton" data-size="block"></span>
        </div>
    }
    .into_any()
}

fn heading(order: &Order) -> String {
    let name = name_of(&order.summary);
    match order.summary.number {
        Some(_) => t_with("order.numbered", &[("number", &name)]),
        None => name,
    }
}

/// In the customer's words what the status means for him, and who placed it when.
fn lede(order: &Order) -> String {
    let meaning = t_of("status-meaning", order.summary.status.slug());
    let placed = instant(&order.summary.placed);
    let placed = match &order.details.placed_by {
        Some(who) => t_with("order.placed-by", &[("time", &placed), ("name", who)]),
        None => t_with("order.placed", &[("time", &placed)]),
    };
    format!("{meaning} {placed}")
}

/// An order that is not there, or not for the reader: the endpoint does not tell which, and neither do we.
fn missing(id: OrderId) -> AnyView {
    view! {
        <div class="page">
            <PageHeader title=t("order.missing") back=BackLink { href: Route::Orders.path(), label: t("orders.title") } />
            <div class="table-box">
                <Outcome drawing=Drawing::Glass text=t_with("order.missing-text", &[("id", &id.to_string())])>
                    <a class="button button--primary" href=Route::Orders.path()>
                        {t("not-found.orders")}
                    </a>
                </Outcome>
            </div>
        </div>
    }
    .into_any()
}

/// How often an order that the ERP has not numbered is looked at again, and how many times.
const PAUSE: Duration = Duration::from_secs(4);
const TIMES: u32 = 45;

/// A new order gets its number a few seconds after it was sent; whoever waits for it on this page sees it come.
fn look_again_until_numbered(order: Loading<Order>, lines: Loading<Vec<OrderLine>>) {
    let looked = StoredValue::new(0);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let is_numbered = order.ready().is_none_or(|order| order.summary.number.is_some());
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
