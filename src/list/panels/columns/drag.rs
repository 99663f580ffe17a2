//! The columns below each other, moved by dragging their handles.

use super::{Columns, row::row};
use crate::{
    html::{El, el},
    i18n::t,
};
use leptos::prelude::*;
use portal_model::list::{Column, ListKind};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// The rows.
pub fn rows(columns: Columns) -> El {
    let dragged = RwSignal::new(None::<Column>);
    let rows = view! {
        <For
            each=move || columns.arrangement.read().sequence()
            key=|column| *column
            children=move |column| row(columns, column).into_any()
        />
    };
    let kind = columns.list.kind;
    let begin = move |event: Event| {
        let Some((event, list)) = parts(&event) else { return };
        let handle = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let handle = handle.and_then(|target| target.closest(".column-row__handle").ok().flatten());
        let column = handle.and_then(|handle| column_of(kind, &handle));
        let column = column.filter(|column| columns.arrangement.read_untracked().is_free(*column));
        if column.is_some() {
            event.prevent_default();
            // The list hears of the pointer wherever it goes; the row itself is taken out and put in again on the way. A
            // pointer that is gone already cannot be captured, and then nothing is dragged.
            dragged.set(column.filter(|_| list.set_pointer_capture(event.pointer_id()).is_ok()));
        }
    };
    let go_on = move |event: Event| {
        if let (Some(column), Some((event, list))) = (dragged.get_untracked(), parts(&event)) {
            let place = place_at(&list, f64::from(event.client_y()));
            if columns.arrangement.read_untracked().place(column) != Some(place.max(1)) {
                columns.move_to(column, place);
            }
        }
    };
    let end = move |_| {
        if dragged.get_untracked().is_some() {
            dragged.set(None);
            columns.apply();
        }
    };
    el("div")
        .class("filter-field")
        .child(el("h3").class("filter-field__name").text(t("list.columns")))
        .child(el("p").class("field__hint").text(t("columns.hint")))
        .child(
            el("ul")
                .class("column-rows")
                .live("data-dragging", move || dragged.get().map(|column| column.slug().to_owned()))
                .on("pointerdown", begin)
                .on("pointermove", go_on)
                .on("pointerup", end)
                .on("pointercancel", end)
                .view(rows.into_any()),
        )
}

fn parts(event: &Event) -> Option<(&PointerEvent, Element)> {
    let list = event.current_target()?.dyn_into().ok()?;
    Some((event.dyn_ref()?, list))
}

fn column_of(kind: ListKind, inside: &Element) -> Option<Column> {
    let row = inside.closest("[data-column]").ok()??;
    Column::from_slug(kind, &row.get_attribute("data-column")?)
}

/// The place of the row at this height of the window.
fn place_at(list: &Element, height: f64) -> usize {
    let rows = list.children();
    let is_above =
        |index: &u32| rows.item(*index).is_some_and(|row| row.get_bounding_client_rect().bottom() < height);
    (0..rows.length()).take_while(is_above).count()
}
