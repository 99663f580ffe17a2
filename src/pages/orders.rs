//! The list of orders.

use crate::{components::new_order_link, html::El, list::list_page};
use portal_model::list::{ListKind, read_orders};

/// The list of orders.
pub fn orders_page() -> El {
    list_page(ListKind::Orders, read_orders, Some(new_order_link()))
}
