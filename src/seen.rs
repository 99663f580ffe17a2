//! What this person has seen of which orders, on this device: `portal_model::seen` says what it is and what changed
//! since, this keeps it. Each order has an entry of its own, and one more names them all.

use crate::browser::storage;
use portal_model::{
    ids::{ContactId, OrderId},
    seen::{Seen, Watched},
};

/// The orders that this person has looked at, the latest last, each with its `modifiedon` at the last look.
pub fn watched(contact: ContactId) -> Vec<(OrderId, String)> {
    index(contact).orders()
}

/// What this person saw of an order when looking last.
pub fn last(contact: ContactId, order: OrderId) -> Option<Seen> {
    serde_json::from_str(&storage::get(&entry(contact, order))?).ok()
}

/// Keeps what this person sees of an order now. Where the device is full, the oldest looks go.
pub fn keep(contact: ContactId, order: OrderId, seen: &Seen) {
    let mut index = index(contact);
    for gone in index.look(order, &seen.modified) {
        storage::remove(&entry(contact, gone));
    }
    let Ok(text) = serde_json::to_string(seen) else { return };
    // A device that keeps nothing at all tells no changes.
    while !storage::set(&entry(contact, order), &text) {
        let Some(gone) = index.forget_oldest() else { break };
        storage::remove(&entry(contact, gone));
    }
    storage::set(&name(contact), &index.write());
}

fn index(contact: ContactId) -> Watched {
    storage::get(&name(contact)).map(|text| Watched::read(&text)).unwrap_or_default()
}

fn name(contact: ContactId) -> String {
    format!("portal.seen.{contact}")
}

fn entry(contact: ContactId, order: OrderId) -> String {
    format!("{}.{order}", name(contact))
}
