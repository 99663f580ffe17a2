//! The one search box of a list.

use super::List;
use crate::{
    browser::on_change,
    components::{Icon, icon},
    context::CurrentRoute,
    html::{El, el},
    i18n::t_of,
};
use js_sys::{Function, Reflect};
use leptos::{leptos_dom::helpers::debounce, prelude::*, tachys::dom::event_target_value};
use portal_model::list::{ListQuery, terms};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// How long somebody must stop typing before the list follows.
const PAUSE: Duration = Duration::from_millis(250);

/// The id of the box, for the key that leads to it.
pub const SEARCH: &str = "search";

/// The box. It follows the address, and the address follows it after a pause.
pub fn search(list: List) -> El {
    let query = list.address.query;
    let typed = RwSignal::new(query.get_untracked().search);
    // Back and Forward change the address under the box.
    on_change(move || {
        let search = query.read().search.clone();
        if typed.get_untracked().trim() != search {
            typed.set(search);
        }
    });
    let current = expect_context::<CurrentRoute>();
    let here = current.get_untracked();
    let follow = move |text: String| {
        // The pause may end when the page has been left; then nobody is pulled back to it.
        let Some(now) = query.try_get_untracked().filter(|_| current.get_untracked() == here) else {
            return;
        };
        if text.trim() != now.search {
            list.go_instead(ListQuery { search: text.trim().to_owned(), page: 0, ..now });
        }
    };
    let mut follow_after_pause = debounce(PAUSE, follow);
    let input = el("input")
        .class("input")
        .attr("type", "search")
        .attr("id", SEARCH)
        .attr("maxlength", "4000")
        .attr("aria-label", t_of("list.search", list.kind.slug()))
        .attr("placeholder", t_of("list.search-hint", list.kind.slug()))
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .live_text(move || typed.get())
        .on("input", move |event| {
            let text = event_target_value(&event);
            typed.set(text.clone());
            follow_after_pause(text);
        })
        .on("paste", move |event| {
            if let Some(list) = pasted_list(&event) {
                event.prevent_default();
                typed.set(list.clone());
                follow(list);
            }
        })
        // Enter does not wait. Leaving the box does: whoever presses on a row must not find it gone under the press.
        .on("keydown", move |event| {
            if is_key(&event, "Enter") {
                follow(event_target_value(&event));
            }
        });
    el("div").class("search filters__search").child(icon(Icon::Search)).child(input)
}

/// A column that was copied from a spreadsheet, as a list: a box of one line would run its rows together.
fn pasted_list(event: &Event) -> Option<String> {
    let data = Reflect::get(event, &"clipboardData".into()).ok()?;
    let read: Function = Reflect::get(&data, &"getData".into()).ok()?.dyn_into().ok()?;
    let text = read.call1(&data, &"text".into()).ok()?.as_string()?;
    let is_column = text.trim().contains(['\n', '\r', '\t']);
    is_column.then(|| terms(&text).join(", "))
}

/// Whether a key was pressed.
pub fn is_key(event: &Event, key: &str) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == key)
}
