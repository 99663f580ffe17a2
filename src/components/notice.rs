//! Says what happened, what was kept and the way on.

use crate::{
    components::{Icon, icon},
    html::{El, el},
};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to look at.
    Warning,
    /// Something that failed.
    Danger,
}

/// A notice in the page, with the steps that are offered.
pub fn notice(tone: Tone, title: String, text: String, steps: impl IntoIterator<Item = El>) -> El {
    let (word, role) = match tone {
        Tone::Warning => ("warning", "status"),
        Tone::Danger => ("danger", "alert"),
    };
    let actions = el("div").class("notice__actions").children(steps);
    el("div")
        .class("notice")
        .attr("data-tone", word)
        .attr("role", role)
        .child(icon(Icon::Warning))
        .child(el("p").class("notice__title").text(title))
        .child(el("p").text(text))
        .child(actions)
}
