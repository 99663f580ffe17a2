//! An address that leads nowhere.

use crate::{
    components::{Drawing, PageHeader, outcome},
    html::{El, el},
    i18n::t,
    routes::Route,
};

/// Says so, and offers the ways that are there.
pub fn not_found_page() -> El {
    let orders = el("a")
        .class("button button--primary")
        .attr("href", Route::Orders.path())
        .text(t("not-found.orders"));
    let home = el("a").class("button").attr("href", Route::Home.path()).text(t("not-found.home"));
    el("div").class("page").child(PageHeader::new(t("not-found.title")).show()).child(outcome(
        Drawing::Signpost,
        String::new(),
        t("not-found.text"),
        [orders, home],
    ))
}
