//! Nothing here, or not found: one drawing, one sentence, the way on.

use crate::html::{El, el, svg};

/// The drawing of an outcome, on a sheet of 96 by 72.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// An open box: nothing yet.
    Box,
    /// A list and a glass: nothing found.
    Glass,
    /// A signpost: not found.
    Signpost,
}

impl Drawing {
    fn path(self) -> &'static str {
        match self {
            Self::Box => "M14 28 48 12l34 16v28L48 68 14 56ZM14 28 48 42l34-14M48 42v26M31 20l34 14.5v9",
            Self::Glass => {
                "M18 12h44v50l-7-4-7.5 4-7.5-4-7.5 4-7.5-4-7 4ZM28 24h24M28 33h24M28 42h12M64 34a13 13 0 1 1 0 26 13 13 0 0 1 0-26ZM73.5 56.5 84 67"
            }
            Self::Signpost => "M48 68V8M30 68h36M48 14h28l8 8-8 8H48ZM48 34H22l-8 8 8 8h26Z",
        }
    }
}

/// One drawing, one sentence, the way on. The title is empty where the page's own heading says it.
pub fn outcome(drawing: Drawing, title: String, text: String, steps: impl IntoIterator<Item = El>) -> El {
    let picture = svg("svg")
        .class("outcome__drawing")
        .attr("viewBox", "0 0 96 72")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", drawing.path()));
    let heading = (!title.is_empty()).then(|| el("h2").text(title));
    let content = el("div")
        .class("outcome")
        .child(picture)
        .maybe_child(heading)
        .child(el("p").class("outcome__text").text(text))
        .child(el("div").class("outcome__actions").children(steps));
    el("div").class("table-box").child(content)
}
