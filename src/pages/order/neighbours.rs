//! The orders before and after this one in the list that one came from, across the borders of its pages.

use crate::{
    api::Client,
    browser::spawn,
    components::{Icon, icon},
    html::{El, el},
    i18n::t,
    keys::{self, Place},
    list,
    routes::Route,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use portal_model::ids::OrderId;

/// The ways to both; nothing where one did not come from a list.
pub fn neighbours(id: OrderId) -> El {
    let client = expect_context::<Client>();
    let beside = RwSignal::new((None, None));
    spawn(async move {
        let found = list::neighbours(&client, id).await;
        // The page may have been left meanwhile.
        let _ = beside.try_set(found);
    });
    let go = {
        let navigate = use_navigate();
        Callback::new(move |to: Option<OrderId>| {
            if let Some(to) = to {
                // One way back leads to the list, however many orders one has looked through.
                let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
                navigate(&Route::Order(to).path(), options);
            }
        })
    };
    keys::bind("[", Place::Order, t("keys.previous-order"), move || go.run(beside.get_untracked().0));
    keys::bind("]", Place::Order, t("keys.next-order"), move || go.run(beside.get_untracked().1));
    let ways = move || match beside.get() {
        (None, None) => ().into_any(),
        (before, after) => el("nav")
            .class("neighbours")
            .attr("aria-label", t("order.neighbours"))
            .child(way(before, Icon::Up, t("order.previous")))
            .child(way(after, Icon::Down, t("order.next")))
            .into_any(),
    };
    el("div").class("neighbours__place").live_view(ways)
}

fn way(to: Option<OrderId>, sign: Icon, label: String) -> El {
    let link = el("a").class("button button--small").child(icon(sign)).text(label);
    match to {
        Some(order) => link.attr("href", Route::Order(order).path()),
        None => link.attr("role", "link").attr("aria-disabled", "true"),
    }
}
