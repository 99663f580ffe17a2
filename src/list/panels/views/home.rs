//! What the list shows when it is opened by its bare address.

use super::desk::Desk;
use crate::{
    html::{El, el},
    i18n::{t, t_of},
    list::views,
};
use leptos::{prelude::*, tachys::dom::event_target_value};

const HOME: &str = "home-view";

/// The choice.
pub fn home(desk: Desk) -> El {
    let list = desk.list;
    let choose = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        desk.change(|kept| kept.home = Some(name).filter(|name| !name.is_empty()));
        desk.said.set(t("views.home-kept"));
    };
    let select = move || {
        list.kept_changed.track();
        let option = |value: String, name: String| el("option").attr("value", value).text(name);
        let options = views::offered(list).into_iter().map(|view| option(view.name, view.label));
        el("select")
            .class("input")
            .attr("id", HOME)
            .child(option(String::new(), t("views.last")))
            .children(options)
            .live_text(move || desk.kept_now().home.unwrap_or_default())
            .on("change", choose)
            .into_any()
    };
    el("div")
        .class("filter-field")
        .child(
            el("label")
                .class("filter-field__name")
                .attr("for", HOME)
                .text(t_of("views.home", list.kind.slug())),
        )
        .child(el("p").class("field__hint").text(t("views.home-hint")))
        .live_view(select)
}
