//! The rows of a long table, taken out of sight and put back without building them anew.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The attribute of a row that is out of sight.
const OUT: &str = "data-out";

/// Leaves only those rows of the table with this id in sight that `is_in` says, by their places from 0. Rows that stay
/// as they are are not touched.
pub fn leave_in(table: &str, is_in: impl Fn(usize) -> bool) {
    let Some(rows) = document()
        .get_element_by_id(table)
        .and_then(|table| table.query_selector_all(":scope > tbody > tr").ok())
    else {
        return;
    };
    for index in 0..rows.length() {
        let Some(row) = rows.get(index).and_then(|row| row.dyn_into::<Element>().ok()) else { continue };
        let (is_out, was_out) = (!is_in(index as usize), row.has_attribute(OUT));
        // Setting and removing a plain attribute cannot fail.
        let _ = match (was_out, is_out) {
            (false, true) => row.set_attribute(OUT, ""),
            (true, false) => row.remove_attribute(OUT),
            _ => Ok(()),
        };
    }
}
