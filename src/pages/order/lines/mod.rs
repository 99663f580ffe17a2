//! What is in an order, how much of it has come, when the rest comes, and what it costs.

mod quantity;
mod row;
mod search;
mod totals;

pub use quantity::plain;
pub use row::slip;

use super::Asked;
use crate::{
    components::failure,
    config,
    html::{El, el},
    i18n::t,
};
use leptos::prelude::*;
use portal_model::order::{Order, OrderLine};
use row::Row;
use search::search;
use std::sync::Arc;
use totals::totals;

/// The lines with the sums below them.
pub fn order_lines(asked: Asked, order: &Arc<Order>) -> El {
    let order = Arc::clone(order);
    let view = move || match asked.lines.get() {
        Some(lines) => shown(&order, &lines).into_any(),
        None => match asked.all_lines.failure() {
            Some(error) => failure(error, Some(Callback::new(move |()| asked.all_lines.again()))).into_any(),
            None => el("span").class("skeleton").attr("data-size", "block").into_any(),
        },
    };
    el("section").class("stack").child(el("h2").text(t("order.lines"))).live_view(view)
}

fn shown(order: &Arc<Order>, lines: &Arc<Vec<OrderLine>>) -> El {
    let built = RwSignal::new(1);
    build_the_rest(built, lines.len().div_ceil(GROUP));
    let search = (lines.len() >= SEARCHED_FROM).then(|| search(lines, built));
    el("div").class("stack").maybe_child(search).child(table(order, lines, built))
}

/// Builds one more group of rows before each picture of the page, so that a thousand rows hold up nothing.
fn build_the_rest(built: RwSignal<usize>, groups: usize) {
    request_animation_frame(move || {
        // Once the page has been left there is nothing to build any more.
        if built.try_get_untracked().is_some_and(|built| built < groups) {
            built.update(|built| *built += 1);
            build_the_rest(built, groups);
        }
    });
}

/// Fewer lines are looked through at a glance.
const SEARCHED_FROM: usize = 10;

/// The id of the table, by which the search finds its rows.
const TABLE: &str = "lines";

/// Rows stand in groups of so many. A group out of sight is neither laid out nor painted, whatever is in it.
const GROUP: usize = 50;

fn table(order: &Arc<Order>, lines: &Arc<Vec<OrderLine>>, built: RwSignal<usize>) -> El {
    let (shared, lines) = (Arc::clone(order), Arc::clone(lines));
    let group = move |index: usize| {
        let row =
            Row { order: &shared, address: config::support().email, is_settled: !shared.awaits_goods() };
        let lines = lines.chunks(GROUP).nth(index).unwrap_or_default();
        rows("tbody").children(lines.iter().map(|line| row.show(line))).into_any()
    };
    let groups = view! { <For each=move || 0..built.get() key=|index| *index children=group /> };
    let table = el("table")
        .class("table order-lines")
        .attr("id", TABLE)
        .attr("role", "table")
        .attr("data-cards", "")
        .child(el("caption").class("visually-hidden").text(t("order.lines")))
        .child(rows("thead").child(head()))
        .view(groups.into_any());
    el("div").class("table-box").child(table).child(el("div").class("table-box__foot").child(totals(order)))
}

/// A group of rows. Chromium and Firefox know a table by its elements; Safari only by its roles, once rows are grids.
fn rows(name: &'static str) -> El {
    el(name).attr("role", "rowgroup")
}

fn head() -> El {
    let column =
        |class: &'static str| el("th").class(class).attr("scope", "col").attr("role", "columnheader");
    let numeric = |class, name: String| column(class).attr("data-numeric", "").text(name);
    let hidden = |name: String| el("span").class("visually-hidden").text(name);
    el("tr")
        .attr("role", "row")
        .child(numeric("order-lines__position", "#".to_owned()).attr("aria-label", t("line.position")))
        .child(column("order-lines__product").text(t("line.product")))
        .child(column("order-lines__quantity").text(t("line.shipped-of")))
        .child(numeric("order-lines__price", t("line.price")))
        .child(numeric("order-lines__amount", t("line.amount")))
        .child(column("order-lines__dates").text(t("line.confirmed")))
        .child(column("order-lines__status").text(t("line.status")))
        .child(column("order-lines__ask").child(hidden(t("line.ask-title"))))
}
