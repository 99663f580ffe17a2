//! What has been chosen so far and is not applied yet.

use super::{amounts::Amounts, days::Days};
use crate::browser::page;
use leptos::prelude::*;
use portal_model::list::{FilterKind, ListQuery};

/// The draft. What is typed stands in its fields; what is ticked and chosen stands in `query`.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The filters that are ticked or chosen.
    pub query: RwSignal<ListQuery>,
    /// The filters by days.
    pub spans: [Days; 3],
    /// The filter by amount.
    pub amounts: Amounts,
}

impl Draft {
    /// What is applied now.
    pub fn of(query: ListQuery) -> Self {
        let spans = [FilterKind::Placed, FilterKind::Requested, FilterKind::Confirmed];
        Self {
            spans: spans.map(|kind| Days::of(&query, kind)),
            amounts: Amounts::of(&query),
            query: RwSignal::new(query),
        }
    }

    /// No filter at all.
    pub fn reset(self) {
        let empty = ListQuery::of(self.query.read_untracked().kind);
        for span in self.spans {
            span.take(&empty);
        }
        self.amounts.take(&empty);
        self.query.set(empty);
    }

    /// `now` with the filters of this draft, from its first page. None if a field cannot be read; then it is named and
    /// has the focus.
    pub fn finished(self, now: ListQuery) -> Option<ListQuery> {
        let mut query = ListQuery { filters: self.query.get_untracked().filters, page: 0, ..now };
        let mut wrong = Vec::new();
        for span in self.spans {
            match span.finished() {
                Ok(Some(filter)) => query = query.with(filter),
                Ok(None) => query = query.without(span.kind),
                Err(id) => wrong.push(id),
            }
        }
        match self.amounts.finished() {
            Ok(Some(filter)) => query = query.with(filter),
            Ok(None) => query = query.without(FilterKind::Amount),
            Err(id) => wrong.push(id),
        }
        match wrong.first() {
            Some(id) => page::focus(id),
            None => return Some(query),
        }
        None
    }
}
