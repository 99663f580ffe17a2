//! A label, a control, its hint and its problem, tied together by ids.

use crate::{
    html::{El, el},
    i18n::t,
};
use leptos::{prelude::*, tachys::dom::event_target_value};

/// A field for one line of text. What is typed goes into its signal as it stands.
pub struct Field {
    id: &'static str,
    label: String,
    value: RwSignal<String>,
    problem: Signal<Option<String>>,
    hint: Option<String>,
    is_optional: bool,
    size: &'static str,
    input: El,
}

impl Field {
    /// A field for `value`; hint and problem derive their ids from `id`.
    pub fn new(id: &'static str, label: String, value: RwSignal<String>) -> Self {
        Self {
            id,
            label,
            value,
            problem: Signal::derive(|| None),
            hint: None,
            is_optional: false,
            size: "",
            input: el("input").class("input").attr("id", id),
        }
    }

    /// What is typed into it: `date`, `email`, `password`; any text otherwise.
    pub fn kind(self, kind: &'static str) -> Self {
        Self { input: self.input.attr("type", kind), ..self }
    }

    /// What browsers may fill in.
    pub fn autocomplete(self, what: &'static str) -> Self {
        Self { input: self.input.attr("autocomplete", what), ..self }
    }

    /// The earliest day, for a date.
    pub fn earliest(self, day: String) -> Self {
        Self { input: self.input.attr("min", day), ..self }
    }

    /// What helps to fill it in.
    pub fn hint(self, hint: String) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// It may stay empty, and says so.
    pub fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    /// `short` or `wide` instead of the usual width.
    pub fn size(self, size: &'static str) -> Self {
        Self { size, ..self }
    }

    /// What is wrong with it, if anything.
    pub fn problem(self, problem: Signal<Option<String>>) -> Self {
        Self { problem, ..self }
    }

    /// Called when the control is left.
    pub fn on_leave(self, mut leave: impl FnMut() + Send + 'static) -> Self {
        Self { input: self.input.on("blur", move |_| leave()), ..self }
    }

    /// The field in the page.
    pub fn show(self) -> El {
        let Self { id, value, problem, .. } = self;
        let label = el("label").class("field__label").attr("for", id).text(self.label);
        let optional = self
            .is_optional
            .then(|| el("span").class("field__optional").text(format!(" {}", t("field.optional"))));
        let has_hint = self.hint.is_some();
        let hint =
            self.hint.map(|hint| el("p").class("field__hint").attr("id", format!("{id}-hint")).text(hint));
        let described = move || {
            let hint = has_hint.then(|| format!("{id}-hint"));
            let problem = problem.get().map(|_| problem_id(id));
            let ids: Vec<_> = [hint, problem].into_iter().flatten().collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        };
        let input = self
            .input
            .live("aria-describedby", described)
            .live("aria-invalid", move || problem.get().map(|_| "true".to_owned()))
            .live_text(move || value.get())
            .on("input", move |event| value.set(event_target_value(&event)));
        el("div")
            .class("field")
            .attr("data-size", self.size)
            .child(label.maybe_child(optional))
            .child(input)
            .maybe_child(hint)
            .live_view(move || problem_text(id, problem.get()))
    }
}

/// The sentence for a problem below its control, or nothing.
pub fn problem_text(id: &str, problem: Option<String>) -> AnyView {
    match problem {
        Some(problem) => el("p").class("field__problem").attr("id", problem_id(id)).text(problem).into_any(),
        None => ().into_any(),
    }
}

/// The id of the sentence below the control with this id.
pub fn problem_id(id: &str) -> String {
    format!("{id}-problem")
}
