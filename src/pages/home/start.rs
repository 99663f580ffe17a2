//! Where to begin: a new order, a list that exists somewhere else, the last order once more.

use crate::{
    api::{Client, orders},
    components::{Icon, icon, name_of},
    html::{El, el},
    i18n::{date, t},
    loading::load,
    routes::{self, Route},
};
use leptos::prelude::*;
use portal_model::{date::Date, order::OrderSummary};

/// The ways to an order.
pub fn start() -> El {
    let items = routes::with_query(Route::NewOrder, &[("step", "items".to_owned())]);
    let hint = |text: String| el("span").class("starts__hint").text(text);
    let new =
        way(Icon::Plus, t("new-order.title"), hint(t("home.new-hint"))).attr("href", Route::NewOrder.path());
    let paste = way(Icon::Paste, t("home.paste"), hint(t("home.paste-hint"))).attr("href", items);
    el("ul")
        .class("starts")
        .child(el("li").child(new))
        .child(el("li").child(paste))
        .child(el("li").live_view(again()))
}

/// The last order once more. Without one it says so and leads nowhere.
fn again() -> impl Fn() -> AnyView + Send + 'static {
    let client = expect_context::<Client>();
    let newest = load(move || {
        let client = client.clone();
        async move { orders::newest(&client).await }
    });
    move || {
        let hint = el("span").class("starts__hint");
        let known = newest.ready().flatten();
        let hint = match (&known, newest.is_settled()) {
            (Some(order), _) => hint.text(about(order)),
            (None, true) => hint.text(t("home.again-none")),
            (None, false) => hint.child(el("span").class("skeleton").attr("data-size", "long")),
        };
        let way = way(Icon::Again, t("home.again"), hint);
        let way = match known {
            Some(order) => {
                way.attr("href", routes::with_query(Route::NewOrder, &[("reorder", order.id.to_string())]))
            }
            // Still there and reachable, with its reason.
            None => way.attr("role", "link").attr("aria-disabled", "true").attr("tabindex", "0"),
        };
        way.into_any()
    }
}

/// "SO-10847, 3 May 2026, Boise".
fn about(order: &OrderSummary) -> String {
    let placed = order.placed.parse::<Date>().ok().map(date);
    let parts = [Some(name_of(order)), placed, order.ship_to_city.clone()];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn way(sign: Icon, name: String, hint: El) -> El {
    let words =
        el("span").class("starts__words").child(el("span").class("starts__name").text(name)).child(hint);
    el("a").class("starts__way").child(icon(sign)).child(words)
}
