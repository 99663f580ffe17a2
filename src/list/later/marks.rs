//! Marks the orders that have changed since the reader last looked at them.

use super::super::List;
use crate::{browser::on_change, seen};
use leptos::prelude::*;
use portal_model::list::ListRow;

/// Keeps the marks of the shown rows.
pub fn keep_marks(list: List) {
    on_change(move || {
        let Some(leaf) = list.leaf.ready() else { return };
        let watched = seen::watched(list.me);
        let has_changed = |row: &&ListRow| {
            let look = watched.iter().find(|(order, _)| *order == row.order);
            // Instants of one endpoint are written alike, so that the later one is the greater text.
            look.is_some_and(|(_, modified)| row.modified > *modified)
        };
        list.changed.set(leaf.rows.iter().filter(has_changed).map(|row| row.id).collect());
    });
}
