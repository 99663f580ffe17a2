//! What is pressed.

use crate::html::{El, el};

/// A button that does something.
pub fn button(class: &'static str, label: String, mut press: impl FnMut() + Send + 'static) -> El {
    el("button").attr("type", "button").class(class).on("click", move |_| press()).text(label)
}
