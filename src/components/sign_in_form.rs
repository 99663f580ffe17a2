//! E-mail and password, for the sign-in page and for signing in again over a form.

use crate::{
    api::ApiError,
    components::{Field, InputKind, Notice, Tone, failure},
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

/// The form. It keeps what is typed when signing in fails.
#[component]
pub fn SignInForm(
    /// Called with address and password.
    on_submit: Callback<(String, String)>,
    /// Whether a try is under way.
    is_busy: RwSignal<bool>,
    /// Why the last try did not work.
    trouble: RwSignal<Option<SignInTrouble>>,
) -> impl IntoView {
    let (email, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !is_busy.get_untracked() {
            on_submit.run((email.get_untracked().trim().to_owned(), password.get_untracked()));
        }
    };
    view! {
        {move || trouble.get().map(notice)}
        <form class="stack" on:submit=submit>
            <Field id="email" label=t("sign-in.email") value=email kind=InputKind::Email autocomplete="username" />
            <Field id="password" label=t("sign-in.password") value=password kind=InputKind::Password autocomplete="current-password" />
            <button class="button button--primary button--wide" type="submit" aria-busy=move || is_busy.get().to_string()>
                {t("sign-in.do")}
            </button>
        </form>
    }
}

fn notice(trouble: SignInTrouble) -> AnyView {
    let (title, text) = match trouble {
        SignInTrouble::Refused => (t("sign-in.refused"), t("sign-in.refused-text")),
        SignInTrouble::TooMany => (t("sign-in.too-many"), t("sign-in.too-many-text")),
        SignInTrouble::SomebodyElse => (t("sign-in.somebody-else"), t("sign-in.somebody-else-text")),
        SignInTrouble::Failed(error) => return failure(error, None),
    };
    view! { <Notice tone=Tone::Danger title text /> }.into_any()
}
