//! The last known numbers of this person, kept on the device: what the page shows until there are new ones.

use crate::browser::storage;
use portal_model::ids::ContactId;
use serde::{Deserialize, Serialize};

/// The numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Known {
    /// How many deliveries are late.
    pub late: Option<u32>,
    /// How many orders have changed.
    pub changed: Option<u32>,
    /// How many orders are open.
    pub open: Option<u32>,
    /// How many deliveries were shown as the next ones.
    pub next: Option<u32>,
}

/// What is known of this person's orders.
pub fn known(owner: ContactId) -> Known {
    let kept = storage::get(&name(owner));
    kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps what has become known.
pub fn learn(owner: ContactId, change: impl FnOnce(&mut Known)) {
    let before = known(owner);
    let mut now = before;
    change(&mut now);
    if now != before {
        // What is not kept is asked for again, as it is anyway.
        let _ = serde_json::to_string(&now).is_ok_and(|text| storage::set(&name(owner), &text));
    }
}

fn name(owner: ContactId) -> String {
    format!("portal.home.{owner}")
}
