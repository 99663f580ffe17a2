//! The draft of a new order, kept on this device until the supplier has the order.

use crate::browser::storage;
use portal_model::{ids::ContactId, new_order::Draft};

const NAME: &str = "portal.draft";

/// The draft that this person has left on this device. Somebody else's is left alone and not shown.
pub fn restore(owner: ContactId) -> Option<Draft> {
    let draft: Draft = serde_json::from_str(&storage::get(&name(owner))?).ok()?;
    (draft.owner == owner).then_some(draft)
}

/// Keeps a draft in the place of its owner's last one; tells whether it is kept now.
pub fn keep(draft: &Draft) -> bool {
    serde_json::to_string(draft).is_ok_and(|text| storage::set(&name(draft.owner), &text))
}

/// Removes the draft of an order that has arrived.
pub fn forget(owner: ContactId) {
    storage::remove(&name(owner));
}

fn name(owner: ContactId) -> String {
    format!("{NAME}.{owner}")
}
