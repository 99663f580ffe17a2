//! E-mail and password, for the sign-in page and for signing in again over a form.

use crate::{
    api::ApiError,
    components::{Field, Tone, failure, notice},
    html::{El, el},
    i18n::t,
};
use leptos::prelude::*;

/// Why signing in did not work.
#[derive(Clone, Debug, PartialEq)]
pub enum SignInTrouble {
    /// The address or the password is wrong.
    Refused,
    /// Too many tries.
    TooMany,
    /// Somebody else signed in than the one whose work is on the page.
    SomebodyElse,
    /// The request failed.
    Failed(ApiError),
}

/// A try to sign in, as the form sees it.
#[derive(Clone, Copy)]
pub struct Attempt {
    /// Whether it is under way.
    pub is_busy: RwSignal<bool>,
    /// Why the last one did not work.
    pub trouble: RwSignal<Option<SignInTrouble>>,
}

impl Attempt {
    /// No try yet.
    pub fn new() -> Self {
        Self { is_busy: RwSignal::new(false), trouble: RwSignal::new(None) }
    }
}

/// The form. It hands over address and password, and keeps what is typed when signing in fails.
pub fn sign_in_form(attempt: Attempt, on_submit: Callback<(String, String)>) -> El {
    let (email, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        if !attempt.is_busy.get_untracked() {
            on_submit.run((email.get_untracked().trim().to_owned(), password.get_untracked()));
        }
    };
    let button = el("button")
        .class("button button--primary button--wide")
        .attr("type", "submit")
        .live("aria-busy", move || Some(attempt.is_busy.get().to_string()))
        .text(t("sign-in.do"));
    let form = el("form")
        .class("stack")
        .on("submit", submit)
        .child(Field::new("email", t("sign-in.email"), email).kind("email").autocomplete("username").show())
        .child(
            Field::new("password", t("sign-in.password"), password)
                .kind("password")
                .autocomplete("current-password")
                .show(),
        )
        .child(button);
    let trouble = move || match attempt.trouble.get() {
        Some(trouble) => said(trouble).into_any(),
        None => ().into_any(),
    };
    el("div").class("stack").live_view(trouble).child(form)
}

fn said(trouble: SignInTrouble) -> El {
    let (title, text) = match trouble {
        SignInTrouble::Refused => (t("sign-in.refused"), t("sign-in.refused-text")),
        SignInTrouble::TooMany => (t("sign-in.too-many"), t("sign-in.too-many-text")),
        SignInTrouble::SomebodyElse => (t("sign-in.somebody-else"), t("sign-in.somebody-else-text")),
        SignInTrouble::Failed(error) => return failure(error, None),
    };
    notice(Tone::Danger, title, text, [])
}
