//! A column: shown or not, how wide, further up or down.

use super::Columns;
use crate::{
    browser::page,
    components::{Icon, icon},
    html::{El, el},
    i18n::{t, t_of, t_with},
    list::search::is_key,
};
use leptos::{prelude::*, tachys::dom::event_target_value};
use portal_model::list::{Arranged, Column, ColumnChoice};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// So many pixels are a step of a width.
const STEP: u16 = 16;

/// The row. It follows the arrangement and stays the same elements when it is moved.
pub fn row(columns: Columns, column: Column) -> El {
    let name = t_of("column", column.slug());
    let arranged = move || columns.arrangement.read().get(column);
    let is_free = columns.arrangement.with_untracked(|arrangement| arrangement.is_free(column));
    let tick = el("input")
        .attr("type", "checkbox")
        .live_checked(move || arranged().is_some_and(|arranged| arranged.is_shown))
        .maybe("disabled", (!is_free).then_some(""))
        .on("change", move |_| {
            let is_shown = columns.arrangement.with_untracked(|all| all.get(column)).is_some_and(shown);
            columns.change(|arrangement| arrangement.show(column, !is_shown));
        });
    let label = el("label").class("check").child(tick).child(el("span").class("cut").text(name.clone()));
    let ways = el("span")
        .class("column-row__ways")
        .maybe_child(is_free.then(|| step(columns, column, &name, true)))
        .maybe_child(is_free.then(|| step(columns, column, &name, false)));
    let handle = el("span").class("column-row__handle").attr("aria-hidden", "true");
    el("li")
        .class("column-row")
        .attr("data-column", column.slug())
        .live("data-hidden", move || (!arranged().is_some_and(shown)).then(String::new))
        .maybe("data-fixed", (!is_free).then_some(""))
        .on("keydown", move |event| move_by_key(columns, column, &event))
        .child(handle)
        .child(label)
        .child(width(columns, column, &name))
        .child(ways)
}

fn shown(arranged: Arranged) -> bool {
    arranged.is_shown
}

/// How wide the column is, in pixels; empty to let the table decide.
fn width(columns: Columns, column: Column, name: &str) -> El {
    let present = move || {
        let width = columns.arrangement.read().get(column).and_then(|arranged| arranged.choice.width);
        width.map(|width| width.to_string()).unwrap_or_default()
    };
    let widen = move |event: Event| {
        let text = event_target_value(&event);
        let width = text.trim().parse::<f64>().ok().map(|width| width.round() as u16);
        columns.change(|arrangement| arrangement.widen(column, width));
        // What has been put right is the same in the arrangement, so the field would not follow it.
        if let Some(field) =
            event.target().and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())
        {
            field.set_value(&width.map(|width| ColumnChoice::fitting(width).to_string()).unwrap_or_default());
        }
    };
    let (least, most) = (ColumnChoice::WIDTHS.start(), ColumnChoice::WIDTHS.end());
    el("input")
        .class("input input--small input--number column-row__width")
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", least.to_string())
        .attr("max", most.to_string())
        .attr("step", STEP.to_string())
        .attr("placeholder", t("columns.automatic"))
        .attr("aria-label", t_with("columns.width-of", &[("name", name)]))
        .live_text(present)
        .on("change", widen)
}

/// A button that moves the column by one place. At the end it stays where it is, and keeps the focus.
fn step(columns: Columns, column: Column, name: &str, is_up: bool) -> El {
    let (label, sign) = match is_up {
        true => (t_with("columns.up", &[("name", name)]), Icon::Up),
        false => (t_with("columns.down", &[("name", name)]), Icon::Down),
    };
    let id = step_id(column, is_up);
    let is_at_end = move || {
        let arrangement = columns.arrangement.read();
        let last = if is_up { 1 } else { arrangement.sequence().len() - 1 };
        arrangement.place(column) == Some(last)
    };
    el("button")
        .class("icon-button")
        .attr("type", "button")
        .attr("id", id.clone())
        .attr("aria-label", label)
        .live("aria-disabled", move || is_at_end().then(|| "true".to_owned()))
        .on("click", move |_| move_by(columns, column, is_up, id.clone()))
        .child(icon(sign))
}

fn step_id(column: Column, is_up: bool) -> String {
    [if is_up { "up-" } else { "down-" }, column.slug()].concat()
}

/// Alt with an arrow moves the column from wherever in its row the focus is.
fn move_by_key(columns: Columns, column: Column, event: &Event) {
    let is_up = is_key(event, "ArrowUp");
    let has_alt = event.dyn_ref::<KeyboardEvent>().is_some_and(KeyboardEvent::alt_key);
    if !has_alt || !(is_up || is_key(event, "ArrowDown")) {
        return;
    }
    event.prevent_default();
    move_by(columns, column, is_up, step_id(column, is_up));
}

fn move_by(columns: Columns, column: Column, is_up: bool, focus: String) {
    let Some(place) = columns.arrangement.read_untracked().place(column) else { return };
    let to = if is_up { place.saturating_sub(1) } else { place + 1 };
    columns.move_to(column, to);
    columns.apply();
    // An element that is put elsewhere loses the focus.
    request_animation_frame(move || page::focus(&focus));
}
