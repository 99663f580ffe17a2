//! What somebody saw of an order, and what has changed since: dates that moved, quantities that were cut, the status,
//! lines that came or went.
//!
//! A [`Seen`] is kept on the reader's device; [`Seen::changes`] compares it with a newer one. [`Watched`] keeps which
//! orders have one, and bounds how many.

mod changes;
mod watched;

pub use changes::{Change, LineChange, Moved};
pub use watched::{ORDERS_AT_MOST, Watched};

use crate::{
    date::Date,
    decimal::Number,
    ids::LineId,
    order::{Order, OrderLine},
    status::{LineStatus, OrderStatus},
};
use serde::{Deserialize, Serialize};

/// What somebody saw of an order. What is compared and no more, under short names: the device has little room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// When the order was last changed before it was seen, as the endpoint wrote it.
    #[serde(rename = "m")]
    pub modified: String,
    #[serde(rename = "n")]
    number: Option<String>,
    #[serde(rename = "s")]
    status: String,
    #[serde(rename = "q")]
    requested: Option<Date>,
    #[serde(rename = "r")]
    receipt: Option<Date>,
    #[serde(rename = "g")]
    shipping: Option<Date>,
    #[serde(rename = "t")]
    total: Option<String>,
    #[serde(rename = "a")]
    address: String,
    #[serde(rename = "l")]
    lines: Vec<SeenLine>,
}

/// What somebody saw of a line; a list and not an object, because there may be a thousand of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SeenLine(
    LineId,
    /// Its name.
    String,
    /// How much was ordered.
    String,
    /// How much had been shipped.
    Option<String>,
    /// The word for its status.
    String,
    /// For when it was wanted.
    Option<Date>,
    /// For when it was confirmed.
    Option<Date>,
    /// What one unit cost.
    Option<String>,
);

impl Seen {
    /// What there is to see of an order now.
    pub fn of(order: &Order, lines: &[OrderLine]) -> Self {
        let details = &order.details;
        Self {
            modified: order.summary.modified.clone(),
            number: order.summary.number.clone(),
            status: order.status().slug().to_owned(),
            requested: order.summary.requested,
            receipt: order.summary.confirmed_receipt,
            shipping: details.confirmed_shipping,
            total: order.summary.total().map(|total| plain(&total.amount)),
            address: order.delivery_address().lines().join(", "),
            lines: lines.iter().map(|line| SeenLine::of(order, line)).collect(),
        }
    }

    fn status(&self) -> OrderStatus {
        OrderStatus::from_slug(&self.status).unwrap_or_default()
    }
}

impl SeenLine {
    fn of(order: &Order, line: &OrderLine) -> Self {
        Self(
            line.id,
            line.name().to_owned(),
            plain(&line.quantity),
            line.fulfilment().shipped.map(|shipped| shipped.normalize().to_string()),
            line.status.slug().to_owned(),
            line.wanted(order),
            line.promise(order).map(|promise| promise.day()),
            line.price.as_ref().map(plain),
        )
    }

    fn is_canceled(&self) -> bool {
        self.4 == LineStatus::Canceled.slug()
    }
}

/// A number without the zeros behind it, so that a scale that changes is no change.
fn plain(number: &Number) -> String {
    number.value().map_or_else(|| number.to_string(), |value| value.normalize().to_string())
}
