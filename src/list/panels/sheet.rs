//! What every panel stands in: a dialog at the edge of the page, at the bottom where it is narrow.

use super::super::List;
use crate::{
    browser::page,
    components::{Icon, icon},
    html::{El, el},
    i18n::t,
};
use leptos::prelude::*;

const SHEET: &str = "sheet";
/// The id of the title, which can take the focus.
pub const TITLE: &str = "sheet-title";

/// A sheet that opens itself. The browser keeps the focus in it, closes it on Escape and leads the focus back.
pub fn sheet(list: List, title: String, body: El, foot: Option<El>) -> El {
    // It is put in its place only after this.
    request_animation_frame(|| page::show_dialog(SHEET));
    // Whoever takes it away without closing it still gets the focus back.
    on_cleanup(close);
    let close_button = el("button")
        .class("icon-button")
        .attr("type", "button")
        .attr("aria-label", t("sheet.close"))
        .on("click", |_| close())
        .child(icon(Icon::Close));
    // The title takes the focus at first: the close button would say too little, a field would open a phone's keyboard.
    let title = el("h2").attr("id", TITLE).attr("tabindex", "-1").attr("autofocus", "").text(title);
    let head = el("div").class("side-sheet__head").child(title).child(close_button);
    let foot = foot.map(|foot| el("div").class("side-sheet__foot").child(foot));
    let fill = el("div")
        .class("side-sheet__fill")
        .child(head)
        .child(el("div").class("side-sheet__body").child(body))
        .maybe_child(foot);
    el("dialog")
        .class("side-sheet")
        .attr("id", SHEET)
        .attr("aria-labelledby", TITLE)
        .on("close", move |_| list.panel.set(None))
        // Nothing but the veil is outside of what fills the dialog. A press that began inside of it does not count.
        .on("pointerdown", |event| {
            if event.target() == event.current_target() {
                close();
            }
        })
        .child(fill)
}

/// Closes the sheet that is open.
pub fn close() {
    page::close_dialog(SHEET);
}
