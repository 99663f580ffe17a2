//! How the list looks as a whole: what it is sorted by (where it is narrow there are no headers to press), and how much
//! room a row has.

use super::Columns;
use crate::{
    html::{El, el},
    i18n::{t, t_of},
    list::List,
};
use leptos::{prelude::*, tachys::dom::event_target_value};
use portal_model::list::{Column, Density, ListQuery, Sort};

const SORT: &str = "sort-by";

/// What the list is sorted by.
pub fn sort(list: List) -> El {
    let sort = move || list.address.query.read().sort;
    let kind = list.kind;
    let by = Column::all(kind).iter().filter(|column| column.sorted_by(kind).is_some());
    let options =
        by.map(|column| el("option").attr("value", column.slug()).text(t_of("column", column.slug())));
    let go = move |sort: Sort| list.go(ListQuery { sort, page: 0, ..list.query_now() });
    let choose = move |event: web_sys::Event| {
        if let Some(by) = Column::from_slug(kind, &event_target_value(&event)) {
            // As a press on its header would begin.
            go(list.query_now().sort.after_click(by));
        }
    };
    let select = el("select")
        .class("input")
        .attr("id", SORT)
        .children(options)
        .live_text(move || sort().by.slug().to_owned())
        .on("change", choose);
    let directions = [false, true].map(|descending| {
        let slug = if descending { "descending" } else { "ascending" };
        let press = move || go(Sort { descending, ..list.query_now().sort });
        alternative(t_of("sort", slug), move || sort().descending == descending, press)
    });
    el("div")
        .class("filter-field")
        .child(el("label").class("filter-field__name").attr("for", SORT).text(t("columns.sort")))
        .child(el("div").class("sort-by").child(select).child(segmented(t("columns.direction"), directions)))
}

/// How much room a row has.
pub fn density(columns: Columns) -> El {
    let alternatives = [Density::Comfortable, Density::Dense].map(|density| {
        let slug = if density == Density::Dense { "dense" } else { "comfortable" };
        let is_present = move || columns.list.address.query.read().density == density;
        let press = move || columns.look(ListQuery { density, ..columns.list.query_now() });
        alternative(t_of("density", slug), is_present, press)
    });
    el("div")
        .class("filter-field")
        .child(el("p").class("filter-field__name").text(t("columns.density")))
        .child(segmented(t("columns.density"), alternatives))
}

fn segmented(name: String, alternatives: [El; 2]) -> El {
    el("div").class("segmented").attr("role", "group").attr("aria-label", name).children(alternatives)
}

fn alternative(
    label: String,
    is_present: impl Fn() -> bool + Send + 'static,
    press: impl Fn() + Send + 'static,
) -> El {
    el("button")
        .class("segmented__choice")
        .attr("type", "button")
        .live("aria-pressed", move || Some(is_present().to_string()))
        .on("click", move |_| press())
        .text(label)
}
