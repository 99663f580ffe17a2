//! The orders that the palette finds: asked for after a pause, and narrowed at once while somebody types on.

use super::matching;
use crate::{
    api::{Client, orders},
    loading::{Loading, load},
};
use leptos::prelude::*;
use portal_model::order::OrderSummary;

/// How many orders are suggested.
const LIMIT: u32 = 6;

/// The search for orders.
#[derive(Clone, Copy)]
pub struct Orders {
    /// What the endpoint is asked for.
    pub asked: RwSignal<String>,
    /// What it answered, with the question.
    pub answer: Loading<(String, Vec<OrderSummary>)>,
}

impl Orders {
    /// A search that has not begun.
    pub fn new() -> Self {
        let client = expect_context::<Client>();
        let asked = RwSignal::new(String::new());
        let answer = load(move || {
            let (client, text) = (client.clone(), asked.get());
            async move {
                let found = match is_worth_asking(&text) {
                    true => orders::search(&client, &text, LIMIT).await?,
                    false => Vec::new(),
                };
                Ok((text, found))
            }
        });
        Self { asked, answer }
    }

    /// Whether the answer to `text` is still to come.
    pub fn is_waiting_for(self, text: &str) -> bool {
        self.answer.ready().is_none_or(|(asked, _)| asked != text)
    }

    /// The orders for `text`: those of its own answer, or, until that is there, those of the last one that fit.
    pub fn fitting(self, text: &str) -> Vec<OrderSummary> {
        if !is_worth_asking(text) {
            return Vec::new();
        }
        let (asked, mut found) = self.answer.ready().unwrap_or_default();
        if asked != text {
            let words = matching::words(text);
            found.retain(|order| matching::hold(&words, &searched(order)));
        }
        found
    }
}

/// One digit or two letters find something worth showing.
pub fn is_worth_asking(text: &str) -> bool {
    text.chars().count() >= 2 || text.starts_with(|c: char| c.is_ascii_digit())
}

/// Everything in an order that the endpoint looks at.
fn searched(order: &OrderSummary) -> String {
    let parts =
        [&order.number, &order.requisition, &order.reference, &order.ship_to_name, &order.ship_to_city];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\n")
}
