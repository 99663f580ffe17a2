//! Signing in again over the form, when the session has ended in the middle of it. Nothing below is unmounted, so nothing
//! that was typed is lost.

use super::send::Sending;
use crate::{
    api::{
        Client,
        session::{self, SignIn},
    },
    browser::{on_change, page, spawn},
    components::{Attempt, SignInTrouble, sign_in_form},
    html::{El, el},
    i18n::t,
    user::use_user,
};
use leptos::prelude::*;
use portal_model::ids::ContactId;

const DIALOG: &str = "sign-in-again";

/// The dialog. It opens itself when the session turns out to be over.
pub fn sign_in_again(sending: Sending) -> El {
    let client = expect_context::<Client>();
    let contact = use_user().contact;
    let attempt = Attempt::new();
    on_change(move || match sending.session_over.get() {
        true => page::show_dialog(DIALOG),
        false => page::close_dialog(DIALOG),
    });
    let submit = Callback::new(move |(email, password): (String, String)| {
        let client = client.clone();
        attempt.is_busy.set(true);
        attempt.trouble.set(None);
        spawn(async move {
            let trouble = sign_in_as(&client, contact, &email, &password).await.err();
            attempt.is_busy.set(false);
            match trouble {
                None => sending.resume(),
                trouble => attempt.trouble.set(trouble),
            }
        });
    });
    el("dialog")
        .class("dialog")
        .attr("id", DIALOG)
        .attr("aria-labelledby", TITLE)
        .on("close", move |_| sending.session_over.set(false))
        .child(el("h2").attr("id", TITLE).text(t("sign-in.again")))
        .child(el("p").text(t("sign-in.again-text")))
        .child(sign_in_form(attempt, submit))
}

const TITLE: &str = "sign-in-again-title";

/// Signs in, but only as this contact: what was typed belongs to one person, and nobody else must send it in his own
/// name.
async fn sign_in_as(
    client: &Client,
    contact: ContactId,
    email: &str,
    password: &str,
) -> Result<(), SignInTrouble> {
    match session::sign_in(client, email, password).await.map_err(SignInTrouble::Failed)? {
        SignIn::Refused => return Err(SignInTrouble::Refused),
        SignIn::TooMany => return Err(SignInTrouble::TooMany),
        SignIn::Done => {}
    }
    match session::is_session_of(client, contact).await.map_err(SignInTrouble::Failed)? {
        true => Ok(()),
        false => Err(SignInTrouble::SomebodyElse),
    }
}
