//! Which keys there are: those of this page and those that hold everywhere, as they are bound at this moment.

use super::dialog;
use crate::{
    browser::page,
    components::{Icon, icon, key_caps, letters_switch},
    html::{El, el},
    i18n::{t, t_of},
    keys::{Entry, Place, Shown, use_keys},
};
use leptos::prelude::*;

const ID: &str = "keys";

/// The dialog.
pub fn keys_shown() -> El {
    dialog(Shown::Keys, ID, t("keys.title"), content)
}

fn content() -> El {
    let keys = use_keys();
    let bound: Vec<Entry> = keys.entries().into_iter().filter(|entry| !entry.keys.is_empty()).collect();
    let groups = Place::ALL.into_iter().rev().filter_map(|place| {
        let here: Vec<_> = bound.iter().filter(|entry| entry.place == place).collect();
        (!here.is_empty()).then(|| group(place, &here))
    });
    let close = el("button")
        .class("icon-button")
        .attr("type", "button")
        .attr("aria-label", t("dialog.close"))
        .on("click", |_| page::close_dialog(ID))
        .child(icon(Icon::Close));
    let head = el("div").class("sheet__head").child(el("h2").text(t("keys.title"))).child(close);
    let body = el("div")
        .class("sheet__body key-list")
        .live("data-off", move || (!keys.letters.get()).then(String::new))
        .children(groups);
    let foot = el("div").class("sheet__foot").child(letters_switch());
    el("div").class("sheet__fill").child(head).child(body).child(foot)
}

fn group(place: Place, entries: &[&Entry]) -> El {
    let row = |entry: &&Entry| {
        let is_character = !entry.keys.starts_with("mod+") && entry.keys != "Enter";
        el("div")
            .class("key-list__row")
            .maybe("data-letter", is_character.then_some(""))
            .child(el("dt").text(entry.text.clone()))
            .child(el("dd").child(key_caps(entry.keys)))
    };
    el("section")
        .child(el("h3").class("key-list__place").text(t_of("keys.place", place.slug())))
        .child(el("dl").children(entries.iter().map(row)))
}
