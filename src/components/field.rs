//! A label, a control, its hint and its problem, tied together by ids.

use crate::i18n::t;
use leptos::prelude::*;

/// What is typed into a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Any text.
    #[default]
    Text,
    /// A day.
    Date,
    /// An e-mail address.
    Email,
    /// A password.
    Password,
}

impl InputKind {
    fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Date => "date",
            Self::Email => "email",
            Self::Password => "password",
        }
    }
}

/// A field for one line of text. What is typed goes into `value` as it stands.
#[component]
pub fn Field(
    /// The id of the control; hint and problem derive theirs from it.
    id: &'static str,
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong with it, if anything.
    #[prop(into, optional)]
    problem: Signal<Option<String>>,
    /// What helps to fill it in.
    #[prop(into, optional)]
    hint: String,
    /// What is typed into it.
    #[prop(optional)]
    kind: InputKind,
    /// Whether it may stay empty.
    #[prop(optional)]
    is_optional: bool,
    /// What browsers may fill in.
    #[prop(optional)]
    autocomplete: &'static str,
    /// `short`, `wide`, or empty for the usual width.
    #[prop(optional)]
    size: &'static str,
    /// The earliest day, for a date.
    #[prop(into, optional)]
    min: String,
    /// Called when the control is left.
    #[prop(into, optional)]
    on_leave: Option<Callback<()>>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let problem_id = format!("{id}-problem");
    let has_hint = !hint.is_empty();
    let described = {
        let (hint_id, problem_id) = (hint_id.clone(), problem_id.clone());
        move || {
            let ids = [has_hint.then(|| hint_id.clone()), problem.get().map(|_| problem_id.clone())];
            Some(ids.into_iter().flatten().collect::<Vec<_>>().join(" ")).filter(|ids| !ids.is_empty())
        }
    };
    view! {
        <div class="field" data-size=size>
            <label class="field__label" for=id>
                {label}
                {is_optional.then(|| view! { " " <span class="field__optional">{t("field.optional")}</span> })}
            </label>
            <input
                class="input"
                id=id
                type=kind.word()
                autocomplete=autocomplete
                min=Some(min).filter(|min| !min.is_empty())
                aria-describedby=described
                aria-invalid=move || problem.get().map(|_| "true")
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
                on:blur=move |_| {
                    if let Some(on_leave) = on_leave {
                        on_leave.run(());
                    }
                }
            />
            {has_hint.then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {move || problem.get().map(|problem| view! { <p class="field__problem" id=problem_id.clone()>{problem}</p> })}
        </div>
    }
}
