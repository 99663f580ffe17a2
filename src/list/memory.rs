//! The pages of a list that have been seen, so that Back shows them at once, and page 7 can be found where an endpoint only
//! ever tells the next one.
//!
//! Links to next pages are opaque and must be followed as they are. A page that nobody has come by (a bookmark, a
//! reload) is reached by walking there from the nearest page that is known.

use crate::{
    api::{ApiError, Client, lists},
    browser::clock,
};
use portal_model::{
    ids::OrderId,
    list::{ListRow, ReadPage},
    odata::Page,
};
use std::cell::RefCell;

/// One page of a list and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// The rows.
    pub rows: Vec<ListRow>,
    /// How many rows there are in all, as far as the endpoint counts.
    pub count: Option<u32>,
    /// The page, from 0; smaller than asked for if the list ends before.
    pub page: usize,
    /// Whether there is another page.
    pub has_next: bool,
    /// When the endpoint told it, in milliseconds since 1970.
    pub told: f64,
}

/// What is asked, in all that matters for the pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// The request for its first page.
    pub request: String,
    /// How many rows a page has.
    pub page_size: u32,
}

/// So many pages keep their rows; all keep their links.
const KEPT: usize = 8;

/// Rows that were told so many milliseconds ago are shown again without asking.
const FRESH: f64 = 30_000.0;

#[derive(Default)]
struct Memory {
    read: Option<ReadPage>,
    question: Question,
    count: Option<u32>,
    pages: Vec<Known>,
}

/// A page that has been seen; its place is its index.
#[derive(Clone, Default)]
struct Known {
    rows: Option<Vec<ListRow>>,
    next: Option<String>,
    told: f64,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// Forgets all pages: what is shown next is asked for anew.
pub fn forget() {
    MEMORY.take();
}

/// The page `wanted` of what is asked, or the last one if there are fewer. Rows that are kept are shown again if they are
/// fresh, or if one `returns` to them.
pub async fn leaf(
    client: &Client,
    read: ReadPage,
    question: &Question,
    wanted: usize,
    returns: bool,
) -> Result<Leaf, ApiError> {
    if let Some(leaf) = MEMORY.with_borrow_mut(|memory| memory.kept(question, wanted, returns)) {
        return Ok(leaf);
    }
    let (mut number, link) = MEMORY.with_borrow_mut(|memory| memory.nearest(question, wanted));
    let mut page = ask(client, read, question, link.as_deref()).await?;
    loop {
        let leaf = MEMORY.with_borrow_mut(|memory| memory.remember(question, number, &page, clock::now()));
        MEMORY.with_borrow_mut(|memory| memory.read = Some(read));
        match &page.next_link {
            Some(link) if number < wanted => {
                page = ask(client, read, question, Some(link)).await?;
                number += 1;
            }
            _ => return Ok(leaf),
        }
    }
}

async fn ask(
    client: &Client,
    read: ReadPage,
    question: &Question,
    link: Option<&str>,
) -> Result<Page<ListRow>, ApiError> {
    match link {
        Some(link) => lists::next(client, read, link, question.page_size).await,
        None => lists::first(client, read, &question.request, question.page_size).await,
    }
}

/// Fetches the page after this one before it is asked for.
pub async fn fetch_ahead(client: &Client, read: ReadPage, question: &Question, after: usize) {
    let is_known = MEMORY.with_borrow_mut(|memory| memory.kept(question, after + 1, false)).is_some();
    let (number, link) = MEMORY.with_borrow_mut(|memory| memory.nearest(question, after + 1));
    if is_known || number != after + 1 || link.is_none() {
        return;
    }
    // If it fails it is asked for again when it is wanted, and then the reader is told.
    if let Ok(page) = ask(client, read, question, link.as_deref()).await {
        MEMORY.with_borrow_mut(|memory| memory.remember(question, number, &page, clock::now()));
    }
}

/// The orders before and after this one in the list that one came from, across the borders of its pages.
pub async fn neighbours(client: &Client, order: OrderId) -> (Option<OrderId>, Option<OrderId>) {
    let place = MEMORY.with_borrow(|memory| Some((memory.read?, memory.place(order)?)));
    let Some((read, (question, page, index))) = place else {
        return (None, None);
    };
    let at = |page: usize, index: Option<usize>| {
        let question = question.clone();
        async move {
            let leaf =
                leaf(client, read, &question, page, true).await.ok().filter(|leaf| leaf.page == page)?;
            let row = match index {
                Some(index) => leaf.rows.get(index),
                None => leaf.rows.last(),
            };
            row.map(|row| row.order)
        }
    };
    let before = match (page, index) {
        (0, 0) => None,
        (_, 0) => at(page - 1, None).await,
        _ => at(page, Some(index - 1)).await,
    };
    let after = match at(page, Some(index + 1)).await {
        Some(after) => Some(after),
        None => at(page + 1, Some(0)).await,
    };
    (before, after)
}

impl Memory {
    /// The page, if its rows are kept and good enough.
    fn kept(&mut self, question: &Question, page: usize, returns: bool) -> Option<Leaf> {
        let known = self.pages.get(page).filter(|_| self.question == *question)?;
        let is_good = returns || clock::now() - known.told < FRESH;
        let rows = known.rows.clone().filter(|_| is_good)?;
        Some(Leaf { rows, count: self.count, page, has_next: known.next.is_some(), told: known.told })
    }

    /// The page nearest to `wanted` that can be asked for at once, with its link; none for the first.
    fn nearest(&mut self, question: &Question, wanted: usize) -> (usize, Option<String>) {
        if self.question != *question {
            *self = Self { question: question.clone(), ..Self::default() };
        }
        let known = self.pages.iter().take_while(|page| page.next.is_some()).count();
        let number = wanted.min(known);
        (number, number.checked_sub(1).and_then(|before| self.pages[before].next.clone()))
    }

    /// Notes a page. The list may have grown or shrunk, so what is known of later pages is forgotten, unless this one
    /// leads on as it did.
    fn remember(&mut self, question: &Question, number: usize, page: &Page<ListRow>, now: f64) -> Leaf {
        let leaf = Leaf {
            rows: page.rows.clone(),
            count: page.count.or(self.count),
            page: number,
            has_next: page.next_link.is_some(),
            told: now,
        };
        if self.question != *question {
            return leaf;
        }
        self.count = leaf.count;
        if self.pages.get(number).is_some_and(|known| known.next != page.next_link) {
            self.pages.truncate(number);
        }
        if self.pages.len() < number + 1 {
            self.pages.resize_with(number + 1, Known::default);
        }
        self.pages[number] = Known { rows: Some(page.rows.clone()), next: page.next_link.clone(), told: now };
        self.forget_far(number);
        leaf
    }

    /// Keeps the rows of the pages around this one.
    fn forget_far(&mut self, number: usize) {
        for (index, page) in self.pages.iter_mut().enumerate() {
            if index.abs_diff(number) >= KEPT / 2 {
                page.rows = None;
            }
        }
    }

    /// Where the row of an order is kept.
    fn place(&self, order: OrderId) -> Option<(Question, usize, usize)> {
        self.pages.iter().enumerate().find_map(|(page, known)| {
            let rows = known.rows.as_ref()?;
            let index = rows.iter().position(|row| row.order == order)?;
            Some((self.question.clone(), page, index))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(request: &str) -> Question {
        Question { request: request.into(), page_size: 50 }
    }

    fn page(next: Option<&str>) -> Page<ListRow> {
        Page { rows: Vec::new(), count: Some(120), next_link: next.map(str::to_owned) }
    }

    #[test]
    fn the_nearest_known_page_is_where_the_walk_begins() {
        let mut memory = Memory::default();
        let q = question("q");
        assert_eq!(memory.nearest(&q, 3), (0, None), "nothing is known, so it begins at the first page");
        memory.remember(&q, 0, &page(Some("to 1")), 0.0);
        memory.remember(&q, 1, &page(Some("to 2")), 0.0);
        assert_eq!(memory.nearest(&q, 2), (2, Some("to 2".into())));
        assert_eq!(memory.nearest(&q, 7), (2, Some("to 2".into())));
        assert_eq!(memory.nearest(&q, 0), (0, None));
    }

    #[test]
    fn another_question_begins_anew_and_takes_no_late_answer() {
        let mut memory = Memory::default();
        let (q, other) = (question("q"), question("other"));
        memory.nearest(&q, 0);
        memory.remember(&q, 0, &page(Some("to 1")), 0.0);
        assert_eq!(memory.nearest(&other, 1), (0, None));
        memory.remember(&q, 0, &page(Some("late")), 0.0);
        assert_eq!(memory.nearest(&other, 1), (0, None), "a late answer to the old question is not mixed in");
    }

    #[test]
    fn a_page_that_leads_elsewhere_makes_the_later_ones_unknown() {
        let mut memory = Memory::default();
        let q = question("q");
        memory.nearest(&q, 0);
        memory.remember(&q, 0, &page(Some("to 1")), 0.0);
        memory.remember(&q, 1, &page(Some("to 2")), 0.0);
        memory.remember(&q, 0, &page(Some("to 1")), 1.0);
        assert_eq!(memory.nearest(&q, 2).0, 2, "the same link leads to the same page");
        memory.remember(&q, 0, &page(Some("elsewhere")), 2.0);
        assert_eq!(memory.nearest(&q, 2), (1, Some("elsewhere".into())));
    }

    #[test]
    fn only_the_rows_around_the_shown_page_are_kept() {
        let mut memory = Memory::default();
        let q = question("q");
        memory.nearest(&q, 0);
        for number in 0..20 {
            memory.remember(&q, number, &page(Some(&format!("to {}", number + 1))), 0.0);
        }
        assert_eq!(memory.pages.iter().filter(|page| page.rows.is_some()).count(), KEPT / 2);
        assert_eq!(memory.nearest(&q, 19).0, 19, "their links are");
    }
}
