//! What is on its way: the next deliveries, with how far they have moved from the day that was asked for.

use super::{
    band,
    known::{known, learn},
};
use crate::{
    api::{Client, lists, orders},
    browser::{clock, on_change},
    components::{badge, day, name_of, status_badge},
    html::{El, el},
    i18n::{t, t_count},
    loading::{Loading, load},
    routes::{self, Route},
    user::use_user,
};
use leptos::prelude::*;
use portal_model::{
    date::Date,
    deliveries::Delivery,
    list::{ListKind, requests::Asking, views},
    odata::Page,
};

/// How many deliveries are shown.
const NEXT: usize = 5;

/// The band.
pub fn on_its_way() -> El {
    let client = expect_context::<Client>();
    let contact = use_user().contact;
    let today = clock::today();
    let next = load(move || {
        let client = client.clone();
        async move { orders::next_deliveries(&client, today, NEXT).await }
    });
    on_change(move || {
        if let Some(next) = next.ready() {
            learn(contact, |known| known.next = Some(next.len() as u32));
        }
    });
    // As many rows as there were last time have their room before they come, so that nothing below them moves; on the
    // first visit it is as many as there can be, and they keep it.
    let last = known(contact).next.map(|rows| (rows as usize).min(NEXT));
    let waiting = move || match last.unwrap_or(NEXT) {
        0 => none().attr("aria-busy", "true").child(el("span").class("skeleton").attr("data-size", "long")),
        rows => {
            el("ol").class("deliveries").attr("aria-busy", "true").children((0..rows).map(|_| skeleton()))
        }
    };
    let ready = move |next: Vec<Delivery>| match next.is_empty() {
        true => none().text(t("home.nothing-coming")),
        false => el("ol").class("deliveries").children(next.into_iter().map(|next| row(&next, today))),
    };
    let content = el("div")
        .class("home__room")
        .maybe("data-first", last.is_none().then_some(""))
        .live_view(next.view(waiting, ready));
    band("home__way", "home-way", t("home.on-its-way"), Some(open_orders()), content)
}

/// The place of the sentence that nothing is on its way.
fn none() -> El {
    el("p").class("home__none quiet")
}

/// How many orders are open, as a link to them.
fn open_orders() -> El {
    let client = expect_context::<Client>();
    let contact = use_user().contact;
    let last = known(contact).open;
    let open: Loading<u32> = load(move || {
        let (client, asking) = (client.clone(), Asking { today: clock::today(), watched: Vec::new() });
        async move {
            match views::built_in(ListKind::Orders, "open") {
                Some(query) => lists::count(&client, &query.count(&asking)).await,
                None => Ok(0),
            }
        }
    });
    on_change(move || {
        if let Some(count) = open.ready() {
            learn(contact, |known| known.open = Some(count));
        }
    });
    let label = move || match open.ready().or(last) {
        Some(count) if count >= Page::<()>::COUNT_CAP => t_count("home.open-or-more", count),
        Some(count) => t_count("home.open", count),
        // The list is there, whether it can be counted or not.
        None => t("home.open-orders"),
    };
    let to = routes::with_query(Route::Orders, &[("view", "open".to_owned())]);
    el("a").attr("href", to).live_text_child(label)
}

fn row(delivery: &Delivery, today: Date) -> El {
    let order = &delivery.order;
    let parts = [order.ship_to_name.as_deref(), order.ship_to_city.as_deref()];
    let ship_to = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let link =
        el("a").class("deliveries__link").attr("href", Route::Order(order.id).path()).text(name_of(order));
    let when = el("span")
        .class("deliveries__when")
        .child(day(Some(delivery.day)))
        .child(el("span").class("quiet").text(in_days(delivery.day.days_after(today))));
    let what = el("span")
        .class("deliveries__what")
        .child(link)
        .child(el("span").class("quiet cut").attr("title", ship_to.clone()).text(ship_to));
    el("li")
        .class("deliveries__row")
        .child(when)
        .child(what)
        .child(el("span").class("deliveries__status").child(status_badge(order.status)))
        .child(el("span").class("deliveries__slip").child(slip(delivery)))
}

fn in_days(days: i32) -> String {
    match days {
        ..=0 => t("home.today"),
        days => t_count("home.in-days", days.unsigned_abs()),
    }
}

/// How the confirmed day stands to the one that was asked for.
fn slip(delivery: &Delivery) -> El {
    match delivery.slip() {
        _ if delivery.order.confirmed_receipt.is_none() => {
            el("span").class("pending").text(t("home.not-confirmed"))
        }
        None => el("span").class("quiet").text(t("home.confirmed")),
        Some(0) => el("span").class("quiet").text(t("home.as-requested")),
        Some(days) if days > 0 => badge("warning", t_count("home.days-later", days.unsigned_abs())),
        Some(days) => el("span").class("quiet").text(t_count("home.days-earlier", days.unsigned_abs())),
    }
}

fn skeleton() -> El {
    let bar = |size: &'static str| el("span").class("skeleton").attr("data-size", size);
    let two = |class: &'static str, long| el("span").class(class).child(bar("")).child(bar(long));
    el("li")
        .class("deliveries__row")
        .attr("aria-hidden", "true")
        .child(two("deliveries__when", "short"))
        .child(two("deliveries__what", "long"))
        .child(el("span").class("deliveries__status").child(bar("badge")))
        .child(el("span").class("deliveries__slip").child(bar("")))
}
