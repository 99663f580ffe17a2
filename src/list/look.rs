//! How a list looks: its columns and the room of its rows. An own view has a look of its own; all others share the one
//! that the reader has chosen last, so that a step from one built-in view to another loses nothing.

use super::{
    List,
    address::{query_text, read_text},
};
use leptos::prelude::*;
use portal_model::list::{ListQuery, views};

/// The look of built-in views, as a question for nothing else.
pub fn kept_look(list: List) -> ListQuery {
    read_text(list.kind, &list.place.read().look)
}

/// Shows the list like this from now on.
pub fn look_like(list: List, looks: &ListQuery) {
    let query = list.query_now().looking_like(looks);
    if query.view.as_ref().is_none_or(|view| views::names(list.kind).contains(&view.as_str())) {
        let look = query_text(&ListQuery::of(list.kind).looking_like(&query));
        list.place.change(|kept| kept.look = look);
        list.kept_changed.update(|times| *times += 1);
    }
    list.go_instead(query);
}
