//! What is shown instead of something that could not be had.

use crate::{
    api::ApiError,
    browser::page,
    components::{Notice, Tone},
    i18n::{t, t_of},
    routes,
};
use leptos::prelude::*;

/// Says what happened and offers the next step: sign in, try again, or quote a reference.
pub fn failure(error: ApiError, again: Option<Callback<()>>) -> AnyView {
    let title = t_of("failure", error.slug());
    let text = t_of("failure-text", error.slug());
    let reference = match &error {
        ApiError::Faulty { reference } => Some(reference.clone()),
        ApiError::Refused { message } => Some(message.clone()),
        _ => None,
    };
    let is_signed_out = matches!(error, ApiError::SignedOut);
    // An answer that somebody has lost the right to see will not come by asking again.
    let again = again.filter(|_| error.is_worth_trying_again());
    view! {
        <Notice tone=Tone::Danger title text>
            {is_signed_out
                .then(|| {
                    view! {
                        // A fresh page: who is signed in is only told with one.
                        <a class="button button--small" rel="external" href=routes::sign_in_and_return(&page::address())>
                            {t("failure.sign-in")}
                        </a>
                    }
                })}
            {again
                .map(|again| {
                    view! {
                        <button class="button button--small" type="button" on:click=move |_| again.run(())>
                            {t("failure.again")}
                        </button>
                    }
                })}
            {reference.map(|reference| view! { <span class="notice__reference">{t("failure.reference")} " " {reference}</span> })}
        </Notice>
    }
    .into_any()
}
