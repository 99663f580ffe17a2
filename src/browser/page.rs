//! The page as a whole: title, focus, leaving.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// Names the page in the tab and in the history.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Moves the focus to the element with this id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) =
        document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
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
