//! An empty list: nothing yet, or too much asked for — and then which part to drop.

use super::{List, asking, count_text, words::filter_words};
use crate::{
    api::{Client, lists},
    components::{Drawing, button, new_order_link, outcome},
    html::{El, el},
    i18n::{t, t_of, t_with},
    loading::load,
};
use leptos::prelude::*;
use portal_model::{ids::ContactId, list::ListQuery};

/// What is shown where no row is.
pub fn no_rows(list: List) -> El {
    let query = list.query_now();
    let slug = list.kind.slug();
    if !query.is_narrowed() {
        let (title, text) = (t_of("list.none-yet", slug), t_of("list.none-yet-text", slug));
        return outcome(Drawing::Box, title, text, [new_order_link()]);
    }
    let cleared = query.clone().cleared();
    let clear = button("button", t("list.clear"), move || list.go(cleared.clone()));
    let way_on = el("div").class("outcome__way-on").attr("role", "status").live_view(narrowest(list, &query));
    outcome(Drawing::Glass, t_of("list.none-found", slug), t("list.none-found-text"), [clear, way_on])
}

/// A part of the question, in words, and the question without it.
type Part = (String, ListQuery);

fn parts(query: &ListQuery, me: ContactId) -> Vec<Part> {
    let search = (!query.search.is_empty()).then(|| {
        let without = ListQuery { search: String::new(), page: 0, ..query.clone() };
        (t_with("list.quoted", &[("text", &query.search)]), without)
    });
    let filters =
        query.filters.iter().map(|filter| (filter_words(filter, me), query.clone().without(filter.kind())));
    search.into_iter().chain(filters).collect()
}

/// Names the part without which most rows would be there, and offers to drop it. With one part there is nothing to find
/// out: clearing is dropping it.
fn narrowest(list: List, query: &ListQuery) -> impl Fn() -> AnyView + Send + 'static {
    let client = expect_context::<Client>();
    let me = list.me;
    let parts = StoredValue::new(parts(query, me));
    let best = load(move || {
        let client = client.clone();
        async move {
            let parts = parts.try_get_value().filter(|parts| parts.len() > 1).unwrap_or_default();
            let mut best: Option<(Part, u32)> = None;
            for part in parts {
                let count = lists::count(&client, &part.1.count(&asking(&part.1, me))).await?;
                if count > best.as_ref().map_or(0, |(_, most)| *most) {
                    best = Some((part, count));
                }
            }
            Ok(best)
        }
    });
    move || match best.ready().flatten() {
        None => ().into_any(),
        Some(((label, without), count)) => {
            let count = count_text(list.kind, count);
            let text = t_with("list.narrowest", &[("filter", &label), ("count", &count)]);
            let drop = button("button", t_with("list.remove", &[("filter", &label)]), move || {
                list.go(without.clone())
            });
            el("div").class("stack").child(el("p").text(text)).child(el("p").child(drop)).into_any()
        }
    }
}
