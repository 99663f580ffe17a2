//! The draft on the device: written at every change, removed when the supplier has the order.

use super::form::Form;
use crate::browser::{on_change, storage};
use leptos::prelude::*;
use portal_model::{ids::ContactId, new_order::Draft};

const NAME: &str = "portal.draft";

/// The draft that this person has left on this device. Somebody else's is left alone and not shown.
pub fn restore(owner: ContactId) -> Option<Draft> {
    let draft: Draft = serde_json::from_str(&storage::get(&name(owner))?).ok()?;
    (draft.owner == owner).then_some(draft)
}

/// Writes the draft whenever something in it changes.
pub fn keep(form: Form) {
    on_change(move || {
        let draft = form.draft();
        if let (true, Ok(text)) = (form.is_open.get(), serde_json::to_string(&draft)) {
            let kept = storage::set(&name(draft.owner), &text);
            form.is_kept.set(kept);
        }
    });
}

/// Removes the draft of an order that has arrived.
pub fn forget(owner: ContactId) {
    storage::remove(&name(owner));
}

fn name(owner: ContactId) -> String {
    format!("{NAME}.{owner}")
}
