//! Whether single characters do something, as this device keeps it: they are on until somebody switches them off.

use crate::browser::storage;

const NAME: &str = "portal.letters";

pub(super) fn are_on() -> bool {
    storage::get(NAME).is_none()
}

pub(super) fn keep(on: bool) {
    match on {
        true => storage::remove(NAME),
        // What is not kept holds until the page is closed.
        false => drop(storage::set(NAME, "off")),
    }
}
