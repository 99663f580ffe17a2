//! Where in the form one is. The step stands in the address, so that Back goes back a step and a reload stays.

use crate::{
    html::{El, el},
    i18n::{t, t_of},
    routes::{self, Route},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};

/// A step of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// When, where to, under which number.
    Information,
    /// What.
    Items,
    /// Looking it over.
    Review,
}

impl Step {
    const ALL: [Self; 3] = [Self::Information, Self::Items, Self::Review];

    fn slug(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Items => "items",
            Self::Review => "review",
        }
    }

    fn address(self) -> String {
        match self {
            Self::Information => Route::NewOrder.path(),
            step => routes::with_query(Route::NewOrder, &[("step", step.slug().to_owned())]),
        }
    }
}

/// The step in the address.
pub fn use_step() -> Memo<Step> {
    let query = use_query_map();
    Memo::new(move |_| {
        let slug = query.read().get("step").unwrap_or_default();
        Step::ALL.into_iter().find(|step| step.slug() == slug).unwrap_or(Step::Information)
    })
}

/// Leads to a step.
pub fn use_go() -> Callback<Step> {
    let navigate = use_navigate();
    Callback::new(move |step: Step| navigate(&step.address(), NavigateOptions::default()))
}

/// The strip of steps; those behind are ways back.
pub fn steps(step: Memo<Step>) -> El {
    let item = move |this: Step| {
        let name = t_of("new-order.step", this.slug());
        let label = move || match this < step.get() {
            true => el("a").class("link-button").attr("href", this.address()).text(name.clone()).into_any(),
            false => name.clone().into_any(),
        };
        el("li")
            .class("steps__step")
            .live("aria-current", move || (step.get() == this).then(|| "step".to_owned()))
            .live("data-state", move || (this < step.get()).then(|| "done".to_owned()))
            .live_view(label)
    };
    el("ol").class("steps").attr("aria-label", t("new-order.steps")).children(Step::ALL.map(item))
}
