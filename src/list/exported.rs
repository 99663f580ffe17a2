//! What an export of a list is: what is shown, all pages of it, or the rows that are selected.

use super::{List, asking, count_text, words::query_words};
use crate::i18n::{t_of, t_with};
use leptos::prelude::WithUntracked;
use portal_model::{
    export::{Heading, Subject},
    list::requests::MOST_KEYS,
};

/// The list that is shown, in its columns and its sequence.
pub fn shown(list: List) -> Subject {
    let query = list.query_now();
    let filter = query_words(&query, list.me).join(", ");
    let asking = asking(&query, list.me);
    Subject { first: query.to_odata(&asking), total: Some(query.total(&asking)), filter, ..of(list) }
}

/// The rows that are selected, as many as one request can ask for.
pub fn selected(list: List) -> Subject {
    let keys: Vec<_> = list.selection.with_untracked(|rows| rows.iter().map(|row| row.id).collect());
    let count = u32::try_from(keys.len().min(MOST_KEYS)).unwrap_or(u32::MAX);
    let filter = t_with("export.selected", &[("count", &count_text(list.kind, count))]);
    Subject { first: list.query_now().of_keys(&keys), filter, ..of(list) }
}

fn of(list: List) -> Subject {
    let columns = list.query_now().shown().into_iter().map(|choice| choice.column);
    Subject {
        kind: list.kind,
        first: String::new(),
        total: None,
        columns: columns.map(|column| Heading { column, title: t_of("column", column.slug()) }).collect(),
        title: t_of("list.title", list.kind.slug()),
        filter: String::new(),
    }
}
