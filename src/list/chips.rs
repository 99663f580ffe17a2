//! What narrows the list, each part removable with one press; and what of the address could not be read.

use super::{List, words::filter_words};
use crate::{
    components::{Icon, Tone, button, icon, notice},
    html::{El, el},
    i18n::{t, t_with},
};
use leptos::prelude::*;
use portal_model::list::ListQuery;

/// The chips, and a word about an address that is wrong.
pub fn chips(list: List) -> AnyView {
    let ignored = list.address.ignored();
    let wrong = (!ignored.is_empty()).then(|| {
        let parts = ignored.join(", ");
        let reset = button("link-button", t("list.reset"), move || list.go(ListQuery::of(list.kind)));
        notice(Tone::Warning, t("list.ignored"), t_with("list.ignored-text", &[("parts", &parts)]), [reset])
    });
    let chips = chip_list(list, &list.query());
    match (wrong, chips) {
        (None, None) => ().into_any(),
        (None, Some(chips)) => chips.into_any(),
        (Some(wrong), chips) => el("div").class("stack").child(wrong).maybe_child(chips).into_any(),
    }
}

fn chip_list(list: List, now: &ListQuery) -> Option<El> {
    if !now.is_narrowed() {
        return None;
    }
    let search = (!now.search.is_empty()).then(|| {
        let without = ListQuery { search: String::new(), page: 0, ..now.clone() };
        chip(list, t_with("list.quoted", &[("text", &now.search)]), without)
    });
    let me = list.me;
    let filters = now
        .filters
        .iter()
        .map(|filter| chip(list, filter_words(filter, me), now.clone().without(filter.kind())));
    let cleared = now.clone().cleared();
    let clear = button("link-button", t("list.clear"), move || list.go(cleared.clone()));
    Some(
        el("ul")
            .class("filters__chips")
            .attr("aria-label", t("list.active"))
            .maybe_child(search)
            .children(filters)
            .child(el("li").child(clear)),
    )
}

fn chip(list: List, label: String, without: ListQuery) -> El {
    let remove = el("button")
        .class("icon-button")
        .attr("type", "button")
        .attr("aria-label", t_with("list.remove", &[("filter", &label)]))
        .on("click", move |_| list.go(without.clone()))
        .child(icon(Icon::Close));
    el("li").class("chip").child(el("span").class("cut").text(label)).child(remove)
}
