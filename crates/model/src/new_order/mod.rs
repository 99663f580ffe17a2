//! An order on its way to the supplier: as typed ([`Draft`]), as it may be sent ([`NewOrder`]), as it is sent
//! ([`NewOrder::to_wire`]).
//!
//! A [`NewOrder`] only comes out of [`Draft::parse`], so one that exists obeys every rule that the portal knows. What is
//! filled in silently is in [`Terms`], after the customer portal of Dynamics 365 Supply Chain Management.

mod draft;
mod language;
mod problem;
mod quantity;
mod terms;
mod wire;

pub use draft::{Draft, DraftLine, LINES_AT_MOST};
pub use language::language_value;
pub use problem::{Field, Problem, Rule};
pub use quantity::{Quantity, parse_quantity};
pub use terms::{MissingTerm, Terms};
pub use wire::Bindings;

use crate::{
    address::Address,
    date::Date,
    ids::{LineId, OrderId, ProductId, UnitId},
};

/// An order that may be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct NewOrder {
    id: OrderId,
    requested: Date,
    requisition: String,
    reference: String,
    deliver_to: Address,
    lines: Vec<NewLine>,
    terms: Terms,
}

/// A line of an order that may be sent.
#[derive(Clone, Debug, PartialEq)]
struct NewLine {
    id: LineId,
    product: ProductId,
    quantity: Quantity,
    unit: UnitId,
}

impl NewOrder {
    /// The key that it will have; made when the form was opened, so that sending it twice makes one order.
    pub fn id(&self) -> OrderId {
        self.id
    }
}
