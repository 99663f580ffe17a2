//! Looking again, for whoever waits for the number of a new order.

use super::Asked;
use crate::browser::on_change;
use leptos::{leptos_dom::helpers::set_timeout_with_handle, prelude::*};
use std::time::Duration;

/// How often an order that the ERP has not numbered is looked at again, and how many times.
const PAUSE: Duration = Duration::from_secs(4);
const TIMES: u32 = 45;

/// A new order gets its number a few seconds after it was sent; whoever waits for it on this page sees it come.
pub fn look_again_until_numbered(asked: Asked) {
    let looked = StoredValue::new(0);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    on_change(move || {
        let is_numbered = asked
            .orders
            .ready()
            .is_none_or(|order| order.summary.number.is_some() || order.status().is_settled());
        if is_numbered || looked.get_value() >= TIMES {
            return;
        }
        looked.update_value(|times| *times += 1);
        waiting.set_value(set_timeout_with_handle(move || asked.again(), PAUSE).ok());
    });
    on_cleanup(move || {
        if let Some(handle) = waiting.try_get_value().flatten() {
            handle.clear();
        }
    });
}
