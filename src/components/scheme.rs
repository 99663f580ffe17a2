//! Light, dark, or as the system has it.

use crate::{
    browser::{page, storage},
    components::{Icon, icon},
    html::{El, el},
    i18n::t,
};
use leptos::prelude::*;

const NAME: &str = "portal.scheme";

/// The colours that the reader has chosen: `light`, `dark`, or empty for the system's. Kept on this device.
#[derive(Clone, Copy)]
pub struct Scheme(RwSignal<String>);

impl Scheme {
    /// What was chosen on this device.
    pub fn kept() -> Self {
        Self(RwSignal::new(storage::get(NAME).unwrap_or_default()))
    }

    /// Changes it at once.
    pub fn choose(self, scheme: &str) {
        match scheme {
            "" => storage::remove(NAME),
            // What is not kept holds until the page is closed.
            _ => drop(storage::set(NAME, scheme)),
        }
        page::set_scheme(scheme);
        self.0.set(scheme.to_owned());
    }
}

/// The switch between the three.
pub fn scheme_switch() -> El {
    let scheme = expect_context::<Scheme>();
    let choice = |word: &'static str, sign: Icon, label: String| {
        el("button")
            .class("icon-button")
            .attr("type", "button")
            .attr("aria-label", label)
            .live("aria-pressed", move || Some((*scheme.0.read() == word).to_string()))
            .on("click", move |_| scheme.choose(word))
            .child(icon(sign))
    };
    el("div")
        .class("segmented")
        .attr("role", "group")
        .attr("aria-label", t("frame.scheme"))
        .child(choice("light", Icon::Sun, t("frame.scheme.light")))
        .child(choice("dark", Icon::Moon, t("frame.scheme.dark")))
        .child(choice("", Icon::Screen, t("frame.scheme.system")))
}
