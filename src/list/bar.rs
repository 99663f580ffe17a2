//! The bar over a list: its views, the search, what narrows it, its columns and its export. It is fetched beside the first
//! rows, which do not wait for it.

use super::{List, Panel, chips, count_text, exported, search, statuses, views};
use crate::{
    components::{Icon, icon},
    export::export_button,
    html::{El, el},
    i18n::t,
};
use leptos::prelude::*;

/// The bar.
pub fn bar_view(list: List) -> El {
    let count = move || {
        let count = list.leaf.ready().and_then(|leaf| leaf.count);
        count.map(|count| count_text(list.kind, count)).unwrap_or_default()
    };
    let form = el("form")
        .class("filters")
        .attr("role", "search")
        .attr("aria-label", t("list.find"))
        .on("submit", |event| event.prevent_default())
        .child(search::search(list))
        .child(statuses::statuses(list))
        .child(opener(list, Panel::Filters, Icon::Filter, t("list.filters")))
        .child(opener(list, Panel::Columns, Icon::Columns, t("list.columns")))
        .child(export_button(move || exported::shown(list)))
        .child(el("p").class("filters__count").attr("role", "status").live_text_child(count));
    el("div").class("stack").child(views::views_bar(list)).child(form).live_view(move || chips::chips(list))
}

/// A button that opens a panel.
fn opener(list: List, panel: Panel, sign: Icon, label: String) -> El {
    el("button")
        .class("button")
        .attr("type", "button")
        .attr("aria-haspopup", "dialog")
        .on("click", move |_| list.panel.set(Some(panel)))
        .child(icon(sign))
        .text(label)
}
