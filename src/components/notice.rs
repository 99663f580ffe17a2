//! Says what happened, what was kept and the way on.

use crate::components::Icon;
use leptos::prelude::*;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to look at.
    Warning,
    /// Something that failed.
    Danger,
}

/// A notice in the page.
#[component]
pub fn Notice(
    /// How it is meant.
    tone: Tone,
    /// What happened.
    #[prop(into)]
    title: String,
    /// What it means; may be empty.
    #[prop(into)]
    text: String,
    /// The steps that are offered.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (word, role) = match tone {
        Tone::Warning => ("warning", "status"),
        Tone::Danger => ("danger", "alert"),
    };
    view! {
        <div class="notice" data-tone=word role=role>
            <Icon is=Icon::Warning />
            <p class="notice__title">{title}</p>
            {(!text.is_empty()).then(|| view! { <p>{text}</p> })}
            {children.map(|children| view! { <div class="notice__actions">{children()}</div> })}
        </div>
    }
}
