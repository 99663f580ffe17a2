//! Where in the list one is, and the ways to the pages beside it.

use super::trail::Place;
use crate::{
    html::{El, el},
    i18n::{number, t, t_with},
    routes::{self, Route},
};
use portal_model::order_query::OrderQuery;

/// The foot of the list. Its ways are links, so that they can be opened elsewhere and kept.
pub fn pages(query: &OrderQuery, place: Place) -> El {
    let way = |label: String, page: Option<usize>| {
        let link = el("a").class("button button--small").attr("role", "link").text(label);
        match page {
            Some(page) => {
                let query = OrderQuery { page, ..query.clone() };
                link.attr("href", routes::with_query(Route::Orders, &query.to_pairs()))
            }
            None => link.attr("aria-disabled", "true"),
        }
    };
    let ways = el("div")
        .class("cluster")
        .child(way(t("orders.previous"), place.page.checked_sub(1)))
        .child(way(t("orders.next"), place.has_next.then_some(place.page + 1)));
    el("nav")
        .class("pagination")
        .attr("aria-label", t("orders.pages"))
        .child(el("p").class("pagination__range").text(range(place)))
        .child(ways)
}

fn range(place: Place) -> String {
    let (first, last) = (number(&place.first.to_string()), number(&place.last.to_string()));
    match place.count.map(|count| number(&count.to_string())) {
        Some(count) => t_with("orders.range-of", &[("first", &first), ("last", &last), ("count", &count)]),
        None => t_with("orders.range", &[("first", &first), ("last", &last)]),
    }
}
