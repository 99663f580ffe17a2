//! Where in the list one is, and the ways to the pages beside it.

use super::trail::Place;
use crate::{
    i18n::{number, t, t_with},
    routes::{self, Route},
};
use leptos::prelude::*;
use portal_model::order_query::OrderQuery;

/// The foot of the list. Its ways are links, so that they can be opened elsewhere and read ahead.
#[component]
pub fn Pages(
    /// What is listed.
    query: Memo<OrderQuery>,
    /// Where this page stands.
    place: Place,
) -> impl IntoView {
    let way = move |label: String, page: Option<usize>| {
        let href = page.map(|page| {
            let query = OrderQuery { page, ..query.get_untracked() };
            routes::with_query(Route::Orders, &query.to_pairs())
        });
        let is_closed = href.is_none().then_some("true");
        view! { <a class="button button--small" role="link" href=href aria-disabled=is_closed>{label}</a> }
    };
    let (first, last) = (number(&place.first.to_string()), number(&place.last.to_string()));
    let range = match place.count.map(|count| number(&count.to_string())) {
        Some(count) => t_with("orders.range-of", &[("first", &first), ("last", &last), ("count", &count)]),
        None => t_with("orders.range", &[("first", &first), ("last", &last)]),
    };
    view! {
        <nav class="pagination" aria-label=t("orders.pages")>
            <p class="pagination__range">{range}</p>
            <div class="cluster">
                {way(t("orders.previous"), place.page.checked_sub(1))}
                {way(t("orders.next"), place.has_next.then_some(place.page + 1))}
            </div>
        </nav>
    }
}
