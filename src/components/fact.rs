//! A name and its value in a list of facts.

use crate::html::{El, el};

/// One row of a `facts` list.
pub fn fact(name: String, value: El) -> El {
    el("div").class("facts__row").child(el("dt").text(name)).child(el("dd").child(value))
}
