//! What is pressed to export.

use super::{ExportDesk, Wanted};
use crate::{
    browser::page,
    components::{Icon, icon},
    html::{El, el},
    i18n::t,
};
use leptos::prelude::*;
use portal_model::export::Subject;

/// A button that exports what `subject` says at the time of the press.
pub fn export_button(subject: impl Fn() -> Subject + Send + 'static) -> El {
    export_button_of("button", subject)
}

/// The same with looks of its own, for a page that has one already.
pub fn export_button_of(class: &'static str, subject: impl Fn() -> Subject + Send + 'static) -> El {
    let ExportDesk(desk) = expect_context();
    let press =
        move |_| desk.set(Some(Wanted { subject: subject(), address: page::absolute(&page::address()) }));
    el("button")
        .class(class)
        .attr("type", "button")
        .attr("aria-haspopup", "dialog")
        .on("click", press)
        .child(icon(Icon::Download))
        .text(t("export.do"))
}
