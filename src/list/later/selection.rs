//! The bar for selected rows: what can be done with several at once.

use super::super::{List, address_of, exported, table::cell_text};
use crate::{
    browser::{clipboard, page, spawn},
    components::{button, name_or_time},
    export::export_button_of,
    html::{El, el},
    i18n::{t, t_count, t_of},
    routes,
};
use leptos::prelude::*;
use portal_model::{
    clip::Clip,
    ids::OrderId,
    list::{Column, ListKind, ListRow},
};

/// The bar; it is there while something is selected.
pub fn selection(list: List) -> El {
    let said = RwSignal::new(String::new());
    // The bar stays while the number of rows in it changes.
    let is_there = Memo::new(move |_| !list.selection.read().is_empty());
    let bar = move || match is_there.get() {
        true => bar(list, said).into_any(),
        false => ().into_any(),
    };
    el("div").class("selection").live_view(bar).live_view(move || on_paper(list).into_any())
}

fn bar(list: List, said: RwSignal<String>) -> El {
    let count = move || t_count("selection.count", list.selection.read().len() as u32);
    let reorder = (list.kind == ListKind::Orders).then(|| {
        let to = move || Some(routes::reorder(&orders(&list.selection.read())));
        el("a").class("button button--small").live("href", to).text(t("selection.reorder"))
    });
    let copy = button("button button--small", t("selection.copy"), move || copy(list, said));
    let print = button("button button--small", t("selection.print"), page::print);
    let clear = button("button button--small button--plain", t("selection.clear"), move || {
        said.set(String::new());
        list.selection.set(Vec::new());
    });
    el("div")
        .class("action-bar selection__bar")
        .attr("role", "region")
        .attr("aria-label", t("selection.title"))
        .child(el("p").attr("role", "status").live_text_child(count))
        .maybe_child(reorder)
        .child(export_button_of("button button--small", move || exported::selected(list)))
        .child(copy)
        .child(print)
        .child(clear)
        .child(el("p").class("selection__said").attr("role", "status").live_text_child(move || said.get()))
}

/// The orders of these rows, each once.
fn orders(rows: &[ListRow]) -> Vec<OrderId> {
    let mut orders: Vec<OrderId> = Vec::new();
    for row in rows {
        if !orders.contains(&row.order) {
            orders.push(row.order);
        }
    }
    orders
}

/// Puts the selected rows on the clipboard, in the shown columns, for letters and for spreadsheets.
fn copy(list: List, said: RwSignal<String>) {
    let clip = clip(list);
    let count = clip.rows.len() as u32;
    spawn(async move {
        let is_there = clipboard::write(&clip.html(), &clip.text()).await;
        // The page may have been left meanwhile.
        let _ = said.try_set(match is_there {
            true => t_count("selection.copied", count),
            false => t("selection.not-copied"),
        });
    });
}

fn clip(list: List) -> Clip {
    let query = list.query_now();
    let shown: Vec<Column> = query.shown().into_iter().map(|choice| choice.column).collect();
    Clip {
        title: t_of("list.title", list.kind.slug()),
        link: page::absolute(&address_of(&query)),
        columns: shown.iter().map(|column| t_of("column", column.slug())).collect(),
        rows: list.selection.get_untracked().iter().map(|row| texts(row, &shown)).collect(),
    }
}

fn texts(row: &ListRow, shown: &[Column]) -> Vec<String> {
    let naming = |index: usize| (index == 0).then(|| name_or_time(row.name.as_deref(), &row.placed));
    let texts = shown.iter().enumerate();
    texts.map(|(index, column)| naming(index).unwrap_or_else(|| cell_text(row.cell(*column)))).collect()
}

/// The selected rows as they are printed, on whichever pages of the list they are. Nothing of it is on the screen.
fn on_paper(list: List) -> AnyView {
    let selected = list.selection.get();
    if selected.is_empty() {
        return ().into_any();
    }
    let shown: Vec<Column> = list.query().shown().into_iter().map(|choice| choice.column).collect();
    let heads = shown.iter().map(|column| el("th").attr("scope", "col").text(t_of("column", column.slug())));
    let rows = selected
        .iter()
        .map(|row| el("tr").children(texts(row, &shown).into_iter().map(|text| el("td").text(text))));
    el("table")
        .class("table selection__paper")
        .attr("aria-hidden", "true")
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(rows))
        .into_any()
}
