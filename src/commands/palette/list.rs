//! The list below the text, in groups.

use super::{LIST, Palette, items::Item, matching};
use crate::{
    components::{icon, key_caps, status_badge},
    html::{El, el},
    i18n::{t, t_of},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

/// The id of the option at this place.
pub fn option_id(index: usize) -> String {
    format!("palette-option-{index}")
}

/// The list.
pub fn list(palette: Palette) -> El {
    let groups = move || {
        let items = palette.items.get();
        let words = matching::words(&palette.text.get_untracked());
        let numbered: Vec<_> = items.into_iter().enumerate().collect();
        let groups = numbered.chunk_by(|(_, one), (_, next)| one.group == next.group);
        groups.map(|items| group(palette, items, &words).into_any()).collect::<Vec<_>>().into_any()
    };
    el("div")
        .class("palette__list")
        .attr("id", LIST)
        .attr("role", "listbox")
        .attr("aria-label", t("palette.found"))
        .live_view(groups)
}

fn group(palette: Palette, items: &[(usize, Item)], words: &[String]) -> El {
    let slug = items.first().map_or("", |(_, item)| item.group.slug());
    let name = t_of("palette.group", slug);
    let heading = el("div").class("palette__group").attr("aria-hidden", "true").text(name.clone());
    let options = items.iter().map(|(index, item)| option(palette, *index, item, words));
    el("div").attr("role", "group").attr("aria-label", name).child(heading).children(options)
}

fn option(palette: Palette, index: usize, item: &Item, words: &[String]) -> El {
    let detail = (!item.detail.is_empty())
        .then(|| el("span").class("palette__detail").children(pieces(words, &item.detail)));
    let text = el("span")
        .class("palette__words")
        .child(el("span").class("palette__name").children(pieces(words, &item.label)))
        .maybe_child(detail);
    let keys = (!item.keys.is_empty()).then(|| key_caps(item.keys));
    el("div")
        .class("palette__option")
        .attr("role", "option")
        .attr("id", option_id(index))
        .live("aria-selected", move || Some((palette.active.get() == index).to_string()))
        .child(icon(item.icon))
        .child(text)
        .maybe_child(item.status.map(status_badge))
        .maybe_child(keys)
        // The press must not take the focus out of the text.
        .on("mousedown", |event| event.prevent_default())
        .on("mousemove", move |_| {
            if palette.active.get_untracked() != index {
                palette.active.set(index);
            }
        })
        .on("click", move |event| palette.take(index, is_for_a_new_tab(&event)))
        .on("auxclick", move |event| {
            if is_for_a_new_tab(&event) {
                palette.take(index, true);
            }
        })
}

/// Whether a press of the mouse asks for a new tab, as it does on a link.
fn is_for_a_new_tab(event: &web_sys::Event) -> bool {
    let mouse = event.dyn_ref::<MouseEvent>();
    mouse.is_some_and(|mouse| mouse.button() == 1 || mouse.ctrl_key() || mouse.meta_key())
}

/// A text with what was typed marked in it.
fn pieces(words: &[String], text: &str) -> Vec<El> {
    let pieces = matching::marked(words, text).into_iter();
    pieces.map(|(piece, is_hit)| el(if is_hit { "mark" } else { "span" }).text(piece)).collect()
}
