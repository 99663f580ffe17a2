//! The reader's own views: saving the present list under a name, and what can be done with the saved ones. They are kept on
//! this device; a link hands one on.

mod desk;
mod home;
mod row;
mod save;

use super::{super::List, sheet::sheet};
use crate::{
    components::button,
    html::{El, el},
    i18n::{t, t_of, t_with},
};
use desk::Desk;
use leptos::prelude::*;

/// The panel.
pub fn views(list: List) -> El {
    let desk = Desk::of(list);
    let own = move || {
        let rows: Vec<_> =
            desk.own().into_iter().enumerate().map(|(index, view)| row::row(desk, index, view)).collect();
        match rows.is_empty() {
            true => el("p").class("field__hint").text(t_of("views.none", list.kind.slug())).into_any(),
            false => el("ul").class("view-rows").children(rows).into_any(),
        }
    };
    let own = el("section")
        .class("filter-field")
        .child(el("h3").class("filter-field__name").text(t("views.own")))
        .live_view(own)
        .live_view(move || undo(desk));
    let said =
        el("p").class("side-sheet__said").attr("role", "status").live_text_child(move || desk.said.get());
    let body = el("div")
        .class("stack side-sheet__fields")
        .child(save::save(desk))
        .child(own)
        .child(home::home(desk))
        .live_view(move || link(desk));
    let share = button("button", t("views.copy-present"), move || desk.share(None));
    let foot = el("div").class("side-sheet__actions").child(said).child(share);
    sheet(list, t("views.title"), body, Some(foot))
}

const UNDO: &str = "undo-delete";

/// A way back after a view has been deleted.
fn undo(desk: Desk) -> AnyView {
    match desk.removed.get() {
        None => ().into_any(),
        Some((removed, _)) => {
            let text = t_with("views.deleted", &[("name", removed.name())]);
            let undo = button("link-button", t("views.undo"), move || desk.put_back()).attr("id", UNDO);
            el("p").class("cluster").child(el("span").text(text)).child(undo).into_any()
        }
    }
}

/// The link in a field, where the browser does not let the portal copy it.
fn link(desk: Desk) -> AnyView {
    match desk.link.get() {
        None => ().into_any(),
        Some(link) => el("label")
            .class("field")
            .child(el("span").class("field__label").text(t("views.copy-yourself")))
            .child(el("input").class("input").attr("readonly", "").attr("value", link))
            .into_any(),
    }
}
