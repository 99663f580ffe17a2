//! Names and their values.

use crate::html::{El, el};

/// One row of a `facts` list.
pub fn fact(name: String, value: El) -> El {
    el("div").class("facts__row").child(el("dt").text(name)).child(el("dd").child(value))
}

/// A card of facts under a title, with something to press beside the title if there is something.
pub fn facts_card(title: String, press: Option<El>, facts: El) -> El {
    let header = el("div").class("card__header").child(el("h2").text(title)).maybe_child(press);
    el("section").class("card").child(header).child(facts)
}
