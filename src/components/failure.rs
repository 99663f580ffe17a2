//! What is shown instead of something that could not be had.

use crate::{
    api::ApiError,
    browser::page,
    components::{Tone, button, notice},
    html::{El, el},
    i18n::{t, t_of},
    routes,
};
use leptos::prelude::*;

/// Says what happened and offers the next step: sign in, try again, or quote a reference.
pub fn failure(error: ApiError, again: Option<Callback<()>>) -> El {
    let sign_in = matches!(error, ApiError::SignedOut).then(|| {
        // A fresh page: who is signed in is only told with one.
        let back = routes::sign_in_and_return(&page::address());
        el("a")
            .class("button button--small")
            .attr("rel", "external")
            .attr("href", back)
            .text(t("failure.sign-in"))
    });
    // An answer that somebody has lost the right to see will not come by asking again.
    let again = again
        .filter(|_| error.is_worth_trying_again())
        .map(|again| button("button button--small", t("failure.again"), move || again.run(())));
    let reference = match &error {
        ApiError::Faulty { reference } => Some(reference.clone()),
        ApiError::Refused { message } => Some(message.clone()),
        _ => None,
    };
    let reference = reference.map(|reference| {
        el("span").class("notice__reference").text(format!("{} {reference}", t("failure.reference")))
    });
    let steps = [sign_in, again, reference].into_iter().flatten();
    notice(Tone::Danger, t_of("failure", error.slug()), t_of("failure-text", error.slug()), steps)
}
