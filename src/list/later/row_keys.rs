//! The keys of a list: on and back through its rows, and selecting the one at hand. Enter opens it by itself: it is a link.

use crate::{
    browser::list_rows,
    i18n::t,
    keys::{self, Place},
};

/// Binds them while the list is shown.
pub fn bind_row_keys() {
    keys::bind("j", Place::List, t("keys.next-row"), || list_rows::step(1));
    keys::bind("k", Place::List, t("keys.previous-row"), || list_rows::step(-1));
    keys::bind("x", Place::List, t("keys.select-row"), list_rows::press_tick);
}
