//! What an order is called.

use crate::i18n::{instant, t_with};
use portal_model::order::OrderSummary;

/// The ERP's number, or the words for an order that has none yet.
pub fn name_of(order: &OrderSummary) -> String {
    name_or_time(order.number.as_deref(), &order.placed)
}

/// The number, or the words for an order that has none yet, with the ISO 8601 instant at which it was placed.
pub fn name_or_time(number: Option<&str>, placed: &str) -> String {
    match number {
        Some(number) => number.to_owned(),
        None => t_with("order.unnumbered", &[("time", &instant(placed))]),
    }
}
