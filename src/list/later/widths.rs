//! Changing the width of a column in the table itself: by dragging the end of its header, or with Alt and an arrow on it.

use super::super::{List, look::look_like};
use leptos::{ev::KeyboardEvent, prelude::*};
use portal_model::list::{Arrangement, Column, ColumnChoice, ListQuery};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};

/// So many pixels are a step by key.
const STEP: i32 = 16;

/// So many pixels at the end of a header are for dragging.
const GRIP: i32 = 8;

/// A header that is dragged.
#[derive(Clone, Copy)]
struct Dragged {
    column: Column,
    /// Where the pointer was at first, and how wide the column was.
    began: i32,
    width: i32,
    /// How wide the whole table was.
    table: i32,
}

/// Listens as long as the list is there.
pub fn change_widths(list: List) {
    let dragged = RwSignal::new(None::<Dragged>);
    let widen = move |column: Column, width: i32| {
        let mut arrangement = Arrangement::of(&list.query_now());
        arrangement.widen(column, Some(u16::try_from(width).unwrap_or_default()));
        let looks = ListQuery { columns: arrangement.columns(), ..list.query_now() };
        look_like(list, &looks);
    };
    listen("keydown", move |event| {
        if let Some((column, width)) = by_key(list, event) {
            event.prevent_default();
            widen(column, width);
        }
    });
    listen("pointerdown", move |event| {
        if let Some(begun) = begin(list, event) {
            event.prevent_default();
            dragged.set(Some(begun));
        }
    });
    listen("pointermove", move |event| {
        if let (Some(dragged), Some(event)) = (dragged.get_untracked(), event.dyn_ref::<PointerEvent>()) {
            show(dragged, dragged.at(event.client_x()));
        }
    });
    listen("pointerup", move |event| {
        let end = dragged.try_update(Option::take).flatten();
        if let (Some(dragged), Some(event)) = (end, event.dyn_ref::<PointerEvent>()) {
            let width = dragged.at(event.client_x());
            if width != dragged.width {
                widen(dragged.column, width);
            }
        }
    });
}

fn listen(event: &'static str, act: impl Fn(&Event) + 'static) {
    let listening = window_event_listener_untyped(event, move |event| act(&event));
    on_cleanup(move || listening.remove());
}

/// The header with the focus, made wider or narrower.
fn by_key(list: List, event: &Event) -> Option<(Column, i32)> {
    let key = event.dyn_ref::<KeyboardEvent>().filter(|key| key.alt_key() && !key.ctrl_key())?;
    let sign = match key.key().as_str() {
        "ArrowRight" => 1,
        "ArrowLeft" => -1,
        _ => return None,
    };
    let (head, column) = head_of(list, event)?;
    let chosen = list.query_now().shown().into_iter().find(|choice| choice.column == column)?.width;
    Some((column, chosen.map_or_else(|| head.offset_width(), i32::from) + sign * STEP))
}

fn begin(list: List, event: &Event) -> Option<Dragged> {
    let pointer = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.button() == 0)?;
    let (head, column) = head_of(list, event)?;
    let place = head.get_bounding_client_rect();
    if f64::from(pointer.client_x() + GRIP) < place.right() {
        return None;
    }
    let (table, width) = (table()?, head.offset_width());
    let begun = Dragged { column, began: pointer.client_x(), width, table: table.offset_width() };
    hold(&table);
    show(begun, width);
    // From here on the column may become narrower than what is in it.
    let names = if column == Column::naming(list.kind) { "tbody th," } else { "" };
    let cells = format!("{names}[data-column={}]", column.slug());
    for_each(&table, &cells, |cell| set(cell, "data-sized", ""));
    Some(begun)
}

/// Holds every column as wide as it is, so that the others stay where they are while one is dragged.
fn hold(table: &Element) {
    let widths = RefCell::new(Vec::new());
    for_each(table, "th[scope=col]", |head| {
        let width = head.dyn_ref::<HtmlElement>().map_or(0, HtmlElement::offset_width);
        widths.borrow_mut().push(width);
    });
    // All are measured before the first is set: each measuring after a change lays the table out anew.
    let widths = RefCell::new(widths.take().into_iter());
    for_each(table, "col", |column| {
        let width = widths.borrow_mut().next().unwrap_or_default();
        set(column, "width", &width.to_string());
    });
}

impl Dragged {
    /// How wide the column is with the pointer here.
    fn at(self, pointer: i32) -> i32 {
        let width = u16::try_from(self.width + pointer - self.began).unwrap_or_default();
        i32::from(ColumnChoice::fitting(width))
    }
}

/// Shows the width while it is dragged; the list itself follows when the pointer lets go.
fn show(dragged: Dragged, width: i32) {
    let Some(table) = table() else { return };
    let selector = format!("col[data-of={}]", dragged.column.slug());
    for_each(&table, &selector, |column| set(column, "width", &width.to_string()));
    set(&table, "data-fixed", "");
    set(&table, "width", &(dragged.table + width - dragged.width).to_string());
}

fn table() -> Option<HtmlElement> {
    document().query_selector(".list-table").ok()??.dyn_into().ok()
}

fn for_each(table: &Element, selector: &str, act: impl Fn(&Element)) {
    let Ok(found) = table.query_selector_all(selector) else { return };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into::<Element>().ok()) {
            act(&element);
        }
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Writing a plain attribute cannot fail.
    let _ = element.set_attribute(name, value);
}

/// The header of the table that an event is about.
fn head_of(list: List, event: &Event) -> Option<(HtmlElement, Column)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let head: HtmlElement = target.closest(".list-table th[scope=col]").ok()??.dyn_into().ok()?;
    let column = Column::from_slug(list.kind, &head.get_attribute("data-column")?)?;
    Some((head, column))
}
