//! The panels over a list: what narrows it, its columns, the reader's own views. Fetched when one is first opened.

mod columns;
mod filters;
mod sheet;
mod views;

use super::{List, Panel};
use crate::html::{El, el};
use leptos::prelude::*;

/// The panel that is open.
pub fn panel_view(list: List) -> El {
    match list.panel.get_untracked() {
        Some(Panel::Filters) => filters::filters(list),
        Some(Panel::Columns) => columns::columns(list),
        Some(Panel::Views) => views::views(list),
        // It was closed while its code was on the way.
        None => el("div"),
    }
}
