//! Rows as a table whose names are links; cards where it is narrow. Every cell is one element, so that a page stays small.

use super::{List, widths};
use crate::{
    components::{name_or_time, status_badge},
    html::{El, el},
    i18n::{self, t, t_count, t_of, t_with},
    routes::Route,
};
use leptos::prelude::*;
use portal_model::list::{Align, Cell, Column, ColumnChoice, ListKind, ListQuery, ListRow, columns_text};
use uuid::Uuid;
use wasm_bindgen::JsCast;

/// Rows as a table, which its headers sort.
pub fn table(list: List, rows: &[ListRow]) -> El {
    // Only what changes the columns draws the table anew.
    let columns = Memo::new(move |_| columns_text(&list.address.query.read().shown()));
    let rows = StoredValue::new(rows.to_vec());
    let anchor = RwSignal::new(None);
    let body = move || {
        // Read and not only tracked: a memo that nobody has read follows nothing yet.
        drop(columns.read());
        let shown = list.query_now().shown();
        let select = move |index: usize, event: &web_sys::Event| choose(list, rows, anchor, index, event);
        let row_view = |(index, row): (usize, &ListRow)| row_view(list, row, index, &shown, select);
        let body = rows.with_value(|rows| el("tbody").children(rows.iter().enumerate().map(row_view)));
        let width = widths::of_table(&shown);
        let fixed = if widths::are_all_chosen(&shown) { "all" } else { "" };
        el("table")
            .class("table list-table")
            .attr("data-cards", "")
            .maybe("data-fixed", width.map(|_| fixed))
            .maybe("width", width.map(|width| width.to_string()))
            .live("aria-busy", move || Some(list.leaf.is_waiting().to_string()))
            .child(el("caption").class("visually-hidden").text(t_of("list.title", list.kind.slug())))
            .child(widths::columns(&shown))
            .child(el("thead").child(el("tr").children(shown.iter().map(|choice| head(list, choice)))))
            .child(body)
            .into_any()
    };
    let is_wide = Memo::new(move |_| {
        let shown = list.address.query.read().shown();
        shown.len() > MANY_COLUMNS || shown.iter().any(widths::is_chosen)
    });
    // What is moved sideways by hand must also be by key, so it takes the focus, and has a name.
    let when_wide = move |value: &str| is_wide.get().then(|| value.to_owned());
    let table_box = el("div")
        .class("table-box")
        .live("data-wide", move || when_wide(""))
        .live("tabindex", move || when_wide("0"))
        .live("role", move || when_wide("region"))
        .live("aria-label", move || is_wide.get().then(|| t_of("list.title", list.kind.slug())))
        .live_view(body);
    el("div").class("table-frame").child(table_box)
}

/// With more columns than this a table is moved sideways under its first column.
const MANY_COLUMNS: usize = 9;

/// The table while the first rows are on their way, in its final shape.
pub fn rows_skeleton(kind: ListKind, rows: usize) -> El {
    let query = ListQuery::of(kind);
    let heads = query.shown().into_iter().map(|choice| {
        align(el("th").attr("scope", "col"), choice.column).text(t_of("column", choice.column.slug()))
    });
    let cell = |choice: &ColumnChoice| {
        align(el("td"), choice.column).child(el("span").class("skeleton").attr("data-size", "short"))
    };
    let row = |_| el("tr").children(query.shown().iter().map(cell));
    let table = el("table")
        .class("table list-table")
        .attr("data-cards", "")
        .attr("aria-busy", "true")
        .child(el("caption").class("visually-hidden").text(t("list.waiting")))
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").attr("aria-hidden", "true").children((0..rows).map(row)));
    el("div").class("table-frame").child(el("div").class("table-box").child(table))
}

/// A cell of a column: where its values stand, and whether it is cut at a chosen width.
fn in_column(cell: El, choice: &ColumnChoice) -> El {
    align(cell, choice.column).maybe("data-sized", widths::is_chosen(choice).then_some(""))
}

fn align(cell: El, column: Column) -> El {
    cell.maybe("data-numeric", (column.align() == Align::End).then_some(""))
}

fn head(list: List, choice: &ColumnChoice) -> El {
    let column = choice.column;
    let name = t_of("column", column.slug());
    let head = in_column(el("th").attr("scope", "col"), choice).attr("data-column", column.slug());
    if column.sorted_by(list.kind).is_none() {
        return head.text(name);
    }
    let query = list.address.query;
    let direction = move || {
        let sort = query.read().sort;
        let word = if sort.descending { "descending" } else { "ascending" };
        (sort.by == column).then(|| word.to_owned())
    };
    let press = el("button").class("table__sort").attr("type", "button").on("click", move |_| {
        let now = list.query_now();
        list.go(ListQuery { sort: now.sort.after_click(column), page: 0, ..now });
    });
    head.live("aria-sort", direction).child(press.text(name))
}

fn row_view(
    list: List,
    row: &ListRow,
    index: usize,
    shown: &[ColumnChoice],
    select: impl Fn(usize, &web_sys::Event) + Copy + Send + 'static,
) -> El {
    let id = row.id;
    let is_selected = move || list.selection.read().iter().any(|row| row.id == id);
    let name = name_or_time(row.name.as_deref(), &row.placed);
    let tick = el("input")
        .class("list-table__tick")
        .attr("type", "checkbox")
        .attr("aria-label", t_with("list.select", &[("name", &name)]))
        .live_checked(is_selected)
        .on("click", move |event| select(index, &event));
    let link = el("a").class("table__link").attr("href", Route::Order(row.order).path()).text(name);
    let head = el("th")
        .attr("scope", "row")
        .attr("data-column", "name")
        .maybe("data-sized", shown.first().is_some_and(widths::is_chosen).then_some(""))
        .child(tick)
        .child(link);
    el("tr")
        .live("data-changed", move || list.changed.read().contains(&id).then(String::new))
        .live("aria-selected", move || is_selected().then(|| "true".to_owned()))
        .child(head)
        .children(shown.iter().skip(1).map(|choice| cell_view(row, choice)))
}

fn cell_view(row: &ListRow, choice: &ColumnChoice) -> El {
    let column = choice.column;
    let cell = in_column(el("td"), choice)
        .attr("data-column", column.slug())
        .attr("data-label", t_of("column", column.slug()));
    match row.cell(column) {
        Cell::Empty => cell.attr("data-empty", "").attr("aria-label", t("value.none")).text("–"),
        Cell::Pending => cell.attr("data-pending", "").text(t("value.pending")),
        Cell::Status(status) => cell.child(status_badge(*status)),
        Cell::Days(days) if *days > 0 => cell.attr("data-late", "").text(days_text(*days)),
        Cell::Text(text) => cell.attr("title", text.clone()).text(text.clone()),
        other => cell.text(cell_text(other)),
    }
}

/// A value as the reader writes it.
pub fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Pending => t("value.pending"),
        Cell::Text(text) => text.clone(),
        Cell::Status(status) => t_of("status", status.slug()),
        Cell::LineStatus(status) => t_of("line-status", status.slug()),
        Cell::Number(number) => i18n::number(&number.to_string()),
        Cell::Money(money) => i18n::money(money),
        Cell::Date(date) => i18n::date(*date),
        Cell::Instant(instant) => i18n::instant(instant),
        Cell::Days(days) => days_text(*days),
    }
}

fn days_text(days: i32) -> String {
    match days {
        0 => t("days.on-time"),
        1.. => t_count("days.late", days.unsigned_abs()),
        _ => t_count("days.early", days.unsigned_abs()),
    }
}

/// Selects a row, or all between the last one and this if Shift is held.
fn choose(
    list: List,
    rows: StoredValue<Vec<ListRow>>,
    anchor: RwSignal<Option<usize>>,
    index: usize,
    event: &web_sys::Event,
) {
    let is_range = event.dyn_ref::<web_sys::MouseEvent>().is_some_and(|event| event.shift_key());
    let first = anchor.get_untracked().filter(|_| is_range).unwrap_or(index);
    let is_selected = |id: Uuid| list.selection.with_untracked(|rows| rows.iter().any(|row| row.id == id));
    let range = first.min(index)..=first.max(index);
    let chosen = rows.with_value(|rows| rows.get(range).unwrap_or_default().to_vec());
    let adds = rows.with_value(|rows| rows.get(index).is_some_and(|row| !is_selected(row.id)));
    list.selection.update(|selection| {
        selection.retain(|row| chosen.iter().all(|other| other.id != row.id));
        if adds {
            selection.extend(chosen);
        }
    });
    anchor.set(Some(index));
}
