//! Keeping the draft on the device at every change.

use super::form::Form;
use crate::{browser::on_change, drafts};
use leptos::prelude::*;

/// Writes the draft whenever something in it changes.
pub fn keep(form: Form) {
    on_change(move || {
        let draft = form.draft();
        if form.is_open.get() {
            form.is_kept.set(drafts::keep(&draft));
        }
    });
}
