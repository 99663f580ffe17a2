//! The place where exports are made. It outlives the page that they were asked for on.

use crate::{
    chunks::{self, fetched},
    html::{El, el},
};
use leptos::prelude::*;
use portal_model::export::Subject;

/// What is to be exported; none while nobody wants anything.
#[derive(Clone, Copy)]
pub struct ExportDesk(pub RwSignal<Option<Wanted>>);

/// What somebody wants to have exported.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The list as it is shown.
    pub subject: Subject,
    /// The address in the browser where it is shown.
    pub address: String,
}

/// The place of the panel, which is there while there is something to be exported.
pub fn export_desk() -> El {
    let ExportDesk(desk) = expect_context();
    let is_open = Memo::new(move |_| desk.with(Option::is_some));
    el("div").class("toasts").live_view(move || match is_open.get() {
        true => fetched(|| Box::pin(chunks::export())),
        false => ().into_any(),
    })
}
