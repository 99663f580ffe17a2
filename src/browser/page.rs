//! The page as a whole: title, focus, leaving.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    HtmlDialogElement, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition,
    UrlSearchParams,
};

/// Names the page in the tab and in the history.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Moves the focus to the element with this id, if it is there.
pub fn focus(id: &str) {
    focus_first(&[id]);
}

/// Moves the focus to the first of these ids that is there.
pub fn focus_first(ids: &[&str]) {
    let found = ids.iter().find_map(|id| document().get_element_by_id(id));
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Whether one has come to this page by Back or Forward (`boot.js` notes it).
pub fn is_returned_to() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-returning"))
}

/// Scrolls to the top of the page.
pub fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Moves the focus to the text field with this id and selects what stands in it; tells whether it is there.
pub fn select(id: &str) -> bool {
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| {
        field.select();
        field.focus().is_ok()
    })
}

/// Scrolls the element with this id into view, no further than it takes.
pub fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// What has the focus.
pub fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Gives the focus to an element, if it is still there.
pub fn focus_on(element: Option<HtmlElement>) {
    // An element that cannot take the focus leaves it where it is.
    let _ = element.filter(|element| element.is_connected()).map(|element| element.focus());
}

/// Opens the dialog with this id over the page.
pub fn show_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        // A dialog that is not in the page cannot be shown, and then there is nobody to see it.
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog with this id.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Leaves for an address, loading it anew: who is signed in is only told with a fresh page. Back does not lead here again.
pub fn leave_for(address: &str) {
    // A browser refuses only addresses that are none.
    let _ = window().location().replace(address);
}

/// Opens an address in a new tab.
pub fn open_beside(address: &str) {
    // A browser that opens no tabs says so itself.
    let _ = window().open_with_url_and_target(address, "_blank");
}

/// Loads this page anew.
pub fn reload() {
    // Browsers do not refuse it.
    let _ = window().location().reload();
}

/// Opens the browser's print dialog.
pub fn print() {
    // A browser that cannot print says so itself.
    let _ = window().print();
}

/// Path and query of the address bar.
pub fn address() -> String {
    let location = window().location();
    format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

/// The address of a path of this site with scheme and host, for use elsewhere.
pub fn absolute(path: &str) -> String {
    format!("{}{path}", window().location().origin().unwrap_or_default())
}

/// The host of this site.
pub fn host() -> String {
    window().location().hostname().unwrap_or_default()
}

/// Whether the page is before somebody's eyes, as far as the browser knows.
pub fn is_in_sight() -> bool {
    !document().hidden()
}

/// A value in the query of an address; empty if it is not there.
pub fn parameter(query: &str, name: &str) -> String {
    UrlSearchParams::new_with_str(query).ok().and_then(|query| query.get(name)).unwrap_or_default()
}

/// Whether something stands in the field with this id that the browser cannot read, such as half a day.
pub fn is_unreadable(id: &str) -> bool {
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.validity().bad_input())
}

/// Sets light, dark or, for an empty text, the system's choice.
pub fn set_scheme(scheme: &str) {
    if let Some(root) = document().document_element() {
        // Setting and removing a plain attribute cannot fail.
        let _ = match scheme {
            "" => root.remove_attribute("data-scheme"),
            _ => root.set_attribute("data-scheme", scheme),
        };
    }
}
