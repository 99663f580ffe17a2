//! How many rows each view has. One request tells those that differ by status only; the others take one each, one after
//! another, and not more often than once a minute.

use super::super::{List, address::query_text, asking, views};
use crate::{
    api::{ApiError, Client, lists},
    browser::{clock, on_change, run},
};
use leptos::prelude::*;
use portal_model::{
    list::{Filter, ListKind, ListQuery, requests::Figure},
    order::StatusFigure,
    status::OrderStatus,
};
use std::cell::{Cell, RefCell};

/// Counts that were told so many milliseconds ago are good enough.
const GOOD_FOR: f64 = 60_000.0;

/// Keeps the counts of the views.
pub fn keep_counts(list: List) {
    let client = expect_context::<Client>();
    let running = StoredValue::new_local(None);
    let (last, counted) = (Cell::new(f64::MIN), RefCell::new(Vec::new()));
    on_change(move || {
        // Counted with the list, but not each time that it changes; what is kept may have a view more.
        let _ = list.leaf.ready();
        list.kept_changed.track();
        let keys: Vec<_> = views::offered(list).iter().map(|view| query_text(&view.query)).collect();
        let has_new_view = keys.iter().any(|key| !counted.borrow().contains(key));
        if !has_new_view && clock::now() - last.get() < GOOD_FOR {
            return;
        }
        last.set(clock::now());
        counted.replace(keys);
        let client = client.clone();
        running.set_value(Some(run(async move {
            // A view without a count is as good a link as one with it.
            let _ = count(&client, list).await;
        })));
    });
}

async fn count(client: &Client, list: List) -> Result<(), ApiError> {
    let offered: Vec<ListQuery> = views::offered(list).into_iter().map(|view| view.query).collect();
    let all = ListQuery::of(list.kind);
    let statuses = match list.kind {
        ListKind::Orders => lists::per_status(client, &all, &asking(&all, list.me), Figure::Count).await.ok(),
        ListKind::Lines => None,
    };
    for query in offered {
        let count = match statuses.as_ref().and_then(|statuses| from_statuses(&query, statuses)) {
            Some(count) => count,
            None => lists::count(client, &query.count(&asking(&query, list.me))).await?,
        };
        let _ = list.counts.try_update(|counts| {
            let key = query_text(&query);
            counts.retain(|(known, _)| *known != key);
            counts.push((key, count));
        });
    }
    Ok(())
}

/// The count of a view that asks for statuses only, or for nothing.
fn from_statuses(query: &ListQuery, statuses: &[StatusFigure]) -> Option<u32> {
    let sum = |is_asked: &dyn Fn(OrderStatus) -> bool| {
        let counts = statuses.iter().filter(|one| is_asked(one.status)).filter_map(|one| one.figure.as_ref());
        counts.map(|count| count.to_string().parse::<u32>().unwrap_or_default()).sum()
    };
    match (query.search.is_empty(), query.filters.as_slice()) {
        (true, []) => Some(sum(&|_| true)),
        (true, [Filter::Status(asked)]) => Some(sum(&|status| asked.contains(&status))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use portal_model::{decimal::Decimal, list::views::built_in};

    #[test]
    fn one_request_counts_every_view_that_differs_by_status() {
        let figure = |status, count: i64| StatusFigure {
            status,
            currency: None,
            figure: Some(Decimal::from(count).into()),
        };
        let statuses = [
            figure(OrderStatus::Received, 3),
            figure(OrderStatus::Confirmed, 4),
            figure(OrderStatus::Invoiced, 5),
        ];
        let count = |name| from_statuses(&built_in(ListKind::Orders, name).unwrap(), &statuses);
        assert_eq!((count("all"), count("open"), count("late")), (Some(12), Some(7), None));
    }
}
