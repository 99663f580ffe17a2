//! Where in the form one is. The step stands in the address, so that Back goes back a step and a reload stays.

use crate::{
    i18n::t_of,
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
#[component]
pub fn Steps(
    /// The present step.
    step: Memo<Step>,
) -> impl IntoView {
    let item = move |this: Step| {
        let name = t_of("new-order.step", this.slug());
        let is_here = move || (step.get() == this).then_some("step");
        let is_done = move || (this < step.get()).then_some("done");
        let label = move || match this < step.get() {
            true => view! { <a class="link-button" href=this.address()>{name.clone()}</a> }.into_any(),
            false => name.clone().into_any(),
        };
        view! {
            <li class="steps__step" aria-current=is_here data-state=is_done>
                {label}
            </li>
        }
    };
    view! {
        <ol class="steps" aria-label=crate::i18n::t("new-order.steps")>
            {Step::ALL.map(item).into_iter().collect_view()}
        </ol>
    }
}
