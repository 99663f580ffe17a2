//! The list of the lines of all orders: where are my 300 of this?

use crate::{components::new_order_link, html::El, list::list_page};
use portal_model::list::{ListKind, read_lines};

/// The list of all lines.
pub fn lines_page() -> El {
    list_page(ListKind::Lines, read_lines, Some(new_order_link()))
}
