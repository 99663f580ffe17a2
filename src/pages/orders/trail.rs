//! Finding page 7 where an endpoint only ever tells the next one.
//!
//! Links to next pages are opaque and must be followed as they are, so the portal remembers the ones it has seen. An
//! address with a page that it has not come by (a bookmark, a reload) is reached by walking there from the first page.

use crate::api::{ApiError, Client, orders};
use portal_model::{odata::Page, order::OrderSummary, order_query::OrderQuery};
use std::cell::RefCell;

/// One page of the list and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// The rows.
    pub rows: Vec<OrderSummary>,
    /// How many orders there are in all, as far as the endpoint counts.
    pub count: Option<u32>,
    /// The page, from 0; smaller than asked for if the list ends before.
    pub page: usize,
    /// Whether there is another page.
    pub has_next: bool,
}

/// Where a page stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The first row's number, from 1.
    pub first: usize,
    /// The last row's number.
    pub last: usize,
    /// How many there are in all, as far as the endpoint counts.
    pub count: Option<u32>,
    /// The page, from 0.
    pub page: usize,
    /// Whether there is another page.
    pub has_next: bool,
}

impl Leaf {
    /// Where this page stands.
    pub fn place(&self, page_size: u32) -> Place {
        let first = self.page * page_size as usize + 1;
        Place {
            first,
            last: first + self.rows.len().saturating_sub(1),
            count: self.count,
            page: self.page,
            has_next: self.has_next,
        }
    }
}

/// The links of one query: the link at index `n` leads to page `n + 1`.
#[derive(Default)]
struct Trail {
    question: String,
    links: Vec<String>,
}

thread_local! {
    static TRAIL: RefCell<Trail> = RefCell::default();
}

/// The page that `query` asks for, or the last one if there are fewer.
pub async fn leaf(client: &Client, query: &OrderQuery, page_size: u32) -> Result<Leaf, ApiError> {
    let question = query.to_odata();
    let (mut number, link) = TRAIL.with_borrow_mut(|trail| trail.nearest(&question, query.page));
    let mut page = match link {
        Some(link) => orders::next_page(client, &link, page_size).await?,
        None => orders::list(client, query, page_size).await?,
    };
    loop {
        remember(&question, number, &page);
        match &page.next_link {
            Some(link) if number < query.page => {
                page = orders::next_page(client, link, page_size).await?;
                number += 1;
            }
            _ => break,
        }
    }
    Ok(Leaf { has_next: page.next_link.is_some(), rows: page.rows, count: page.count, page: number })
}

fn remember(question: &str, number: usize, page: &Page<OrderSummary>) {
    TRAIL.with_borrow_mut(|trail| trail.remember(question, number, page.next_link.as_deref()));
}

impl Trail {
    /// The page nearest to `wanted` that can be asked for at once, with its link; none for the first.
    fn nearest(&mut self, question: &str, wanted: usize) -> (usize, Option<String>) {
        if self.question != question {
            *self = Self { question: question.to_owned(), links: Vec::new() };
        }
        let number = wanted.min(self.links.len());
        (number, number.checked_sub(1).and_then(|index| self.links.get(index)).cloned())
    }

    /// Notes where the page after `number` is. The list may have grown or shrunk, so later links are forgotten.
    fn remember(&mut self, question: &str, number: usize, next: Option<&str>) {
        if self.question == question {
            self.links.truncate(number);
            self.links.extend(next.map(str::to_owned));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_known_page_is_where_the_walk_begins() {
        let mut trail = Trail::default();
        assert_eq!(trail.nearest("q", 3), (0, None), "nothing is known, so it begins at the first page");
        trail.remember("q", 0, Some("to 1"));
        trail.remember("q", 1, Some("to 2"));
        assert_eq!(trail.nearest("q", 2), (2, Some("to 2".into())));
        assert_eq!(trail.nearest("q", 7), (2, Some("to 2".into())));
        assert_eq!(trail.nearest("q", 0), (0, None));
    }

    #[test]
    fn another_question_begins_anew() {
        let mut trail = Trail::default();
        trail.nearest("q", 0);
        trail.remember("q", 0, Some("to 1"));
        assert_eq!(trail.nearest("other", 1), (0, None));
        trail.remember("q", 0, Some("late"));
        assert_eq!(trail.nearest("other", 1), (0, None), "a late answer to the old question is not mixed in");
    }
}
