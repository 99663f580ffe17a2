//! What a list has beyond its rows, fetched when the first of them are there: figures, counts of the views, what has
//! changed meanwhile, the bar for a selection, keys, and the next page before it is asked for.

mod counts;
mod figures;
mod live;
mod marks;
mod months;
mod row_keys;
mod selection;
mod sight;
mod widths;

use super::{List, memory, question};
use crate::{
    api::Client,
    browser::{on_change, run},
    config,
    html::{El, el},
};
use leptos::prelude::*;
use portal_model::list::ListKind;

/// All of it.
pub fn later_view(list: List) -> El {
    counts::keep_counts(list);
    fetch_ahead(list);
    marks::keep_marks(list);
    row_keys::bind_row_keys();
    widths::change_widths(list);
    sight::keep_in_sight(list);
    let figures = (list.kind == ListKind::Orders).then(|| figures::figures(list));
    el("div")
        .class("list__later stack")
        .maybe_child(figures)
        .child(live::live(list))
        .child(selection::selection(list))
}

/// Fetches the page after the shown one as soon as that is there.
fn fetch_ahead(list: List) {
    let client = expect_context::<Client>();
    let running = StoredValue::new_local(None);
    on_change(move || {
        let Some(leaf) = list.leaf.ready().filter(|leaf| leaf.has_next && !list.leaf.is_waiting()) else {
            return;
        };
        let client = client.clone();
        let question = question(&list.query_now(), list.me, config::page_size());
        running.set_value(Some(run(async move {
            memory::fetch_ahead(&client, list.read, &question, leaf.page).await;
        })));
    });
}
