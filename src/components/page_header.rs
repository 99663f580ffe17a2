//! The top of every page: way back, heading, one line about it, and at most one primary button.

use crate::{
    browser::{on_change, page},
    components::{Icon, icon},
    config,
    context::HasNavigated,
    html::{El, el},
    i18n::t,
    routes::Route,
};
use leptos::prelude::*;

/// The id of the heading that gets the focus when a page is opened.
pub const HEADING: &str = "heading";

/// The header of a page. It names the page in the tab and takes the focus, so that a screen reader says where one is.
pub struct PageHeader {
    title: Signal<String>,
    lede: Option<Signal<String>>,
    back: Option<El>,
    beside: Option<AnyView>,
    action: Option<El>,
}

impl PageHeader {
    /// A header with this heading, which may change when more is known.
    pub fn new(title: impl Into<Signal<String>>) -> Self {
        Self { title: title.into(), lede: None, back: None, beside: None, action: None }
    }

    /// One line about the page; while it is empty, none.
    pub fn lede(self, lede: impl Into<Signal<String>>) -> Self {
        Self { lede: Some(lede.into()), ..self }
    }

    /// The way back.
    pub fn back(self, to: Route, label: String) -> Self {
        let link = el("a").attr("href", to.path()).child(icon(Icon::Back)).text(label);
        let back = el("nav").class("page-header__back").attr("aria-label", t("page.back")).child(link);
        Self { back: Some(back), ..self }
    }

    /// What stands beside the heading, for example a status.
    pub fn beside(self, view: AnyView) -> Self {
        Self { beside: Some(view), ..self }
    }

    /// The button at the right.
    pub fn action(self, action: El) -> Self {
        Self { action: Some(action), ..self }
    }

    /// The header in the page.
    pub fn show(self) -> El {
        let title = self.title;
        name_and_focus(title);
        let heading =
            el("h1").attr("id", HEADING).attr("tabindex", "-1").live_text_child(move || title.get());
        let heading = match self.beside {
            Some(beside) => el("div").class("page-header__title").child(heading).view(beside),
            None => heading,
        };
        let lede =
            self.lede.map(|lede| el("p").class("page-header__lede").live_text_child(move || lede.get()));
        el("header")
            .class("page-header")
            .maybe_child(self.back)
            .child(el("div").class("page-header__text").child(heading).maybe_child(lede))
            .maybe_child(self.action.map(|action| el("div").class("page-header__actions").child(action)))
    }
}

/// The button that most pages have: place an order.
pub fn new_order_link() -> El {
    let to = Route::NewOrder.path();
    el("a")
        .class("button button--primary")
        .attr("href", to)
        .child(icon(Icon::Plus))
        .text(t("new-order.title"))
}

/// Names the page by its title and the brand, and moves the focus to its heading if another page was shown before.
fn name_and_focus(title: Signal<String>) {
    on_change(move || page::set_title(&format!("{} · {}", title.get(), config::brand().name)));
    let HasNavigated(has_navigated) = expect_context();
    on_change(move || {
        if has_navigated.get_value() {
            // A page whose code was fetched is put in its place only after this.
            request_animation_frame(|| page::focus(HEADING));
        }
        has_navigated.set_value(true);
    });
}
